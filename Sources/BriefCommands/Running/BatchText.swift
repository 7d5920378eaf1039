import BriefKit
import Diagnostics

/// What is said of a batch in words and numbers.
enum BatchText {
  private static let width = 24

  /// `[=======>     ] 1,234 done, 2 failed, 110 a second, 7 min left`
  static func bar(_ progress: BatchProgress) -> String {
    guard let share = progress.share else { return line(progress) }
    let filled = Int(share * Double(width))
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled)
    return "[\(bar)] \(line(progress))"
  }

  /// `1,234 done, 2 failed, 110 a second, 7 min left`
  static func line(_ progress: BatchProgress) -> String {
    var parts = counts(progress)
    let rate = progress.rate
    parts.append("\(rate < 10 ? tenths(rate) : grouped(Int(rate.rounded()))) a second")
    if let left = progress.secondsLeft { parts.append("\(duration(left)) left") }
    return parts.joined(separator: ", ")
  }

  /// `1,234 records: 1,232 done, 2 failed, in 12 s (6,170 a minute); letters/manifest.ndjson`
  static func summary(_ outcome: BatchJob.Outcome) -> String {
    let progress = outcome.progress
    let count = progress.recordCount
    var text =
      "\(grouped(count)) record\(count == 1 ? "" : "s"): "
      + counts(progress).joined(separator: ", ")
    if outcome.isStopped { text += ", then stopped" }
    // Of less than a second nothing can be said by the minute.
    if progress.milliseconds >= 1000 {
      let rate = Int((progress.rate * 60).rounded())
      text += ", in \(duration(progress.milliseconds / 1000)) (\(grouped(rate)) a minute)"
    }
    if outcome.manifest != "-" { text += "; \(outcome.manifest)" }
    if let sheet = outcome.sheet { text += ", \(sheet)" }
    if outcome.strangerCount > 0 {
      let count = outcome.strangerCount
      text =
        "\(grouped(count)) file\(count == 1 ? " lies" : "s lie") among the documents and "
        + "\(count == 1 ? "is" : "are") not of this run: send what the manifest calls done\n" + text
    }
    return text
  }

  /// `300 records: 298 done, 2 failed`
  static func summary(_ outcome: ManifestMerge.Outcome) -> String {
    let (count, failed) = (outcome.recordCount, outcome.failedCount)
    return "\(grouped(count)) record\(count == 1 ? "" : "s"): \(grouped(count - failed)) done"
      + (failed > 0 ? ", \(grouped(failed)) failed" : "")
  }

  /// The same for a program.
  static func json(_ outcome: BatchJob.Outcome) -> String {
    let progress = outcome.progress
    return "{\"done\":\(progress.doneCount),\"failed\":\(progress.failedCount)"
      + ",\"skipped\":\(progress.skippedCount),\"warned\":\(progress.warnedCount)"
      + ",\"strangers\":\(outcome.strangerCount),\"ms\":\(progress.milliseconds)"
      + ",\"manifest\":\(outcome.manifest.quotedForJSON)}"
  }

  private static func counts(_ progress: BatchProgress) -> [String] {
    var parts = ["\(grouped(progress.doneCount)) done"]
    if progress.skippedCount > 0 { parts.append("\(grouped(progress.skippedCount)) unchanged") }
    if progress.failedCount > 0 { parts.append("\(grouped(progress.failedCount)) failed") }
    if progress.warnedCount > 0 {
      parts.append("\(grouped(progress.warnedCount)) with warnings")
    }
    return parts
  }

  static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
