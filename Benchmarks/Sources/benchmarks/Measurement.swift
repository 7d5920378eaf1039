/// Many cold runs of one command, and the medians of what they took.
struct Measurement {
  static let runCount = 11

  let runs: [ChildProcess]

  init(
    _ program: String, _ arguments: [String], runs count: Int = Measurement.runCount
  ) throws(ChildProcess.Failure) {
    // The first one reads the files from disk; only what follows is alike.
    _ = try ChildProcess(program, arguments)
    var runs: [ChildProcess] = []
    for _ in 0..<count { runs.append(try ChildProcess(program, arguments)) }
    self.runs = runs
  }

  func median(_ figure: (ChildProcess) -> Double) -> Double {
    runs.map(figure).sorted()[runs.count / 2]
  }

  var cpuMilliseconds: Double { median(\.cpuMilliseconds) }
  var peakMegabytes: Double { median(\.peakMegabytes) }
}
