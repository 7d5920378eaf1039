import Glibc

/// CPU time by phase of a run, in milliseconds, in order of first entry.
package struct Timings: Sendable {
  package private(set) var phases: [(name: String, milliseconds: Double)] = []

  package init() {}

  /// Runs a phase and adds its CPU time to what the phase has taken before.
  mutating func measure<T, E: Error>(_ name: String, _ body: () throws(E) -> T) throws(E) -> T {
    let start = Self.now()
    defer {
      let spent = Self.now() - start
      if let index = phases.firstIndex(where: { $0.name == name }) {
        phases[index].milliseconds += spent
      } else {
        phases.append((name, spent))
      }
    }
    return try body()
  }

  package var total: Double { phases.reduce(0) { $0 + $1.milliseconds } }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
