import Diagnostics
import Glibc

/// The program that encrypts finished files (https://qpdf.sourceforge.io).
struct QPDF {
  private let path: String

  /// Finds it on the search path.
  static func find() throws(OutputWriter.Fault) -> QPDF {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in folders.split(separator: ":") where access("\(folder)/qpdf", X_OK) == 0 {
      return QPDF(path: "\(folder)/qpdf")
    }
    throw OutputWriter.Fault(
      diagnostic: .error(
        "encryption.qpdf", "a PDF is encrypted by qpdf, which isn't installed",
        hints: ["install it: apt-get install qpdf"]))
  }

  func encrypt(
    _ pdf: [UInt8], _ protection: PDFProtection
  ) throws(OutputWriter.Fault) -> [UInt8] {
    // Descriptors of the program: its job on 0, its words on 2, the files on 3 and 4.
    let job = QPDFJob.encryption(protection, from: "/dev/fd/3", to: "/dev/fd/4")
    guard let input = UnnamedFile(pdf), let output = UnnamedFile(), let words = UnnamedFile(),
      let orders = UnnamedFile(Array(job.utf8))
    else { throw Self.fault("there is no room for temporary files") }
    let status = try run([(0, orders), (1, words), (2, words), (3, input), (4, output)])
    // 3 tells of warnings (qpdf's manual, "Exit Status").
    guard status == 0 || status == 3, let bytes = output.contents(),
      bytes.starts(with: "%PDF-".utf8)
    else {
      let said = words.contents().map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw Self.fault(
        said.split(separator: "\n").first.map(String.init) ?? "it ended with \(status)")
    }
    return bytes
  }

  private static func fault(_ reason: String) -> OutputWriter.Fault {
    OutputWriter.Fault(
      diagnostic: .error(
        "encryption.failed", "qpdf could not encrypt the PDF: \(reason)",
        hints: ["see whether qpdf is 11 or newer: qpdf --version"]))
  }

  /// Runs it and gives its exit status.
  private func run(
    _ files: [(number: Int32, file: UnnamedFile)]
  ) throws(OutputWriter.Fault) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // First out of the way of each other, then to their places.
    let spare = max(files.map(\.file.descriptor).max() ?? 0, 4) + 1
    for (number, file) in files {
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, spare + number)
    }
    for (number, _) in files {
      posix_spawn_file_actions_adddup2(&actions, spare + number, number)
      posix_spawn_file_actions_addclose(&actions, spare + number)
    }
    let words = [path, "--job-json-file=/dev/stdin"]
    let arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, path, &actions, nil, arguments + [nil], environ)
    guard fault == 0 else { throw Self.fault(String(cString: strerror(fault))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Self.fault(String(cString: strerror(errno))) }
    }
    // What WIFEXITED and WEXITSTATUS say, which are macros.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}
