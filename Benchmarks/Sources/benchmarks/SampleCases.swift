import Glibc

/// The sample brief, as PDF and as pictures of its pages.
enum SampleCases {
  private static let arguments = [
    "render", "Reports/executive-brief", "--data", "Samples/ai-one-team-summit-2022.json",
    "--data", "earlier=Samples/ai-one-team-summit-2020.json",
    "--data", "earlier=Samples/ai-one-team-summit-2021.json", "--timings",
  ]

  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let folder = bench.fixtures.folder
    let inspected = try Measurement(
      bench.program,
      ["inspect", "Reports/executive-brief", "--data", "Samples/ai-one-team-summit-2022.json"])
    table.add(
      "inspect.cpu", "brief inspect on the sample, CPU", inspected.cpuMilliseconds, "ms",
      most: .number(50))

    let pdf = try Measurement(bench.program, arguments + ["-o", "\(folder)/x.pdf"])
    table.add(
      "sample.pdf.cpu", "the sample as PDF, cold, CPU", pdf.cpuMilliseconds, "ms",
      most: .number(150))
    table.add(
      "sample.pdf.peak", "the sample as PDF, peak memory", pdf.peakMegabytes, "MB",
      most: .number(120))

    let pages = "\(folder)/pages"
    let png = try Measurement(bench.program, arguments + ["-o", pages, "--format", "pdf,png"])
    let count = pageCount(in: pages)
    table.add(
      "sample.page.cpu", "a page as PNG on top, CPU",
      png.median { $0.phase("png") } / Double(max(count, 1)), "ms", most: .number(25))
    table.add("sample.all.cpu", "PDF, \(count) pages, charts: CPU", png.cpuMilliseconds, "ms")
    table.add(
      "sample.all.peak", "PDF, \(count) pages, charts: peak memory", png.peakMegabytes, "MB")
    for name in pdf.runs[0].phases.map(\.name) {
      table.add(
        "sample.pdf.phase.\(name)", "the sample as PDF, phase \"\(name)\", CPU",
        pdf.median { $0.phase(name) }, "ms")
    }
  }

  /// How many page images a run has left.
  private static func pageCount(in folder: String) -> Int {
    var count = 0
    while access("\(folder)/page-\(count + 1).png", R_OK) == 0 { count += 1 }
    return count
  }
}
