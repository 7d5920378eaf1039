import Foundation
import Testing

@testable import BriefKit

@Suite(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
struct BatchCommandTests {
  @Test func eachRecordIsADocumentAndALine() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(5)])
    let run = try batch.run("c.ndjson", "--name", "{{id}}", "--jobs", "2")
    #expect(run.code == 0)
    #expect(run.output == [])
    #expect(run.errors.hasPrefix("5 records: 5 done"))
    #expect(
      try batch.outputs
        == ["k1.pdf", "k2.pdf", "k3.pdf", "k4.pdf", "k5.pdf", "manifest.ndjson", "unusual.png"])
    let entries = try batch.manifest()
    #expect(entries.map(\.seq) == [1, 2, 3, 4, 5])
    #expect(entries.allSatisfy { $0.status == .done && $0.pageCount == 1 && $0.attempts == 1 })
    let output = try #require(entries[2].outputs.first)
    #expect(output.path == "k3.pdf")
    let bytes = try batch.folder.bytes("out/k3.pdf")
    #expect(output.byteCount == bytes.count)
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
  }

  /// A worker keeps its report; what it makes is what `brief render` makes.
  @Test func aDocumentIsTheSameAsOneRenderedByItself() throws {
    let batch = try BatchFolder([
      "c.ndjson": BatchFolder.records(6), "d.json": "{\"name\":\"모임 6\",\"count\":6}",
    ])
    #expect(try batch.run("c.ndjson", "--jobs", "1").code == 0)
    let single = CommandRun([
      "render", "\(batch.path)/r", "--data", "\(batch.path)/d.json", "-o",
      "\(batch.path)/single.pdf",
    ])
    #expect(single.code == 0)
    #expect(try batch.folder.bytes("out/000006.pdf") == batch.folder.bytes("single.pdf"))
  }

  @Test func namesSeeWhatTheReportSees() throws {
    let report = """
      ---
      title: "T {{id}}"
      tables:
        sums: {data: rows, transform: [{aggregate: [{op: sum, field: n, as: total}]}]}
      ---
      {{id}}
      """
    let batch = try BatchFolder([
      "r/report.md": report, "c.ndjson": "{\"id\":\"a\",\"rows\":[{\"n\":1},{\"n\":2}]}\n",
      "rates.json": "{\"year\":2022}",
    ])
    let run = try batch.run(
      "c.ndjson", "--data", "rates=\(batch.path)/rates.json", "--set", "unit.x=팀", "--name",
      "{{rates.year}}-{{@set.unit.x}}-{{sums.0.total:03d}}-{{@report.title}}-{{@lang}}")
    #expect(batch.said(run).hasPrefix("1 record: 1 done"))
    #expect(try batch.manifest().map(\.name) == ["2022-팀-003-T a-ko"])
  }

  @Test func faultsAreSaidAtTheirRecordAndTheRestIsDone() throws {
    let batch = try BatchFolder([
      "c.ndjson": """
      {"id":"a","name":"x","count":1}
      {"id":"a","name":"x","count":1}
      {"id":"../../x","name":"x","count":1}

      {"id":"b","name":"x"}
      {"id":,}
      {"name":"x","count":1}
      {"id":"c","name":"x","count":3}
      """
    ])
    let run = try batch.run("c.ndjson", "--name", "{{id}}", "--jobs", "1")
    #expect(run.code == 1)
    let lines = Set(batch.said(run).split(separator: "\n").map(String.init))
    for line in [
      "DIR/c.ndjson:2:1: error: record 1 has the name \"a\" already",
      "DIR/c.ndjson:3:1: error: the name \"../../x\" has a \"/\", and a name is no path",
      "DIR/r/report.md:4:15: error: unknown name \"count\"",
      "DIR/c.ndjson:5:1: note: in this record",
      "DIR/c.ndjson:6:7: error: expected a value, found \",\"",
      "DIR/c.ndjson:7:1: error: the record has no name: unknown name \"id\"",
    ] { #expect(lines.contains(line), "\(line)") }
    #expect(batch.said(run).contains("7 records: 2 done, 5 failed"))
    #expect(try batch.outputs.filter { $0.hasSuffix(".pdf") } == ["a.pdf", "c.pdf"])
    let entries = try batch.manifest()
    #expect(entries.map(\.seq) == Array(1...7))
    #expect(
      entries.map(\.status) == [.done, .failed, .failed, .failed, .failed, .failed, .done])
    // An input fault isn't tried again.
    #expect(entries.map(\.attempts) == [1, 0, 0, 1, 0, 0, 1])
    #expect(entries[3].line == 5)
    #expect(!FileManager.default.fileExists(atPath: "\(batch.path)/../x.pdf"))
  }

  @Test func theFirstFailureEndsTheRunWhereAsked() throws {
    let batch = try BatchFolder([
      "c.ndjson": "{\"name\":\"x\",\"count\":1}\n{}\n" + BatchFolder.records(200)
    ])
    let run = try batch.run("c.ndjson", "--on-error", "stop", "--jobs", "1")
    #expect(run.code == 1)
    let entries = try batch.manifest()
    #expect(entries.count < 10)
    #expect(entries.count { $0.status == .failed } == 1)
  }

  @Test func standardStreamsAreDashes() throws {
    let batch = try BatchFolder([:])
    let run = try BriefProgram.run(
      [
        "batch", "\(batch.path)/r", "--input", "-", "-o", "\(batch.path)/out", "--manifest", "-",
        "--name", "{{id}}",
      ], input: BatchFolder.records(3))
    #expect(run.code == 0)
    let entries = run.output.split(separator: 0x0A).compactMap { ManifestEntry(line: Array($0)) }
    #expect(Set(entries.map(\.seq)) == [1, 2, 3])
    #expect(entries.first?.source == "<stdin>")
    // Whoever reads the manifest is a program, and looks at no pictures.
    #expect(try batch.outputs == ["k1.pdf", "k2.pdf", "k3.pdf"])
  }

  @Test func moreThanAPDFIsAFolder() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(1)])
    #expect(try batch.run("c.ndjson", "--format", "pdf,png", "--name", "{{id}}").code == 0)
    #expect(
      try batch.outputs
        == ["k1/brief.pdf", "k1/page-1.png", "manifest.ndjson", "unusual.png"])
    #expect(
      try batch.manifest().first?.outputs.map(\.path) == ["k1/brief.pdf", "k1/page-1.png"])
  }

  @Test func languagesAreFolders() throws {
    let batch = try BatchFolder([
      "c.ndjson": BatchFolder.records(1), "r/report.en.md": "{{name}} has {{count}}.\n",
    ])
    #expect(try batch.run("c.ndjson", "--lang", "all", "--name", "{{id}}").code == 0)
    #expect(try batch.outputs == ["en/k1.pdf", "ko/k1.pdf", "manifest.ndjson", "unusual.png"])
  }

  @Test func rowsAndFilesAreRecords() throws {
    let batch = try BatchFolder([
      "c.csv": "id,name,count\n007,김,1\n008,이,2\n", "in/kim.json": "{\"name\":\"김\",\"count\":1}",
      "in/lee.yaml": "name: 이\ncount: 2\n",
    ])
    #expect(try batch.run("c.csv", "--name", "{{id}}").code == 0)
    #expect(try batch.manifest().map(\.name) == ["007", "008"])
    #expect(try batch.run("in").code == 0)
    #expect(try batch.manifest().map(\.name) == ["kim", "lee"])
  }

  // MARK: Going on

  @Test func whatIsDoneAndUnchangedStays() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(4), "rates.json": "1"])
    let options = ["--name", "{{id}}", "--data", "rates=\(batch.path)/rates.json"]
    func summary(_ more: [String] = []) throws -> String? {
      let words = batch.words("c.ndjson") + options + ["--resume"] + more
      let errors = try BriefProgram.run(words).errors
      return errors.components(separatedBy: ";").first?.components(separatedBy: ", in ").first
    }
    #expect(try summary() == "4 records: 4 done")
    #expect(try summary() == "4 records: 0 done, 4 unchanged")
    // A record, a file that is gone, the report, another input, an option: each is made again, and only it.
    try batch.folder.write(
      BatchFolder.records(4).replacing("\"count\":2", with: "\"count\":22"), to: "c.ndjson")
    #expect(try summary() == "4 records: 1 done, 3 unchanged")
    try FileManager.default.removeItem(atPath: "\(batch.path)/out/k3.pdf")
    #expect(try summary() == "4 records: 1 done, 3 unchanged")
    try batch.folder.write(BatchFolder.report + "\n더.\n", to: "r/report.md")
    #expect(try summary() == "4 records: 4 done")
    try batch.folder.write("2", to: "rates.json")
    #expect(try summary() == "4 records: 4 done")
    #expect(try summary(["--standard", "pdf17"]) == "4 records: 4 done")
    #expect(try summary(["--standard", "pdf17"]) == "4 records: 0 done, 4 unchanged")
    #expect(try batch.folder.text("out/manifest.ndjson").split(separator: "\n").count == 4)
  }

  @Test func shardsJoinToTheWhole() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(7)])
    for shard in ["1/2", "2/2"] {
      #expect(try batch.run("c.ndjson", "--shard", shard, "--name", "{{id}}").code == 0)
    }
    #expect(try batch.manifest("out/manifest-1-of-2.ndjson").map(\.seq) == [2, 4, 6])
    #expect(try batch.manifest("out/manifest-2-of-2.ndjson").map(\.seq) == [1, 3, 5, 7])
    let merge = CommandRun([
      "batch", "--merge", "\(batch.path)/out/manifest-1-of-2.ndjson",
      "\(batch.path)/out/manifest-2-of-2.ndjson", "-o", "\(batch.path)/all.ndjson",
    ])
    #expect(merge.code == 0)
    #expect(try batch.manifest("all.ndjson").map(\.seq) == Array(1...7))
    #expect(try batch.outputs.count { $0.hasSuffix(".pdf") } == 7)
  }

  @Test func workersAreReplacedFromTimeToTime() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(7)])
    var job = BatchJob(
      input: RecordInput(path: "\(batch.path)/c.ndjson"),
      settings: RecordSettings(
        report: "\(batch.path)/r", folder: "\(batch.path)/out",
        settings: RunSettings(home: PackageFolder.path)),
      worker: WorkerCommandLine(
        program: try #require(BriefProgram.path),
        arguments: [
          "worker", "--output=\(batch.path)/out", "--home=\(PackageFolder.path)",
          "\(batch.path)/r",
        ]), jobs: 1)
    job.recordsPerWorker = 3
    let outcome = try job.run()
    #expect(outcome.interruption == nil)
    #expect(outcome.progress.doneCount == 7)
    #expect(try batch.manifest().map(\.attempts) == Array(repeating: 1, count: 7))
  }

  // MARK: The worker

  @Test func aWorkerAnswersEachRequestWithALine() throws {
    let batch = try BatchFolder([:])
    let (input, output) = (Pipe(), Pipe())
    let worker = try RunningProgram(
      ["worker", "\(batch.path)/r", "-o", "\(batch.path)/out"], output: output, input: input)
    func ask(_ request: String) throws -> ManifestEntry? {
      try input.fileHandleForWriting.write(contentsOf: Data((request + "\n").utf8))
      var line: [UInt8] = []
      while line.last != 0x0A {
        guard let byte = try output.fileHandleForReading.read(upToCount: 1)?.first else { break }
        line.append(byte)
      }
      return ManifestEntry(line: line.dropLast())
    }
    let first = try ask(#"{"seq":3,"name":"a","record":{"name":"x","count":1}}"#)
    #expect(first?.seq == 3)
    #expect(first?.outputs.map(\.path) == ["a.pdf"])
    let second = try ask(#"{"seq":4,"name":"../b","record":{"name":"x","count":1}}"#)
    #expect(second?.status == .failed)
    let third = try ask(#"{"seq":5,"name":"c","record":{"name":"x"}}"#)
    #expect(third?.status == .failed)
    #expect(third?.outputs == [])
    try input.fileHandleForWriting.close()
    #expect(worker.wait() == 0)
    #expect(try batch.outputs == ["a.pdf"])
  }
}
