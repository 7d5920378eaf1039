/// How a worker is started.
package struct WorkerCommandLine: Sendable {
  /// The program; by default this process's own.
  package var program: String
  /// Its words without the program's name; the staging folder is added to them.
  package var arguments: [String]

  package init(program: String = "/proc/self/exe", arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }
}
