import BriefKit
import Diagnostics
import Synchronization

/// What is told of a batch while it runs and at its end: on a terminal a bar, elsewhere a line every ten seconds.
final class BatchReporter: Sendable {
  private struct State {
    var nextLine = 10_000
    var faultCount = 0
    var hasBar = false
  }

  private static let mostFaults = 20

  private let console: Console
  private let format: DiagnosticsFormat
  private let state = Mutex(State())

  init(console: Console, format: DiagnosticsFormat) {
    self.console = console
    self.format = format
  }

  func tell(_ progress: BatchProgress) {
    guard format == .text else { return }
    if console.isTerminal {
      state.withLock { $0.hasBar = true }
      console.errors("\r\u{1B}[K" + BatchText.bar(progress))
      return
    }
    let isTime = state.withLock { state in
      guard progress.milliseconds >= state.nextLine else { return false }
      state.nextLine = progress.milliseconds + 10_000
      return true
    }
    if isTime { console.errors(BatchText.line(progress) + "\n") }
  }

  func tell(faults: [Diagnostic]) {
    let count = state.withLock { state in
      state.faultCount += 1
      return state.faultCount
    }
    clearBar()
    guard count <= Self.mostFaults else {
      if count == Self.mostFaults + 1, format == .text {
        console.errors("more records have failed; the manifest says of each why\n")
      }
      return
    }
    DiagnosticPrinter(console: console, format: format, sums: false).print(faults)
  }

  func tell(warnings: [Diagnostic]) {
    clearBar()
    DiagnosticPrinter(console: console, format: format, sums: false).print(warnings)
  }

  /// Takes the bar away, so that other words stand on a line of their own.
  private func clearBar() {
    let hadBar = state.withLock { state in
      defer { state.hasBar = false }
      return state.hasBar
    }
    if hadBar { console.errors("\r\u{1B}[K") }
  }

  /// The last line: how much was done, and where to read more.
  func finish(_ outcome: BatchJob.Outcome) {
    clearBar()
    switch format {
    case .text: console.errors(BatchText.summary(outcome) + "\n")
    case .json: console.errors(BatchText.json(outcome) + "\n")
    }
  }
}
