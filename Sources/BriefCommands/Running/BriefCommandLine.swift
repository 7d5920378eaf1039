import ArgumentParser
import BriefKit
import Diagnostics
import Glibc

/// The command line as a whole: from the words typed to the exit code.
package enum BriefCommandLine {
  /// Runs this process's own arguments and ends the process.
  package static func main() -> Never {
    BriefProcess.begin()
    exit(run(Array(CommandLine.arguments.dropFirst()), on: .process))
  }

  /// Runs a command: results to the console's output, everything else to its errors.
  ///
  /// - Returns: The exit code: 0 done; 1 the input is at fault; 64 wrong usage; 74 an output could not be written;
  ///   70 a fault of ours.
  package static func run(_ arguments: [String], on console: Console) -> Int32 {
    do {
      var command = try BriefCommand.parseAsRoot(arguments)
      guard let job = command as? any ConsoleCommand else {
        // Help, version and completion scripts are commands of the parser's own.
        try command.run()
        return 0
      }
      return run(job, on: console)
    } catch {
      return end(error, arguments, on: console)
    }
  }

  private static func run(_ command: any ConsoleCommand, on console: Console) -> Int32 {
    let report = DiagnosticPrinter(console: console, format: command.common.diagnostics)
    do throws(JobError) {
      report.print(try command.run(on: console))
      return 0
    } catch {
      report.print(error.diagnostics)
      return error.cause.rawValue
    }
  }

  /// What the parser ends with: help asked for is a result, wrong usage isn't.
  private static func end(
    _ error: any Error, _ arguments: [String], on console: Console
  ) -> Int32 {
    let code = BriefCommand.exitCode(for: error)
    guard code == .success else {
      report(error, arguments, on: console)
      return code.rawValue
    }
    do throws(JobError) {
      try console.output(BriefCommand.fullMessage(for: error) + "\n")
      return 0
    } catch {
      return error.cause.rawValue
    }
  }

  /// Words of the parser's own, with the usage, unless a program reads along or a command's name is wrong.
  private static func report(_ error: any Error, _ arguments: [String], on console: Console) {
    let format = DiagnosticsFormat(askedForIn: arguments)
    let printer = DiagnosticPrinter(console: console, format: format)
    if let unknown = UnknownCommand(arguments) {
      printer.print([unknown.diagnostic])
    } else if format == .json {
      printer.print([.error("usage", BriefCommand.message(for: error))])
    } else {
      console.errors(BriefCommand.fullMessage(for: error) + "\n")
    }
  }
}
