import Foundation
import Glibc

/// The program `brief` while it runs: for what happens to it meanwhile.
final class RunningProgram {
  private let process = Process()
  private let errors: FileHandle
  private let errorFile: String

  /// - Parameters:
  ///   - output: What standard output goes to; nil for nowhere.
  ///   - input: Its standard input; nil for none.
  init(_ arguments: [String], output: Pipe? = nil, input: Pipe? = nil) throws {
    errorFile = NSTemporaryDirectory() + "/briefkit-errors-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: errorFile, contents: nil)
    errors = try FileHandle(forUpdating: URL(filePath: errorFile))
    process.executableURL = URL(filePath: BriefProgram.path ?? "/nonexistent")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["BRIEFKIT_HOME": PackageFolder.path]) { _, new in new }
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = errors
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(atPath: errorFile)
  }

  var id: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) {
    kill(id, signal)
  }

  /// Its children: the workers of a batch.
  var children: [Int32] {
    let list = try? String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)
    return (list ?? "").split(separator: " ").compactMap { Int32($0) }
  }

  /// Waits for it to end.
  ///
  /// - Returns: The exit code, or the negative number of the signal that ended it.
  @discardableResult func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }

  /// What it has written to standard error.
  var errorText: String {
    (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? ""
  }
}

/// Waits until something is so, at most some seconds.
func eventually(within seconds: Double = 20, _ isSo: () -> Bool) -> Bool {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while !isSo() {
    if Date() > deadline { return false }
    usleep(5000)
  }
  return true
}
