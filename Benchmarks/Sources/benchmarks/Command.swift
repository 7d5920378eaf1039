/// A program with its arguments.
struct Command {
  var program: String
  var arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  func run() throws(ChildProcess.Failure) -> ChildProcess {
    try ChildProcess(program, arguments)
  }
}
