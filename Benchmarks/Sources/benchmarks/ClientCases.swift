/// A thousand briefs for a thousand clients, on two processes.
enum ClientCases {
  private static let count = 1000
  private static let fixture = "Benchmarks/Fixtures/client"

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
        let run = try batch(bench, records, "\(folder)/ours-\(jobs)", jobs: jobs).run()
        table.add(
          "clients.\(kind).jobs\(jobs)", "the same, ours, --jobs \(jobs)",
          run.wallMilliseconds / Double(count), "ms",
          most: jobs == "2" ? fastest.map { .share(share, of: $0.id) } : nil)
      }
      if kind == "all" { try measureWorkers(bench, records, folder, into: &table) }
    }
  }

  private static func batch(
    _ bench: borrowing Bench, _ records: String, _ output: String, jobs: String
  ) -> Command {
    bench.brief([
      "batch", fixture, "--input", records, "-o", output, "--name", "{{id}}", "--jobs", jobs,
    ])
  }

  /// Two jobs in turn with two workers that nobody directs, each with half of the records in a file.
  private static func measureWorkers(
    _ bench: borrowing Bench, _ records: String, _ folder: String, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let requests = #"{ printf "{\"seq\":%d,\"name\":\"%d\",\"record\":%s}\n", NR, NR, $0 }"#
    let make =
      #"mkdir "$1/workers"; for half in 0 1; do awk "NR % 2 == $half "'\#(requests)' "$0" > "$1/half-$half"; done"#
    _ = try Command("/bin/sh", ["-c", make, records, folder]).run()
    let work =
      #"for half in 0 1; do "$0" worker "$1" -o "$2" < "$3/half-$half" > "$3/answers-$half" & done; wait"#
    let runs = try Measurement.together(
      [
        Command("/bin/sh", ["-c", work, bench.program, fixture, "\(folder)/workers", folder]),
        batch(bench, records, "\(folder)/jobs", jobs: "2"),
      ], runs: 3)
    table.add(
      "clients.workers", "a thousand briefs by two workers, half of the records each: wall time",
      runs[0].wallMilliseconds / Double(count), "ms each")
    table.add(
      "clients.jobs", "the same by --jobs 2, in turn with them",
      runs[1].wallMilliseconds / Double(count), "ms each",
      most: .share(1 / 0.95, of: "clients.workers"))
  }
}
