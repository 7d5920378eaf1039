import Glibc

/// Measures the program named on the command line, from the package's folder: `benchmarks .build/release/brief`.
func measure(_ program: String) throws(ChildProcess.Failure) -> Bool {
  let fixtures = try Fixtures()
  let sample = [
    "render", "Reports/executive-brief", "--data", "Samples/ai-one-team-summit-2022.json",
    "--data", "earlier=Samples/ai-one-team-summit-2020.json",
    "--data", "earlier=Samples/ai-one-team-summit-2021.json", "--timings",
  ]
  var table = FigureTable()

  let start = try Measurement(program, ["--version"])
  table.add("start of the program, CPU", start.cpuMilliseconds, "ms")

  let json = try Measurement(program, ["validate", try fixtures.bigJSON(), "--timings"])
  table.add("5 MB of JSON read, CPU", json.median { $0.phase("read") }, "ms", most: 100)
  table.add("5 MB of JSON read, peak memory", json.peakMegabytes, "MB")

  let reports = try fixtures.tableReports()
  for (kind, report) in [("text", reports.markdown), ("specification", reports.specified)] {
    let bound = try Measurement(
      program, ["validate", report, "--data", try fixtures.rows(), "--timings"], runs: 3)
    table.add(
      "20,000 rows (5 MB) in a table by \(kind), read, bound, parsed: CPU",
      bound.median { $0.phase("report") + $0.phase("data") + $0.phase("bind") }, "ms", most: 400)
    table.add(
      "the same, peak memory before typesetting",
      bound.median { $0.peakMegabytes(after: "bind") }, "MB", most: 150)
  }

  let inspected = try Measurement(
    program,
    ["inspect", "Reports/executive-brief", "--data", "Samples/ai-one-team-summit-2022.json"])
  table.add("brief inspect on the sample, CPU", inspected.cpuMilliseconds, "ms", most: 50)

  let chart = try Measurement(
    program, ["chart", try fixtures.chart(), "-o", "\(fixtures.folder)/chart.png"])
  table.add("a chart as PNG, cold, CPU", chart.cpuMilliseconds, "ms")

  let pdf = try Measurement(program, sample + ["-o", "\(fixtures.folder)/x.pdf"])
  table.add("the sample as PDF, cold, CPU", pdf.cpuMilliseconds, "ms", most: 150)
  table.add("the sample as PDF, peak memory", pdf.peakMegabytes, "MB", most: 120)

  let pages = "\(fixtures.folder)/pages"
  let png = try Measurement(program, sample + ["-o", pages, "--format", "pdf,png"])
  let count = pageCount(in: pages)
  table.add(
    "a page as PNG on top, CPU", png.median { $0.phase("png") } / Double(max(count, 1)), "ms",
    most: 25)
  table.add("PDF, \(count) pages, charts: CPU", png.cpuMilliseconds, "ms")
  table.add("PDF, \(count) pages, charts: peak memory", png.peakMegabytes, "MB")

  print("Medians of \(Measurement.runCount) cold runs\n\n\(table.text)")
  print("The sample as PDF by phase, CPU\n")
  var phases = FigureTable()
  for name in pdf.runs[0].phases.map(\.name) {
    phases.add(name, pdf.median { $0.phase(name) }, "ms")
  }
  print(phases.text)
  return table.isExceeded
}

/// How many page images an earlier run has left.
func pageCount(in folder: String) -> Int {
  var count = 0
  while access("\(folder)/page-\(count + 1).png", R_OK) == 0 { count += 1 }
  return count
}

guard CommandLine.arguments.count == 2 else {
  print("usage: benchmarks PROGRAM")
  exit(64)
}
do throws(ChildProcess.Failure) {
  exit(try measure(CommandLine.arguments[1]) ? 1 : 0)
} catch {
  print(error.words)
  exit(70)
}
