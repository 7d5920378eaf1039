import Foundation

/// The program `brief` itself, built beside these tests: for what only a process of its own shows.
enum BriefProgram {
  /// Nil where the tests run from a place without it.
  static let path: String? = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let program = tests.deletingLastPathComponent().appending(path: "brief")
      .path(percentEncoded: false)
    return FileManager.default.isExecutableFile(atPath: program) ? program : nil
  }()

  struct Outcome {
    var code: Int32
    var output: [UInt8]
    var errors: String
  }

  static func run(
    _ arguments: [String], input: String = "", output: String? = nil,
    environment more: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/nonexistent")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["BRIEFKIT_HOME": PackageFolder.path]) { _, new in new }
      .merging(more) { _, new in new }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    if let output { process.standardOutput = FileHandle(forWritingAtPath: output) }
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    if output != nil { try stdout.fileHandleForWriting.close() }
    let bytes = [UInt8](stdout.fileHandleForReading.readDataToEndOfFile())
    let errors = String(
      decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: bytes, errors: errors)
  }
}
