import Diagnostics
import Foundation
import Testing

@testable import BriefKit

/// `Documentation/batch.md` says what is so: its commands run over its examples, its tables hold.
@Suite struct BatchDocumentationTests {
  private let page: String

  init() throws {
    page = try PackageFolder.text("Documentation/batch.md")
  }

  /// The texts between fences of a kind.
  private func examples(_ kind: String) -> [String] {
    page.components(separatedBy: "\n```\(kind)\n").dropFirst().map { rest in
      (rest.components(separatedBy: "\n```").first ?? "") + "\n"
    }
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
  func everyCommandRunsInTurn() throws {
    let program = try #require(BriefProgram.path)
    let folder = try TemporaryFolder([
      "client-letter/report.md": examples("report").joined(),
      "clients.ndjson": examples("ndjson").joined(), "rates.json": "{\"rate\": 3.1}",
    ])
    let commands = examples("sh")
    #expect(commands.count >= 4)
    for command in commands {
      let run = try Program.run(
        "sh",
        [
          "-e", "-c",
          "cd '\(folder.path)'; PATH=\"\(program.dropLast("/brief".count)):$PATH\"; \(command)",
        ])
      #expect(run.code == 0, "\(command)\(run.output)")
    }
    for name in ["A-0001.pdf", "A-0002.pdf", "A-0003.pdf", "manifest.ndjson", "unusual.png"] {
      #expect(try folder.files.contains("letters/\(name)"))
    }
  }

  @Test func everyKeyOfTheManifestIsNamed() throws {
    var entry = ManifestEntry(seq: 1, name: "a", status: .failed)
    (entry.source, entry.line, entry.digest) = ("a", 1, "x")
    entry.add([.error("a", "b")])
    let keys = entry.text.matches(of: /"(\w+)":/).map { String($0.1) }
    for key in keys.prefix(11) + ["messages"] { #expect(page.contains("`\(key)`"), "\(key)") }
  }

  @Test func theDefaultsAreNamed() {
    let job = BatchJob(
      input: RecordInput(path: ""), settings: RecordSettings(report: "", folder: ""),
      worker: WorkerCommandLine(arguments: []))
    #expect(page.contains("`--timeout` (\(job.timeout) seconds)"))
    #expect(page.contains("`--memory` (\(job.megabytes ?? 0) MB)"))
    #expect(page.contains("\(RunSettings().limits[.recordBytes] >> 20) MB is refused"))
    #expect(page.contains("more than \(RecordFileName.mostBytes) bytes"))
  }
}
