import ArgumentParser
import BriefKit
import Diagnostics

/// A command of ours: what every one of them has.
protocol ConsoleCommand: ParsableCommand {
  var common: CommonOptions { get }

  /// Does the work.
  ///
  /// - Returns: The warnings.
  func run(on console: Console) throws(JobError) -> [Diagnostic]
}
