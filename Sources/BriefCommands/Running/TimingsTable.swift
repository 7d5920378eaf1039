import BriefKit
import Glibc

/// The CPU time of a run by phase, as `--timings` prints it.
enum TimingsTable {
  static func text(_ timings: Timings) -> String {
    let total = processTime()
    var lines = timings.phases.map { ($0.name, $0.milliseconds) }
    lines.append(("other", max(0, total - timings.total)))
    lines.append(("total", total))
    let width = lines.map(\.0.count).max() ?? 0
    let rows = lines.map { name, milliseconds in
      let time = tenths(milliseconds)
      return name + spaces(width - name.count) + spaces(10 - time.count) + time + " ms CPU\n"
    }
    return rows.joined() + "peak memory \(peakMegabytes()) MB\n"
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func tenths(_ milliseconds: Double) -> String {
    let tenths = Int((milliseconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// All that this process has taken since it was started, its loading included.
  private static func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// The most memory that was resident at once; the kernel counts in kilobytes.
  private static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int((Double(usage.ru_maxrss) / 1024).rounded())
  }
}
