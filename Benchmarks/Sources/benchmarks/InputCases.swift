/// Reading and binding of data.
enum InputCases {
  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let start = try Measurement(bench.program, ["--version"])
    table.add("start.cpu", "start of the program, CPU", start.cpuMilliseconds, "ms")

    let json = try Measurement(
      bench.program, ["validate", try bench.fixtures.bigJSON(), "--timings"])
    table.add(
      "json.cpu", "5 MB of JSON read, CPU", json.median { $0.phase("read") }, "ms",
      most: .number(100))
    table.add("json.peak", "5 MB of JSON read, peak memory", json.peakMegabytes, "MB")

    let reports = try bench.fixtures.tableReports()
    for (kind, report) in [("text", reports.markdown), ("specification", reports.specified)] {
      let bound = try Measurement(
        bench.program, ["validate", report, "--data", try bench.fixtures.rows(), "--timings"],
        runs: 3)
      table.add(
        "table.\(kind).cpu",
        "20,000 rows (5 MB) in a table by \(kind), read, bound, parsed: CPU",
        bound.median { $0.phase("report") + $0.phase("data") + $0.phase("bind") }, "ms",
        most: .number(400))
      table.add(
        "table.\(kind).peak", "the same, peak memory before typesetting",
        bound.median { $0.peakMegabytes(after: "bind") }, "MB", most: .number(150))
    }
  }
}
