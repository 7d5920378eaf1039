/// Many cold runs of one command, and the medians of what they took.
struct Measurement {
  static let runCount = 11

  private(set) var runs: [ChildProcess] = []

  init(
    _ program: String, _ arguments: [String], runs count: Int = Measurement.runCount
  ) throws(ChildProcess.Failure) {
    self = try Self.together([Command(program, arguments)], runs: count)[0]
  }

  private init() {}

  /// Runs commands in turn, so that what else the machine does falls on all of them alike.
  static func together(
    _ commands: [Command], runs count: Int = Measurement.runCount
  ) throws(ChildProcess.Failure) -> [Measurement] {
    // The first runs read the files from disk; only what follows is alike.
    for command in commands { _ = try command.run() }
    var measurements = [Measurement](repeating: Measurement(), count: commands.count)
    for _ in 0..<count {
      for (index, command) in commands.enumerated() {
        measurements[index].runs.append(try command.run())
      }
    }
    return measurements
  }

  func median(_ figure: (ChildProcess) -> Double) -> Double {
    runs.map(figure).median
  }

  var cpuMilliseconds: Double { median(\.cpuMilliseconds) }
  var wallMilliseconds: Double { median(\.wallMilliseconds) }
  var peakMegabytes: Double { median(\.peakMegabytes) }
}

extension [Double] {
  /// The number in the middle; of an even count the greater one of the two.
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
