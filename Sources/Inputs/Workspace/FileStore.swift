/// Where files lie: on disk, or in memory for tests.
///
/// A store answers for real paths only; whether one may be read is the `Workspace`'s to say.
package protocol FileStore: Sendable {
  /// The absolute path of what a path names, with all symbolic links resolved.
  func realPath(_ path: String) throws(FileFault) -> String
  func kind(_ realPath: String) throws(FileFault) -> FileKind
  /// The bytes of a regular file; a file of more bytes than `limit` is a fault.
  func read(_ realPath: String, limit: Int) throws(FileFault) -> [UInt8]
  /// What lies in a folder, sorted by bytes.
  func names(in realPath: String) throws(FileFault) -> [String]
  /// All of standard input; more bytes than `limit` are a fault.
  func readStandardInput(limit: Int) throws(FileFault) -> [UInt8]
  /// The folder that relative paths start from.
  var workingFolder: String { get }
}

package enum FileKind: Sendable, Hashable {
  case file
  case folder
  /// A pipe, a socket, a device: nothing that is read.
  case other
}

/// Why a store can't do what it was asked for.
package enum FileFault: Error, Sendable, Hashable {
  case notFound
  case notAllowed
  case notFile(FileKind)
  case notFolder
  case tooManyLinks
  case nameTooLong
  case tooLarge
  /// Any other error of the operating system, in its words.
  case system(String)
}
