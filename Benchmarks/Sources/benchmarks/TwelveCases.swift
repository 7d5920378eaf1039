/// Twelve charts of our gallery to PNG, in one process.
enum TwelveCases {
  private static let folder = "Documentation/gallery"
  private static let names = [
    "sales-against-plan", "channel-mix", "staff-survey", "satisfaction-slope", "market-share",
    "revenue-by-product", "demand-forecast", "users", "brand-rank", "business-portfolio",
    "calls-by-hour", "waits-by-branch",
  ]

  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    for (name, script) in [
      ("vl-convert", "vl-convert.py"), ("matplotlib", "matplotlib-charts.py"),
    ] {
      let result = "\(bench.fixtures.folder)/peer.json"
      guard let peer = bench.peer(script, ["twelve", "5", result]) else { continue }
      _ = try peer.run()
      let run: PeerRun = try ResultFile.read(result)
      table.add(
        "twelve.\(name)", "twelve charts as PNG, warm, \(name): CPU",
        (run.charts ?? []).map(\.png.cpu).reduce(0, +), "ms")
      table.add("twelve.\(name).peak", "the same, peak memory", run.peakMegabytes, "MB")
    }
    let runs = try Measurement.together([
      bench.brief(
        ["chart"] + names.map { "\(folder)/\($0).vl.json" } + [
          "-o", "\(bench.fixtures.folder)/twelve", "--lang", "ko", "--theme",
          "\(folder)/theme.yaml", "--timings",
        ])
    ])[0]
    let sum = runs.median { run in
      run.charts.values.reduce(0) { $0 + ($1["charts"] ?? 0) + ($1["png"] ?? 0) }
    }
    table.add(
      "twelve.cpu", "twelve charts as PNG, each once in one process: CPU", sum, "ms",
      most: .share(0.1, of: "twelve.vl-convert"))
    table.add(
      "twelve.matplotlib.cpu", "the same beside matplotlib", sum, "ms",
      most: .share(1.0 / 15, of: "twelve.matplotlib"))
    table.add("twelve.peak", "the same, peak memory", runs.peakMegabytes, "MB")
  }
}
