import Glibc

/// What a run has taken by phase, in order of first entry.
package struct Timings: Sendable {
  /// One phase.
  package struct Phase: Sendable {
    package var name: String
    /// CPU time.
    package var milliseconds: Double
    /// The most memory that the process has had at once until the phase ended.
    package var peakMegabytes: Double
  }

  /// One of several things made, and the CPU time it took in each phase.
  package struct Part: Sendable {
    package var name: String
    package var phases: [(name: String, milliseconds: Double)]
  }

  package private(set) var phases: [Phase] = []
  /// In order of work; a part is worked on in one go.
  package private(set) var parts: [Part] = []

  package init() {}

  /// Runs a phase and adds its CPU time to what the phase has taken before, and to that of the part it is for.
  mutating func measure<T, E: Error>(
    _ name: String, of part: String? = nil, _ body: () throws(E) -> T
  ) throws(E) -> T {
    let start = Self.now()
    defer {
      let spent = Self.now() - start
      let peak = Self.peakMegabytes()
      if let index = phases.firstIndex(where: { $0.name == name }) {
        phases[index].milliseconds += spent
        phases[index].peakMegabytes = peak
      } else {
        phases.append(Phase(name: name, milliseconds: spent, peakMegabytes: peak))
      }
      if let part {
        if parts.last?.name != part { parts.append(Part(name: part, phases: [])) }
        parts[parts.count - 1].phases.append((name, spent))
      }
    }
    return try body()
  }

  package var total: Double { phases.reduce(0) { $0 + $1.milliseconds } }

  /// All that this process has taken since it was started, its loading included.
  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// The most memory that was resident at once; the kernel counts in kilobytes.
  package static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
