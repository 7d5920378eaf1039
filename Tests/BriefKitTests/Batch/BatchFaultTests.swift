import Foundation
import Glibc
import Testing

@testable import BriefKit

/// What can go wrong with processes, disks and pipes, done for real.
@Suite(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"), .serialized)
struct BatchFaultTests {
  /// A report that takes long over a long list.
  private static let longReport = """
    ---
    title: "{{name}}"
    ---
    {{#rows}}{{.}} {{/rows}}
    """

  private static func poison(_ count: Int) -> String {
    let rows = (0..<count).map(String.init).joined(separator: ",")
    return """
      {"name":"a","rows":[1]}
      {"name":"poison","rows":[\(rows)]}
      {"name":"c","rows":[1]}

      """
  }

  /// Where a file lies and when it was made: another one after each rendering.
  private func identities(_ folder: BatchFolder) throws -> [String: UInt64] {
    var identities: [String: UInt64] = [:]
    for name in try folder.outputs where name.hasSuffix(".pdf") {
      var info = stat()
      stat("\(folder.path)/out/\(name)", &info)
      identities[name] = UInt64(info.st_mtim.tv_sec) * 1_000_000_000 + UInt64(info.st_mtim.tv_nsec)
    }
    return identities
  }

  @Test func workersAndThenAllAreKilledInTheMidstAndNothingIsLostOrDoneTwice() throws {
    let count = 2000
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(count)])
    let words = batch.words("c.ndjson", "--name", "{{id}}", "--jobs", "2")
    let run = try RunningProgram(words)
    func lines() -> Int {
      (try? batch.folder.text("out/manifest.ndjson").split(separator: "\n").count) ?? 0
    }
    for least in [100, 250, 400] {
      #expect(eventually { lines() >= least })
      if let worker = run.children.first { kill(worker, SIGKILL) }
    }
    #expect(eventually { lines() >= 600 })
    let workers = run.children
    run.send(SIGKILL)
    #expect(run.wait() == -SIGKILL)
    // Workers end by themselves when nobody hands out records any more.
    #expect(eventually { workers.allSatisfy { kill($0, 0) != 0 } })
    let before = try identities(batch)
    let known = Set(try batch.manifest().compactMap(\.name))
    #expect(try !batch.outputs.contains { $0.hasSuffix(".partial") })
    // As if it had been killed while it wrote a line.
    let text = try batch.folder.text("out/manifest.ndjson")
    let torn = String(text.dropLast(20))
    try batch.folder.write(torn, to: "out/manifest.ndjson")

    let resumed = try BriefProgram.run(words + ["--resume"])
    #expect(resumed.code == 0, "\(resumed.errors)")
    let entries = try batch.manifest()
    #expect(entries.map(\.seq) == Array(1...count))
    #expect(entries.allSatisfy { $0.status == .done })
    let after = try identities(batch)
    #expect(Set(after.keys) == Set((1...count).map { "k\($0).pdf" }))
    // At most what was in hand, and the torn line's, is made again.
    let again = before.filter { after[$0.key] != $0.value }
    #expect(again.count <= 3)
    #expect(before.count - known.count <= 2)
    #expect(
      try batch.folder.files.filter { $0.hasPrefix("out/.") }.isEmpty,
      "nothing is left of the run that was killed")
  }

  @Test func aWorkerThatIsKilledCostsNothing() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(60)])
    let run = try RunningProgram(batch.words("c.ndjson", "--jobs", "1"))
    for least in [5, 15, 25] {
      #expect(eventually { (try? batch.manifest().count) ?? 0 >= least })
      if let worker = run.children.first { kill(worker, SIGKILL) }
    }
    #expect(run.wait() == 0, "\(run.errorText)")
    #expect(try batch.manifest().allSatisfy { $0.status == .done })
    #expect(try batch.manifest().contains { $0.attempts == 2 })
  }

  @Test func aWorkerThatStopsIsReplaced() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(40)])
    let run = try RunningProgram(batch.words("c.ndjson", "--jobs", "1", "--timeout", "1"))
    #expect(eventually { (try? batch.manifest().count) ?? 0 >= 3 })
    if let worker = run.children.first { kill(worker, SIGSTOP) }
    #expect(run.wait() == 0, "\(run.errorText)")
    #expect(try batch.manifest().count { $0.attempts == 2 } == 1)
  }

  @Test func aRecordThatTakesTooLongFailsAndTheOthersDont() throws {
    let batch = try BatchFolder([
      "r/report.md": Self.longReport, "c.ndjson": Self.poison(300_000),
    ])
    let run = try batch.run("c.ndjson", "--name", "{{name}}", "--timeout", "1")
    #expect(run.code == 1)
    #expect(
      batch.said(run).contains(
        "DIR/c.ndjson:2:1: error: the record took longer than 1 seconds\n"
          + "  hint: if it needs that long: --timeout 4\n"))
    #expect(try batch.manifest().map(\.status) == [.done, .failed, .done])
    #expect(try batch.manifest().map(\.attempts) == [1, 2, 1])
    #expect(try batch.outputs.filter { $0.hasSuffix(".pdf") } == ["a.pdf", "c.pdf"])
  }

  @Test func aRecordThatNeedsTooMuchMemoryFailsAndTheOthersDont() throws {
    let batch = try BatchFolder([
      "r/report.md": Self.longReport, "c.ndjson": Self.poison(150_000),
    ])
    let run = try batch.run("c.ndjson", "--name", "{{name}}", "--memory", "64")
    #expect(run.code == 1)
    #expect(
      batch.said(run).contains("DIR/c.ndjson:2:1: error: the worker ended for want of memory"))
    #expect(try batch.manifest().map(\.status) == [.done, .failed, .done])
    #expect(try batch.manifest().map(\.attempts) == [1, 2, 1])
  }

  @Test func aLineOf100MegabytesIsRefused() throws {
    let batch = try BatchFolder([:])
    let file = "\(batch.path)/c.ndjson"
    _ = FileManager.default.createFile(atPath: file, contents: Data("{\"a\":\"".utf8))
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.seekToEnd()
    let piece = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<100 { try handle.write(contentsOf: piece) }
    try handle.write(contentsOf: Data(("\"}\n" + BatchFolder.records(2)).utf8))
    try handle.close()
    let run = try batch.run("c.ndjson", "--name", "{{id}}")
    #expect(run.code == 1)
    #expect(
      batch.said(run).hasPrefix(
        "DIR/c.ndjson:1:1: error: the record of 104857608 bytes passes the limit of 16777216 bytes\n"
          + "  hint: if that is intended: --limit record-bytes=104857612\n"))
    #expect(try batch.outputs.filter { $0.hasSuffix(".pdf") } == ["k1.pdf", "k2.pdf"])
  }

  @Test(
    arguments: [
      (SIGINT, 130, "interrupted"), (SIGTERM, 143, "terminated"), (SIGHUP, 129, "hung up"),
    ] as [(Int32, Int32, String)])
  func aSignalEndsTheRunAndKeepsWhatIsDone(
    _ signal: Int32, _ code: Int32, _ name: String
  ) throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(2000)])
    let run = try RunningProgram(batch.words("c.ndjson", "--name", "{{id}}"))
    #expect(eventually { (try? batch.manifest().count) ?? 0 >= 5 })
    let workers = run.children
    run.send(signal)
    #expect(run.wait() == code)
    #expect(
      run.errorText.hasSuffix(
        "error: the run was ended by a signal\n"
          + "  hint: what is done stays; go on with --resume\n"))
    #expect(workers.allSatisfy { kill($0, 0) != 0 })
    let entries = try batch.manifest()
    #expect(entries.allSatisfy { $0.status == .done })
    let outputs = try batch.outputs
    #expect(entries.allSatisfy { outputs.contains("\($0.name ?? "").pdf") })
    #expect(!outputs.contains { $0.hasPrefix(".brief-") })
  }

  @Test func aClosedPipeEndsTheRun() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(2000)])
    let output = Pipe()
    let run = try RunningProgram(
      batch.words("c.ndjson", "--manifest", "-"), output: output)
    _ = try output.fileHandleForReading.read(upToCount: 100)
    try output.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
    #expect(run.wait() == 74)
    #expect(
      run.errorText.contains(
        "error: the manifest can't be written to \"standard output\": Broken pipe\n"))
  }

  // MARK: Disks

  /// A small disk of its own, where this user may make one.
  private static let mayMount: Bool = {
    guard geteuid() == 0, Program.isThere("mount"),
      let folder = try? TemporaryFolder(),
      (try? Program.run("mount", ["-t", "tmpfs", "tmpfs", folder.path]))?.code == 0
    else { return false }
    _ = try? Program.run("umount", [folder.path])
    return true
  }()

  private func withDisk(
    of size: String, _ body: (_ path: String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    let mount = try Program.run(
      "mount", ["-t", "tmpfs", "-o", "size=\(size)", "tmpfs", folder.path])
    #expect(mount.code == 0, "\(mount.output)")
    defer { _ = try? Program.run("umount", [folder.path]) }
    try body(folder.path)
  }

  @Test(.enabled(if: Self.mayMount, "disks can't be mounted here"))
  func aFullDiskEndsTheRunAndLeavesOnlyWholeFiles() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(500)])
    try withDisk(of: "256k") { disk in
      let run = try BriefProgram.run([
        "batch", "\(batch.path)/r", "--input", "\(batch.path)/c.ndjson", "-o", disk, "--name",
        "{{id}}",
      ])
      #expect(run.code == 74)
      #expect(run.errors.contains("can't be written"))
      #expect(run.errors.contains("No space left on device"))
      let names = try FileManager.default.contentsOfDirectory(atPath: disk)
      let documents = names.filter { $0.hasSuffix(".pdf") }
      #expect(documents.count >= 10)
      for name in documents {
        let bytes = try Data(contentsOf: URL(filePath: "\(disk)/\(name)"))
        #expect(bytes.suffix(6).contains(UInt8(ascii: "F")), "\(name) is whole")
      }
      #expect(!names.contains { $0.hasPrefix(".brief-") })
      let text = try String(contentsOfFile: "\(disk)/manifest.ndjson", encoding: .utf8)
      let entries = text.split(separator: "\n").compactMap {
        ManifestEntry(line: Array($0.utf8))
      }
      #expect(entries.count == text.split(separator: "\n").count)
      #expect(entries.allSatisfy { names.contains("\($0.name ?? "").pdf") })
    }
  }

  @Test(.enabled(if: Self.mayMount, "disks can't be mounted here"))
  func aReadOnlyFolderIsSaidAtOnce() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(3)])
    try withDisk(of: "256k") { disk in
      _ = try Program.run("mount", ["-o", "remount,ro", disk])
      let run = try BriefProgram.run([
        "batch", "\(batch.path)/r", "--input", "\(batch.path)/c.ndjson", "-o", disk,
      ])
      #expect(run.code == 74)
      #expect(
        run.errors.replacing(disk, with: "DISK")
          == "error: \"DISK\" can't be written: Read-only file system\n"
          + "  hint: choose another place with --output\n")
    }
  }

  @Test func aFileInPlaceOfTheFolderIsSaidAtOnce() throws {
    let batch = try BatchFolder(["c.ndjson": BatchFolder.records(3), "out": "x"])
    let run = try batch.run("c.ndjson")
    #expect(run.code == 74)
    #expect(batch.said(run).hasPrefix("error: \"DIR/out\" is not a folder\n"))
  }
}
