import Foundation
import Testing

@testable import BriefKit

/// What nobody may lose by a batch, or send by mistake.
@Suite(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
struct BatchSafetyTests {
  private static let records = BatchFolder.records(4)

  // MARK: Files that are there

  @Test(arguments: ["c.ndjson", "r/report.md", "precious.txt"])
  func aFileThatIsNoManifestIsNotWrittenOver(_ name: String) throws {
    let batch = try BatchFolder(["c.ndjson": Self.records, "precious.txt": "mine\n"])
    let before = try batch.folder.text(name)
    let run = try batch.run("c.ndjson", "--manifest", "\(batch.path)/\(name)")
    #expect(run.code == 64)
    #expect(batch.said(run).contains("DIR/\(name)\" is there already, and is no manifest"))
    #expect(try batch.folder.text(name) == before)
  }

  @Test func aManifestIsNotWrittenOverWhereItIsTheInput() throws {
    let batch = try BatchFolder(["c.ndjson": Self.records])
    _ = try batch.run("c.ndjson")
    let before = try batch.folder.text("out/manifest.ndjson")
    let run = try batch.run("out/manifest.ndjson")
    #expect(run.code == 64)
    #expect(try batch.folder.text("out/manifest.ndjson") == before)
  }

  @Test func joiningWritesOverNoOtherFile() throws {
    let batch = try BatchFolder(["c.ndjson": Self.records, "precious.txt": "mine\n"])
    _ = try batch.run("c.ndjson")
    let run = try BriefProgram.run([
      "batch", "--merge", "\(batch.path)/out/manifest.ndjson", "-o", "\(batch.path)/precious.txt",
    ])
    #expect(run.code == 64)
    #expect(try batch.folder.text("precious.txt") == "mine\n")
  }

  @Test func documentsDoNotGoIntoTheFolderOfRecords() throws {
    let batch = try BatchFolder(["in/a.json": #"{"name":"가","count":1}"#])
    let run = try BriefProgram.run([
      "batch", "\(batch.path)/r", "--input", "\(batch.path)/in", "-o", "\(batch.path)/in/",
    ])
    #expect(run.code == 64)
    #expect(batch.said(run).contains("is the folder of records"))
    #expect(try batch.folder.files.filter { $0.hasPrefix("in/") } == ["in/a.json"])
  }

  @Test(arguments: [[], ["--resume"]])
  func anEmptyInputLeavesTheManifest(_ options: [String]) throws {
    let batch = try BatchFolder(["c.ndjson": Self.records, "none.ndjson": "\n"])
    _ = try batch.run("c.ndjson")
    let before = try batch.folder.text("out/manifest.ndjson")
    let run = try BriefProgram.run(batch.words("none.ndjson") + options)
    #expect(run.code == 1)
    #expect(try batch.folder.text("out/manifest.ndjson") == before)
  }

  @Test(arguments: [
    ("none.ndjson", "", "write one a line: {\"id\": \"kim\", …}"),
    ("none.json", "[]", "write a list with an item for each record: [{\"id\": \"kim\", …}]"),
    ("none.csv", "id,name\n", "write a row for each record under the header"),
    ("none/.hidden", "", "put a file for each record into it: kim.json, lee.yaml"),
  ])
  func anEmptyInputIsToldWhatItLacks(_ name: String, _ content: String, _ hint: String) throws {
    let batch = try BatchFolder([name: content])
    let run = try batch.run(name.split(separator: "/").first.map(String.init) ?? name)
    #expect(run.code == 1)
    #expect(run.errors.contains("hint: \(hint)"), "\(run.errors)")
  }

  @Test func aLimitIsProposedThatIsEnough() throws {
    let long = String(repeating: "x", count: 5000)
    let batch = try BatchFolder(["c.ndjson": "{\"name\":\"\(long)\"}\n"])
    let run = try batch.run("c.ndjson", "--limit", "record-bytes=100")
    let hint = try #require(run.errors.firstMatch(of: /record-bytes=([0-9]+)/)?.output.1)
    #expect(try #require(Int(hint)) > 5000, "\(run.errors)")
  }

  // MARK: What is told

  @Test func documentsThatAreNotOfThisRunAreCounted() throws {
    let batch = try BatchFolder([
      "c.ndjson": Self.records, "d.ndjson": "{\"id\":\"k1\",\"name\":\"a\"}\n",
    ])
    let first = try batch.run("c.ndjson", "--name", "{{id}}")
    #expect(!first.errors.contains("not of this run"))
    let second = try batch.run("d.ndjson", "--name", "{{id}}")
    #expect(second.code == 1)
    #expect(
      second.errors.contains(
        "4 files lie among the documents and are not of this run: send what the manifest calls done"
      ), "\(second.errors)")
  }

  @Test func aKindOfWarningIsToldOnceAndDocumentsAreCounted() throws {
    let batch = try BatchFolder([
      "r/report.md": "---\ntitle: a\n---\n{{name}}\n\n![차트](c.vl.json)\n",
      "r/c.vl.json": """
      {"data":{"name":"rows"},"mark":"bar","encoding":{"x":{"field":"a"},"y":{"field":"b","type":"quantitative"}}}
      """,
      "c.ndjson": """
      {"name":"a","rows":[]}
      {"name":"b","rows":[]}
      {"name":"c","rows":[{"a":"x","b":1}]}

      """,
    ])
    let run = try batch.run("c.ndjson", "--jobs", "1")
    #expect(run.code == 0)
    #expect(run.errors.contains("3 records: 3 done, 2 with warnings"), "\(run.errors)")
    #expect(
      run.errors.components(separatedBy: "the chart shows nothing").count == 2, "\(run.errors)")
    #expect(batch.said(run).contains("DIR/c.ndjson:1:1: note: in this record"))
  }

  @Test func aRunThatStopsSaysSo() throws {
    let batch = try BatchFolder(["c.ndjson": "{\"name\":1}\n" + Self.records])
    let run = try batch.run("c.ndjson", "--on-error", "stop", "--jobs", "1")
    #expect(run.code == 1)
    #expect(run.errors.contains("1 failed, then stopped"), "\(run.errors)")
  }

  @Test func pagesThatNeedAPasswordAreNotShown() throws {
    let batch = try BatchFolder(["c.ndjson": Self.records])
    let run = try batch.run("c.ndjson", "--password", "geheim")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try !batch.outputs.contains("unusual.png"))
  }

  // MARK: Parts

  @Test func partsThatAreMissingAreTold() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(9)])
    for part in 1...3 { _ = try batch.run("c.ndjson", "--shard", "\(part)/3") }
    func join(_ parts: Int...) throws -> BriefProgram.Outcome {
      try BriefProgram.run(
        ["batch", "--merge"] + parts.map { "\(batch.path)/out/manifest-\($0)-of-3.ndjson" }
          + ["-o", "\(batch.path)/all.ndjson"])
    }
    let whole = try join(1, 2, 3)
    #expect(whole.code == 0)
    #expect(whole.errors == "9 records: 9 done\n")
    let torn = try join(1, 3)
    #expect(torn.code == 1)
    #expect(torn.errors.contains("3 records are in none of the manifests, the first is 1"))
  }

  @Test func aJoinedRecordThatFailedIsAFailure() throws {
    let batch = try BatchFolder(["c.ndjson": Self.records + "{}\n"])
    _ = try batch.run("c.ndjson")
    let run = try BriefProgram.run([
      "batch", "--merge", "\(batch.path)/out/manifest.ndjson", "-o", "\(batch.path)/all.ndjson",
    ])
    #expect(run.code == 1)
    #expect(run.errors == "5 records: 4 done, 1 failed\n")
  }

  // MARK: Going on

  @Test func recordsThatMoveAreNotMadeAgain() throws {
    let batch = try BatchFolder(["c.ndjson": Self.records])
    _ = try batch.run("c.ndjson", "--name", "{{id}}")
    let lines = Self.records.split(separator: "\n").map(String.init)
    let moved = ["{\"id\":\"new\",\"name\":\"n\",\"count\":7}", lines[3], lines[0], lines[2]]
    try batch.folder.write(moved.joined(separator: "\n") + "\n", to: "c.ndjson")
    let run = try batch.run("c.ndjson", "--name", "{{id}}", "--resume")
    #expect(run.code == 0)
    #expect(run.errors.contains("4 records: 1 done, 3 unchanged"), "\(run.errors)")
    let entries = try batch.manifest()
    #expect(entries.map(\.seq) == [1, 2, 3, 4])
    #expect(entries.map(\.name) == ["new", "k4", "k1", "k3"])
    #expect(entries.map(\.line) == [1, 2, 3, 4])
    let again = try batch.run("c.ndjson", "--name", "{{id}}", "--resume")
    #expect(again.errors.contains("4 records: 0 done, 4 unchanged"), "\(again.errors)")
  }

  // MARK: Tables

  @Test func tablesMayEndTheirLinesAsWindowsDoes() throws {
    let batch = try BatchFolder([
      "c.csv": "id,name,count\r\nk1,\"모임\r\n하나\",3\r\nk2,모임 둘,4\r\n"
    ])
    let run = try batch.run("c.csv", "--name", "{{id}}")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try batch.manifest().map(\.line) == [2, 4])
  }
}
