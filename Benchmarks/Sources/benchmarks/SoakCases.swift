/// Ten thousand letters in one process: what memory it holds after some, and after all.
enum SoakCases {
  private static let count = 10_000

  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let records = "\(bench.fixtures.folder)/letters.ndjson"
    _ = try Command(
      "/bin/sh", ["-c", "Scripts/make-clients \(count) > \"$0\"", records]
    ).run()
    let run = try Command(
      bench.warm,
      ["soak", "Benchmarks/Fixtures/letter", records, "\(bench.fixtures.folder)/letter.pdf"]
    ).run()
    for (name, _, megabytes) in run.phases {
      table.add(
        "soak.\(name)", "letters in one process, \(name): resident memory", megabytes, "MB",
        most: name == "after-\(count)" ? .share(1.2, of: "soak.after-1000") : nil)
    }
    table.add("soak.cpu", "each of them: CPU", run.cpuMilliseconds / Double(count), "ms")
  }
}
