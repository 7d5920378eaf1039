/// A table of 20,000 rows and five columns as PDF.
enum TableCases {
  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let report = try bench.fixtures.tableReports().specified
    let rows = try bench.fixtures.rows()
    let folder = bench.fixtures.folder
    func ours(_ data: String, _ options: [String] = []) -> Command {
      bench.brief(["render", report, "--data", data, "-o", "\(folder)/table.pdf"] + options)
    }
    var names = ["archive", "pdf17"]
    var commands = [ours(rows), ours(rows, ["--standard", "pdf17"])]
    let peers: [(String, String, [String])] = [
      ("typst", "typst-table.py", ["tagged"]), ("reportlab", "reportlab-table.py", ["whole"]),
      ("reportlab-paged", "reportlab-table.py", ["paged"]),
    ]
    for (name, script, words) in peers {
      guard let peer = bench.peer(script, words + [rows, "\(folder)/peer.pdf"]) else { continue }
      names.append(name)
      commands.append(peer)
    }
    let measured = try Measurement.together(commands, runs: 3)
    for (name, peer) in zip(names, measured).dropFirst(2) {
      table.add(
        "rows.\(name)", "20,000 rows as PDF, \(name): CPU", peer.cpuMilliseconds, "ms")
      table.add("rows.\(name).peak", "the same, peak memory", peer.peakMegabytes, "MB")
    }
    table.add(
      "rows.tagged.cpu", "20,000 rows as PDF, tagged and archivable: CPU",
      measured[0].cpuMilliseconds, "ms", most: .share(0.4, of: "rows.typst"))
    table.add(
      "rows.tagged.peak", "the same, peak memory", measured[0].peakMegabytes, "MB",
      most: .number(200))
    table.add(
      "rows.pdf17.cpu", "the same as PDF 1.7: CPU", measured[1].cpuMilliseconds, "ms",
      most: .share(0.7, of: "rows.reportlab"))
    let twice = try Measurement.together([ours(try bench.fixtures.rows(40_000))], runs: 3)[0]
    table.add(
      "rows.twice.cpu", "40,000 rows as PDF: CPU", twice.cpuMilliseconds, "ms",
      most: .share(2.2, of: "rows.tagged.cpu"))
  }
}
