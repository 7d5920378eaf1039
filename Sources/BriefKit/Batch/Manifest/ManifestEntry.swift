import CairoRendering
import Diagnostics
package import Inputs

/// What became of a record: a line of a manifest.
package struct ManifestEntry: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    case done
    case failed
  }

  /// A file that was written.
  package struct Output: Sendable, Hashable {
    /// Below the folder of all documents.
    package var path: String
    package var byteCount: Int
    package var sha256: String
  }

  /// The record's number in the input, from 1.
  package var seq: Int
  /// Nil where it has none.
  package var name: String?
  package var status: Status
  package var outputs: [Output] = []
  package var pageCount = 0
  package var warningCount = 0
  /// What a worker took for it.
  package var milliseconds = 0
  /// How often it was tried.
  package var attempts = 1
  /// Where the record stands.
  package var source: String?
  package var line: Int?
  /// The hash of all that the document depends on.
  package var digest: String?
  /// Errors and warnings, as `--diagnostics json` prints them; of many the first.
  package var messages: [Value] = []

  static let mostMessages = 20

  init(seq: Int, name: String?, status: Status) {
    self.seq = seq
    self.name = name
    self.status = status
  }

  mutating func add(_ diagnostics: [Diagnostic]) {
    warningCount = diagnostics.count { $0.severity == .warning }
    messages = diagnostics.prefix(Self.mostMessages).compactMap { diagnostic in
      try? JSONReader.read(Source(name: "", text: diagnostic.rendered(.json)))
    }
  }

  /// The files of a brief, as paths below a folder.
  mutating func add(_ files: [OutputWriter.File], below folder: String) {
    outputs = files.map { file in
      Output(
        path: file.path.hasPrefix(folder + "/")
          ? String(file.path.dropFirst(folder.count + 1)) : file.path,
        byteCount: file.bytes.count, sha256: SHA256.hex(of: file.bytes))
    }
  }
}

extension ManifestEntry {
  /// The line without its end.
  package var text: String {
    var members: [(String, Value)] = [
      ("seq", .number(seq)), ("name", name.map { .string($0) } ?? .null),
      ("status", .string(status.rawValue)),
      ("outputs", .array(outputs.map(\.value))), ("pages", .number(pageCount)),
      ("warnings", .number(warningCount)), ("ms", .number(milliseconds)),
      ("attempts", .number(attempts)),
    ]
    if let source { members.append(("source", .string(source))) }
    if let line { members.append(("line", .number(line))) }
    if let digest { members.append(("digest", .string(digest))) }
    if !messages.isEmpty { members.append(("messages", .array(messages))) }
    return JSONWriter.compact(.object(members))
  }

  /// Reads a line; nil for one that is torn, or no entry.
  package init?(line bytes: [UInt8]) {
    guard let value = try? JSONReader.read(Source(name: "", bytes: bytes)),
      let seq = value.int("seq"), let status = value["status"]?.string.flatMap(Status.init)
    else { return nil }
    self.init(seq: seq, name: value["name"]?.string, status: status)
    outputs = value["outputs"]?.array?.compactMap(Output.init) ?? []
    pageCount = value.int("pages") ?? 0
    warningCount = value.int("warnings") ?? 0
    milliseconds = value.int("ms") ?? 0
    attempts = value.int("attempts") ?? 1
    source = value["source"]?.string
    self.line = value.int("line")
    digest = value["digest"]?.string
    messages = value["messages"]?.array ?? []
  }
}

extension ManifestEntry.Output {
  fileprivate var value: Value {
    .object([
      ("path", .string(path)), ("bytes", .number(byteCount)), ("sha256", .string(sha256)),
    ])
  }

  fileprivate init?(_ value: Value) {
    guard let path = value["path"]?.string, let byteCount = value.int("bytes"),
      let sha256 = value["sha256"]?.string
    else { return nil }
    self.init(path: path, byteCount: byteCount, sha256: sha256)
  }
}

extension Value {
  fileprivate func int(_ key: String) -> Int? {
    self[key]?.double.flatMap(Int.init(exactly:))
  }
}
