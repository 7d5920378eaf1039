/// The brief of six pages with three charts, in a process of its own and again and again in one.
enum BriefCases {
  private static let fixture = "Benchmarks/Fixtures/brief"
  private static let peers = ["typst", "weasyprint", "reportlab"]

  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    try cold(bench, into: &table)
    try warm(bench, into: &table)
  }

  private static func cold(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let folder = bench.fixtures.folder
    var commands = [
      bench.brief([
        "render", fixture, "--data", "\(fixture)/data.json", "-o", "\(folder)/brief.pdf",
      ])
    ]
    var names: [String] = []
    let drivers: [(String, String, [String])] =
      peers.map { ($0, "\($0)-brief.py", ["once"]) }
      + [("typst-matplotlib", "typst-brief.py", ["once", "matplotlib"])]
    for (name, script, words) in drivers {
      guard let peer = bench.peer(script, words + ["\(folder)/peer.pdf"]) else { continue }
      names.append(name)
      commands.append(peer)
    }
    let measured = try Measurement.together(commands, runs: 5)
    for (name, peer) in zip(names, measured.dropFirst()) {
      table.add(
        "brief.cold.\(name)", "six pages, three fresh charts, cold, \(name): CPU",
        peer.cpuMilliseconds, "ms")
      table.add("brief.cold.\(name).peak", "the same, peak memory", peer.peakMegabytes, "MB")
    }
    let fastest = zip(names, measured.dropFirst()).min {
      $0.1.cpuMilliseconds < $1.1.cpuMilliseconds
    }
    table.add(
      "brief.cold.cpu", "six pages, three charts, cold: CPU", measured[0].cpuMilliseconds, "ms",
      most: fastest.map { .share(0.2, of: "brief.cold.\($0.0)") })
    table.add("brief.cold.peak", "the same, peak memory", measured[0].peakMegabytes, "MB")
  }

  private static func warm(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let folder = bench.fixtures.folder
    for (name, kind) in [("typst", "fresh"), ("typst", "ready"), ("reportlab", "fresh")] {
      let result = "\(folder)/peer.json"
      guard
        let peer = bench.peer(
          "\(name)-brief.py", ["warm", kind, "21", "\(folder)/peer.pdf", result])
      else { continue }
      _ = try peer.run()
      let run: PeerRun = try ResultFile.read(result)
      table.add(
        "brief.warm.\(name).\(kind)", "six pages, \(kind) charts, warm, \(name): CPU",
        (run.runs ?? []).map(\.cpu).median, "ms")
      table.add("brief.warm.\(name).\(kind).peak", "the same, peak memory", run.peakMegabytes, "MB")
    }
    let run = try Command(
      bench.warm, ["brief", fixture, "\(fixture)/data.json", "\(folder)/warm.pdf"]
    ).run()
    table.add(
      "brief.warm.replay", "six pages replayed through cairo alone, warm: CPU of the median run",
      run.phase("replay"), "ms")
    table.add(
      "brief.warm.cpu", "the brief of six pages from files to PDF, warm, its charts known: CPU",
      run.phase("kept"), "ms", most: .share(1.5, of: "brief.warm.replay"))
    table.add(
      "brief.warm.ready", "the same beside Typst with its charts ready-made", run.phase("kept"),
      "ms",
      most: .share(1, of: "brief.warm.typst.ready"))
    table.add(
      "brief.warm.fresh", "the same, nothing known but fonts and report: CPU", run.phase("fresh"),
      "ms", most: .share(0.2, of: "brief.warm.typst.fresh"))
    table.add("brief.warm.peak", "the same, peak memory", run.peakMegabytes, "MB")
  }
}
