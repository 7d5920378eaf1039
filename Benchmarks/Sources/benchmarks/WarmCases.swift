/// A brief of six pages with three charts, rendered again and again in one process.
enum WarmCases {
  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let fixture = "Benchmarks/Fixtures/brief"
    let run = try Command(
      bench.warm, [fixture, "\(fixture)/data.json", "\(bench.fixtures.folder)/warm.pdf"]
    ).run()
    table.add(
      "brief.warm.replay", "six pages replayed through cairo alone, warm: CPU of the median run",
      run.phase("replay"), "ms")
    table.add(
      "brief.warm.cpu", "the brief of six pages from files to PDF, warm", run.phase("whole"), "ms",
      most: .share(1.5, of: "brief.warm.replay"))
    table.add("brief.warm.peak", "the same, peak memory", run.peakMegabytes, "MB")
  }
}
