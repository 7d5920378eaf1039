import Diagnostics
import Foundation
import Testing

@testable import BriefKit

extension ManifestEntry {
  /// An entry of a record that was rendered, or that failed.
  fileprivate init(_ seq: Int, _ name: String, _ status: Status = .done, pages: Int = 1) {
    self.init(seq: seq, name: name, status: status)
    pageCount = pages
    if status == .done { outputs = [Output(path: "\(name).pdf", byteCount: 9, sha256: "00")] }
  }
}

@Suite struct ManifestEntryTests {
  @Test func aLineReadsBackAsItWasWritten() {
    var entry = ManifestEntry(12, "김 \"철수\"", .failed)
    entry.milliseconds = 34
    entry.attempts = 2
    entry.source = "c.ndjson"
    entry.line = 12
    entry.digest = "abc"
    entry.add([.error("a.b", "wrong", hints: ["type this"]), .warning("c", "odd")])
    #expect(entry.warningCount == 1)
    #expect(!entry.text.contains("\n"))
    #expect(ManifestEntry(line: Array(entry.text.utf8)) == entry)
  }

  @Test func aLineSaysWhatAReaderOfTablesNeeds() {
    #expect(
      ManifestEntry(1, "a").text
        == #"{"seq":1,"name":"a","status":"done","outputs":[{"path":"a.pdf","bytes":9,"sha256":"00"}],"#
        + #""pages":1,"warnings":0,"ms":0,"attempts":1}"#)
  }

  @Test(arguments: ["", "{", "{\"seq\":1}", "{\"seq\":1,\"status\":\"don\"}", "[1]"])
  func whatIsTornIsNoEntry(_ line: String) {
    #expect(ManifestEntry(line: Array(line.utf8)) == nil)
  }
}

@Suite struct ManifestFileTests {
  let folder: TemporaryFolder
  private var path: String { "\(folder.path)/m/manifest.ndjson" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ entries: ManifestEntry...) throws {
    let file = try ManifestFile(path: path, goesOn: true)
    try file.restore { _, _ in }
    for entry in entries { try file.append(entry) }
  }

  @Test func aTornLastLineIsCutOffAndWrittenAnew() throws {
    try write(ManifestEntry(1, "a"), ManifestEntry(2, "b"))
    let whole = try folder.text("m/manifest.ndjson")
    for cut in 1..<ManifestEntry(2, "b").text.utf8.count + 1 {
      try folder.write(String(whole.dropLast(cut)), to: "m/manifest.ndjson")
      var restored: [Int] = []
      let file = try ManifestFile(path: path, goesOn: true)
      try file.restore { entry, _ in restored.append(entry.seq) }
      #expect(restored == [1], "\(cut) bytes short")
      try file.append(ManifestEntry(2, "b"))
      #expect(try folder.text("m/manifest.ndjson") == whole)
    }
  }

  @Test func anyOtherFileIsLeftAlone() throws {
    try folder.write("a letter\nto somebody\n", to: "m/manifest.ndjson")
    for goesOn in [true, false] {
      let error = #expect(throws: JobError.self) { try ManifestFile(path: path, goesOn: goesOn) }
      #expect(error?.diagnostics.map(\.id) == ["manifest.foreign"])
    }
    #expect(try folder.text("m/manifest.ndjson") == "a letter\nto somebody\n")
  }

  @Test func twoRunsDontWriteOne() throws {
    let first = try ManifestFile(path: path, goesOn: false)
    let error = #expect(throws: JobError.self) { try ManifestFile(path: path, goesOn: true) }
    #expect(error?.cause == .output)
    #expect(error?.diagnostics.map(\.id) == ["manifest.locked"])
    try first.append(ManifestEntry(1, "a"))
  }

  @Test func linesThatNoLongerHoldAreTakenOut() throws {
    try write(ManifestEntry(1, "a", .failed), ManifestEntry(2, "b"), ManifestEntry(3, "c"))
    let file = try ManifestFile(path: path, goesOn: true)
    var history = ManifestHistory()
    try file.restore { history.restore($0, $1) }
    history.confirm(2)
    history.add(1, try file.append(ManifestEntry(1, "a")))
    let kept = try #require(history.kept(isWhole: true))
    try file.keep(kept)
    #expect(
      try folder.text("m/manifest.ndjson")
        == [ManifestEntry(2, "b"), ManifestEntry(1, "a")].map { $0.text + "\n" }.joined())
  }

  @Test func nothingIsTakenOutWhereAllHolds() throws {
    try write(ManifestEntry(1, "a"), ManifestEntry(2, "b"))
    var history = ManifestHistory()
    let file = try ManifestFile(path: path, goesOn: true)
    try file.restore { history.restore($0, $1) }
    history.confirm(1)
    #expect(history.kept(isWhole: false) == nil)
    #expect(history.kept(isWhole: true)?.count == 1)
  }
}

@Suite struct ManifestMergeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func merge(_ manifests: [[ManifestEntry]]) throws(JobError) -> ManifestMerge.Outcome {
    for (index, entries) in manifests.enumerated() {
      try? folder.write(entries.map { $0.text + "\n" }.joined(), to: "\(index).ndjson")
    }
    return try ManifestMerge(
      manifests: manifests.indices.map { "\(folder.path)/\($0).ndjson" },
      output: "\(folder.path)/all.ndjson"
    ).run()
  }

  @Test func recordsStandInTheirOrder() throws {
    let outcome = try merge([
      [ManifestEntry(4, "d"), ManifestEntry(2, "b", .failed)],
      [ManifestEntry(3, "c"), ManifestEntry(1, "a")],
    ])
    #expect(outcome.recordCount == 4)
    #expect(outcome.failedCount == 1)
    let entries = try folder.text("all.ndjson").split(separator: "\n")
      .compactMap { ManifestEntry(line: Array($0.utf8)) }
    #expect(entries.map(\.seq) == [1, 2, 3, 4])
  }

  @Test func theSameLineTwiceIsOne() throws {
    let outcome = try merge([[ManifestEntry(1, "a")], [ManifestEntry(1, "a")]])
    #expect(outcome.recordCount == 1)
  }

  @Test(arguments: [
    (
      [[ManifestEntry(1, "a")], [ManifestEntry(1, "a", pages: 2)]],
      "record 1 stands in \"DIR/0.ndjson\" and, with other words, in \"DIR/1.ndjson\""
    ),
    (
      [[ManifestEntry(1, "a")], [ManifestEntry(2, "a")]],
      "the records 1 and 2 have the same name \"a\""
    ),
  ])
  func refuses(_ manifests: [[ManifestEntry]], _ message: String) throws {
    let error = #expect(throws: JobError.self) { try merge(manifests) }
    #expect(
      error?.diagnostics.map { $0.message.replacing(folder.path, with: "DIR") } == [message])
    #expect(error?.cause == .input)
    #expect(try !folder.files.contains("all.ndjson"))
  }

  @Test func aTornManifestIsToBeMendedFirst() throws {
    try folder.write("{\"seq\":1,\"sta", to: "0.ndjson")
    let error = #expect(throws: JobError.self) {
      try ManifestMerge(
        manifests: ["\(folder.path)/0.ndjson"], output: "\(folder.path)/all.ndjson"
      ).run()
    }
    #expect(error?.diagnostics.map(\.id) == ["manifest.broken"])
  }
}
