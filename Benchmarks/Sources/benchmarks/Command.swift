/// A program with its arguments.
struct Command {
  var program: String
  var arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// The same in another working directory.
  func moved(to folder: String) -> Command {
    Command("/usr/bin/env", ["-C", folder, program] + arguments)
  }

  /// As it would be typed, cut off where it gets long.
  var text: String {
    let shown = arguments.prefix(8)
    return ([program] + shown + (shown.count < arguments.count ? ["…"] : []))
      .joined(separator: " ")
  }

  func run() throws(ChildProcess.Failure) -> ChildProcess {
    try ChildProcess(self)
  }
}
