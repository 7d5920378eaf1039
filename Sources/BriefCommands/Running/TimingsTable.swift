import BriefKit

/// What a run has taken by phase, as `--timings` prints it: CPU time, and the peak of memory until the phase ended.
enum TimingsTable {
  static func text(_ timings: Timings) -> String {
    let total = Timings.now()
    let peak = Timings.peakMegabytes()
    var lines = timings.phases.map { ($0.name, $0.milliseconds, $0.peakMegabytes) }
    lines.append(("other", max(0, total - timings.total), peak))
    lines.append(("total", total, peak))
    let width = lines.map(\.0.count).max() ?? 0
    return lines.map { name, milliseconds, megabytes in
      let (time, memory) = (tenths(milliseconds), tenths(megabytes))
      return name + spaces(width - name.count) + spaces(10 - time.count) + time + " ms CPU"
        + spaces(9 - memory.count) + memory + " MB\n"
    }.joined()
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
