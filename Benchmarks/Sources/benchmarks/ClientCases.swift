/// A thousand briefs for a thousand clients, on two processes.
enum ClientCases {
  private static let count = 1000

  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    guard bench.python != nil else { return }
    for kind in ["all", "addressee"] {
      let folder = "\(bench.fixtures.folder)/clients-\(kind)"
      guard let maker = bench.peer("make-briefs.py", ["\(count)", folder, kind]) else { return }
      _ = try maker.run()
      let records = "\(folder)/briefs.ndjson"
      let what = kind == "all" ? "all data different" : "only the addressee different"
      let drivers =
        kind == "all"
        ? [("typst", "fresh"), ("typst", "matplotlib"), ("reportlab", "fresh")]
        : [("typst", "ready"), ("reportlab", "ready")]
      var fastest: (id: String, time: Double)?
      for (name, charts) in drivers {
        let result = "\(folder)/peer.json"
        guard
          let peer = bench.peer(
            "\(name)-clients.py", ["batch", charts, records, "\(folder)/peer", "2", result])
        else { continue }
        _ = try peer.run()
        let run: PeerRun = try ResultFile.read(result)
        let (id, time) = ("clients.\(kind).\(name)-\(charts)", 60_000 / (run.perMinute ?? .nan))
        if time < fastest?.time ?? .infinity { fastest = (id, time) }
        table.add(
          id, "a brief of 1,000, \(what), two processes, \(name), \(charts) charts: wall time",
          time, "ms")
      }
      let share = kind == "all" ? 0.2 : 1
      for jobs in ["1", "2"] {
        let run = try bench.brief([
          "batch", "Benchmarks/Fixtures/client", "--input", records, "-o", "\(folder)/ours-\(jobs)",
          "--name", "{{id}}", "--jobs", jobs,
        ]).run()
        table.add(
          "clients.\(kind).jobs\(jobs)", "the same, ours, --jobs \(jobs)",
          run.wallMilliseconds / Double(count), "ms",
          most: jobs == "2" ? fastest.map { .share(share, of: $0.id) } : nil)
      }
    }
  }
}
