import Foundation
import Testing

@testable import CairoRendering

/// Finished files against PDF/UA-1 and PDF/A-3a, clause by clause.
@Suite(.enabled(if: Program.isThere("qpdf"), "qpdf is not installed"))
struct StandardTests {
  private static let everything = Result { try StandardFile.everything.make() }

  @Test(arguments: StandardFile.all)
  func everyFileKeepsEveryClause(_ kind: StandardFile) throws {
    let file = try kind.make()
    for clause in Clause.all {
      #expect(clause.faults(file) == [], "\(clause)")
    }
  }

  /// A check that never fails would prove nothing.
  @Test(arguments: Clause.all)
  func everyClauseCanBeBroken(_ clause: Clause) throws {
    var file = try Self.everything.get()
    clause.damage(&file)
    #expect(clause.faults(file) != [])
  }

  @Test func aChartIsAnArchiveToo() throws {
    let folder = try TemporaryFolder([
      "bar.vl.json": #"""
      {"title": "판매", "data": {"values": [{"a": "가", "b": 3}, {"a": "나", "b": 5}]}, "mark": "bar",
       "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}}
      """#
    ])
    let run = CommandRun([
      "chart", "\(folder.path)/bar.vl.json", "--lang", "ko", "-o", "\(folder.path)/bar.pdf",
    ])
    #expect(run.errors == "")
    let file = try FinishedPDF(folder.bytes("bar.pdf"))
    // A picture has no links, no headings and no foot.
    let others: Set = ["A 6.3.1, 6.3.2", "UA 7.8", "UA 7.17"]
    for clause in Clause.all where !others.contains(clause.id) {
      #expect(clause.faults(file) == [], "\(clause)")
    }
    #expect(file.property("dc:title") == "판매")
    #expect(file.text(file.catalog["Lang"]) == "ko")
  }

  @Test func aPlainFileClaimsNothing() throws {
    var plain = StandardFile.everything
    plain.arguments += ["--standard", "pdf17"]
    let file = try plain.make()
    #expect(file.property("pdfaid:part") == nil)
    #expect(file.property("pdfuaid:part") == nil)
    #expect(file.catalog["OutputIntents"] == nil)
    #expect(file.catalog["StructTreeRoot"] != nil)
  }

  @Test func theSameRunMakesTheSameBytes() throws {
    let first = try StandardFile.everything.bytes()
    #expect(try StandardFile.everything.bytes() == first)
  }

  @Test(arguments: StandardFile.all)
  func qpdfFindsNoFault(_ kind: StandardFile) throws {
    let folder = try TemporaryFolder()
    try Data(kind.bytes()).write(to: URL(filePath: "\(folder.path)/a.pdf"))
    let (code, output) = try Program.run("qpdf", ["--check", "\(folder.path)/a.pdf"])
    #expect(code == 0, "\(output)")
    #expect(output.contains("No syntax or stream encoding errors found"), "\(output)")
  }

  /// Nothing of the machine: neither where the report lies, nor who made it, nor on which host.
  @Test func theFileSaysNothingOfTheMachine() throws {
    let file = try StandardFile.everything.make()
    let user = NSUserName()
    let words = [
      PackageFolder.path, FileManager.default.temporaryDirectory.path(percentEncoded: false),
      NSHomeDirectory() == "/" ? "" : NSHomeDirectory(), ProcessInfo.processInfo.hostName,
      user.count > 4 ? user : "",
    ].filter { $0.count > 3 }
    var texts: [String] = []
    file.walk { value, _ in if let text = file.text(value) { texts.append(text) } }
    for number in file.objects.keys where file.objects[number]?.stream != nil {
      texts.append(String(decoding: file.data(number), as: UTF8.self))
    }
    for word in words {
      #expect(!texts.contains { $0.contains(word) }, "\(word)")
    }
  }
}
