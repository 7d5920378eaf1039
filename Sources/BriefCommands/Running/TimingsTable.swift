import BriefKit

/// What a run has taken by phase, as `--timings` prints it: CPU time, and the peak of memory until the phase ended; where
/// it made several things, the CPU time of each.
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
    }.joined() + parts(timings.parts)
  }

  private static func parts(_ parts: [Timings.Part]) -> String {
    guard parts.count > 1 else { return "" }
    return parts.map { part in
      let phases = part.phases.map { "\($0.name) \(thousandths($0.milliseconds))" }
      return "\(part.name): \(phases.joined(separator: ", ")) ms CPU\n"
    }.joined()
  }

  private static func thousandths(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
