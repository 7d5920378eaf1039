import Testing

/// What is read from a page is what was written, and stands in the same place in every format.
@Suite(.enabled(if: Program.isThere("pdftotext"), "pdftotext is not installed"))
struct TextLayerTests {
  private static let theme = """
    justify: true
    hanging-punctuation: true
    latin-gap: 0.09em
    styles: {body: {size: 10, leading: 16}}
    page: {size: A5}
    """

  private static let sentences = [
    "AI 원팀은 2022년 10월 25일 서울에서 ‘제3회 서밋’을 열고, 회원 기관 12곳이 함께 2,000억 개 규모의 초거대 모델을 만들기로 했다.",
    "“누구나 배울 수 있다.” 산업계와 학계 및 연구소가 데이터를 나누어 쓸 수 있는 체계를 KT와 LG전자가 5 km 안에 둔다.",
    "The members share data, models and people; it took 3 years to build what they call “one team”.",
  ]

  /// Renders paragraphs in all formats and gives the folder.
  private func render(_ paragraphs: [String]) throws -> TemporaryFolder {
    let text = paragraphs.joined(separator: "\n\n")
    let folder = try SmallReport.folder([
      "r/report.md": "---\ntitle: \"글\"\n---\n\(text)\n", "r/theme.yaml": Self.theme,
    ])
    let run = CommandRun([
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o", "\(folder.path)/out",
      "--format", "pdf,svg",
    ])
    #expect(run.code == 0, "\(run.errors)")
    return folder
  }

  private func extracted(_ folder: TemporaryFolder, _ mode: String) throws -> String {
    let run = try Program.run("pdftotext", [mode, "\(folder.path)/out/brief.pdf", "-"])
    #expect(run.code == 0)
    return run.output
  }

  @Test(arguments: ["-raw", "-layout"])
  func justifiedTextIsReadAsItWasWritten(_ mode: String) throws {
    let words = try extracted(try render(Self.sentences), mode).split(
      whereSeparator: \.isWhitespace)
    let read = words.joined(separator: " ")
    for sentence in Self.sentences { #expect(read.contains(sentence), "\(read)") }
  }

  @Test func nothingIsInTheTextButWhatWasWritten() throws {
    // Decomposed syllables and letters, a forced end, and a place where a long word may end.
    let folder = try render([
      "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}과 cafe\u{301}<br>둘째 줄 {{name}} 가나\u{200B}다라"
    ])
    let text = try extracted(folder, "-raw")
    #expect(text.contains("한글과 café"), "\(text)")
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFDD0...0xFDEF, 0x2028, 0x2029, 0x200B, 0x2060, 0xAD, 0x300...0x36F, 0x1100...0x11FF:
        Issue.record("U+\(String(scalar.value, radix: 16)) in \(text)")
      default: break
      }
    }
  }

  /// The place of each word of a justified line, in the PDF and in the picture of the page.
  @Test func wordsStandInTheSamePlacesInEveryFormat() throws {
    let folder = try render(Self.sentences)
    let boxes = try extracted(folder, "-bbox").matches(of: #/<word xMin="([0-9.]+)".*>(.+)</word>/#)
      .map { (x: Double($0.output.1) ?? 0, word: String($0.output.2)) }
    let spans = try folder.text("out/page-1.svg")
      .matches(of: #/<tspan x="([0-9.]+)"[^>]*>([^<]+)</tspan>/#)
      .map { (x: Double($0.output.1) ?? 0, word: $0.output.2.split(separator: " ")[0]) }
    let shared = spans.filter { span in
      boxes.contains { $0.word == span.word && abs($0.x - span.x) < 0.02 }
    }
    // A gap between scripts lies within a word of the PDF, so what stands behind it is no word there.
    #expect(spans.count > 20)
    #expect(shared.count > 15)
    for span in spans where span.word.count > 1 && boxes.contains(where: { $0.word == span.word }) {
      #expect(boxes.contains { $0.word == span.word && abs($0.x - span.x) < 0.02 }, "\(span)")
    }
  }
}
