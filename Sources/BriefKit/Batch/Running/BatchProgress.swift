/// How far a batch has come.
package struct BatchProgress: Sendable, Hashable {
  /// Documents written by this run.
  package var doneCount = 0
  package var failedCount = 0
  /// Records that an earlier run has done, unchanged.
  package var skippedCount = 0
  /// Documents with warnings among those that are done or unchanged.
  package var warnedCount = 0
  package var milliseconds = 0
  /// The share of the input that has been read; nil where nobody knows how long it is.
  package var share: Double?

  package var recordCount: Int { doneCount + failedCount + skippedCount }

  /// Documents a second, over the whole run.
  package var rate: Double {
    milliseconds > 0 ? Double(doneCount + failedCount) * 1000 / Double(milliseconds) : 0
  }

  /// Until the end, if all goes on as it has gone.
  package var secondsLeft: Int? {
    guard let share, share > 0.001, milliseconds >= 1000 else { return nil }
    return Int(Double(milliseconds) / 1000 * (1 - share) / share)
  }
}
