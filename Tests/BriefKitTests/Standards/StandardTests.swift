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

  /// Documentation/pdf.md names every clause that is held here, or the one that it is a part of.
  @Test func everyClauseIsDocumented() throws {
    let text = try PackageFolder.text("Documentation/pdf.md")
    let numbers = text.split { !($0.isNumber || $0 == ".") }.map(String.init)
    for clause in Clause.all {
      for number in clause.id.split(whereSeparator: { " ,;".contains($0) })
      where number.first?.isNumber == true {
        #expect(numbers.contains { $0 == number || number.hasPrefix($0 + ".") }, "\(number)")
      }
    }
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

  /// What is copied and what is read aloud are the words of the source, in its order.
  @Test(.enabled(if: Program.isThere("pdfinfo"), "poppler-utils is not installed"))
  func textReadsAsTheSourceDoes() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.pdf"
    try Data(StandardFile.everything.bytes()).write(to: URL(filePath: path))
    let tree = try Program.run("pdfinfo", ["-struct-text", path]).output
    let pieces = tree.split(separator: "\n").compactMap { row -> String? in
      let row: Substring = row.drop { $0 == " " }
      return row.first == "\"" && row.count > 1 ? String(row.dropFirst().dropLast()) : nil
    }
    var rest = pieces.joined().filter { !$0.isWhitespace }[...]
    for words in [
      "모두 담은 보고서 (All)", "여는 글이다. In short, it works. ➤ ✓ H₂O", "1 첫 절",
      "매출이 늘었다.1 자세한 것은 보고서를 보라, 또는 the English one을.2,1 링크 속 two 말", "하나", "둘", "둘의 하나",
      "1.첫째", "2.둘째", "인용이다.", "In English", "Note", "Everything here is in English.", "코드 = 1",
      "막대", "단위: 개", "잠정치", "사진", "2020년출범", "깊은 절", "지역별 판매", "지역판매서울700부산",
      "2 둘째 절", "긴 표", "구분이름개수가항목 17항목 214", "항목 60420", "3 출처", "1한빛전자, 분기 보고서, 2022.",
    ] {
      let wanted = words.filter { !$0.isWhitespace }
      let place = try #require(rest.firstRange(of: wanted), "\(words)")
      rest = rest[place.upperBound...]
    }
    let copied = try Program.run("pdftotext", ["-raw", path, "-"]).output
      .filter { !$0.isWhitespace }
    for piece in pieces where piece.contains(where: { !$0.isWhitespace }) {
      #expect(copied.contains(piece.filter { !$0.isWhitespace }), "\(piece)")
    }
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
