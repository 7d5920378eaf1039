import BriefKit
import Foundation
import Testing

/// A document's data and where it goes.
private struct Letter: Sendable {
  var json: [UInt8]
  var path: String
}

/// Renders letters, as many at a time as there are tasks.
private func render(_ letters: [Letter], with report: Report, tasks: Int) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for task in 0..<tasks {
      group.addTask {
        var prepared = try report.prepared()
        for letter in letters.indices where letter % tasks == task {
          try Task.checkCancellation()
          _ = try prepared.render(json: letters[letter].json, to: letters[letter].path)
        }
      }
    }
    try await group.waitForAll()
  }
}

/// Renders a brief at a time.
private actor BriefRenderer {
  private var prepared: PreparedReport

  init(_ report: Report) throws {
    prepared = try report.prepared()
  }

  func render(_ json: [UInt8], to path: String) throws -> Report.Brief {
    try prepared.render(json: json, to: path)
  }
}

@Suite struct ServingTests {
  private static func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["r/report.md": "---\ntitle: \"{{name}}\"\n---\n{{name:은(는)}} {{count}}개."])
  }

  private static func letters(in folder: TemporaryFolder, _ count: Int) -> [Letter] {
    (0..<count).map { number in
      Letter(
        json: Array("{\"name\": \"모임 \(number)\", \"count\": \(number)}".utf8),
        path: "\(folder.path)/out/\(number).pdf")
    }
  }

  @Test func severalTasksRenderWithOneReport() async throws {
    let folder = try Self.folder()
    let letters = Self.letters(in: folder, 12)
    let report = Report(
      path: "\(folder.path)/r", settings: RunSettings(home: PackageFolder.path))
    try await render(letters, with: report, tasks: 3)
    let some = try folder.bytes("out/7.pdf")
    _ = try report.prepared().rendering(letters[7])
    #expect(try folder.bytes("out/7.pdf") == some)
    #expect(try folder.files.filter { $0.hasSuffix(".pdf") }.count == 12)
  }

  @Test func aCancelledTaskLeavesWhatIsWhole() async throws {
    let folder = try Self.folder()
    let letters = Self.letters(in: folder, 200)
    let report = Report(
      path: "\(folder.path)/r", settings: RunSettings(home: PackageFolder.path))
    let task = Task { try await render(letters, with: report, tasks: 2) }
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
    let left = (try? folder.files.filter { $0.hasPrefix("out/") }) ?? []
    #expect(left.count < 200 && left.allSatisfy { $0.hasSuffix(".pdf") })
  }

  @Test func anActorRendersOneRequestAfterAnother() async throws {
    let folder = try Self.folder()
    let letters = Self.letters(in: folder, 3)
    let renderer = try BriefRenderer(
      Report(path: "\(folder.path)/r", settings: RunSettings(home: PackageFolder.path)))
    for letter in letters {
      #expect(try await renderer.render(letter.json, to: letter.path).pageCount == 1)
    }
    await #expect(throws: BriefError.self) {
      try await renderer.render(Array("{".utf8), to: "\(folder.path)/out/x.pdf")
    }
    #expect(try folder.files.filter { $0.hasSuffix(".pdf") }.count == 3)
  }

  /// What the documentation shows is what is tested here.
  @Test func theDocumentationShowsThisCode() throws {
    let page = try PackageFolder.text("Sources/BriefKit/BriefKit.docc/Serving.md")
    let shown = page.split(separator: "```swift\n").dropFirst().compactMap {
      $0.split(separator: "\n```", maxSplits: 1).first.map(String.init)
    }
    #expect(shown.count == 2)
    let own = try PackageFolder.text("Tests/BriefKitTests/Rendering/ServingTests.swift")
      .replacing("\nprivate ", with: "\n")
    for text in shown {
      #expect(own.contains(text.replacing("import BriefKit\n\n", with: "")), "\(text)")
    }
  }
}

extension PreparedReport {
  fileprivate func rendering(_ letter: Letter) throws -> Report.Brief {
    var copy = self
    return try copy.render(json: letter.json, to: letter.path)
  }
}
