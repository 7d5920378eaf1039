import Foundation
import Testing

@testable import Typesetting

/// A row of `expected-lines.txt`, which says how to read it.
struct ExpectedLines: CustomTestStringConvertible, Sendable {
  var width: Double
  var options: Set<Substring>
  var text: String
  var lines: [String]
  /// Why the code doesn't reach it yet.
  var shortfall: String?

  var testDescription: String { "\(text) at \(width) \(options.sorted().joined(separator: " "))" }

  init?(_ row: Substring) {
    var row = row
    if row.first == "!" {
      row = row.dropFirst().drop { $0 == " " }
      guard let mark = row.lastIndex(of: "#") else { return nil }
      shortfall = String(row[row.index(after: mark)...])
      row = row[..<mark]
    }
    let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
    guard cells.count == 3 else { return nil }
    let head = cells[0].split(separator: " ")
    guard let width = head.first.flatMap({ Double($0) }) else { return nil }
    self.width = width
    options = Set(head.dropFirst())
    text = Self.plain(cells[1])
    lines = Self.plain(cells[2]).components(separatedBy: " / ").map {
      $0.trimmingCharacters(in: [" "])
    }
  }

  /// Signs in place of characters that can't be seen.
  private static func plain(_ cell: Substring) -> String {
    String(cell).replacing("⏎", with: "\u{2028}").replacing("␣", with: "\u{A0}")
      .replacing("ZW", with: "\u{200B}").replacing("EM", with: "\u{2003}")
  }

  /// What the code makes of it, in the words of the row.
  var found: [String] {
    var shaped = shaped(text)
    if options.contains("gap") { shaped.openGaps(0.125) }
    let breaker = LineBreaker(shaped, hangsMarks: options.contains("hang"))
    let manner: LineBreaker.Manner =
      options.contains("greedy") ? .greedy : options.contains("justify") ? .justified : .even
    return breaker.lines(width: width, manner: manner).map { line in
      var end = line.clusters.upperBound
      while end > line.clusters.lowerBound, shaped.clusters[end - 1].isSpace { end -= 1 }
      var shown = shaped.string(of: line.clusters.lowerBound..<end)
      let hang = breaker.hang(of: line)
      if manner == .justified, breaker.stretch(of: line, width: width) != nil { shown += "↔" }
      if hang.start > 0 { shown = "←" + shown }
      if hang.end > 0 { shown += "→" }
      return shown
    }
  }

  static let all: [ExpectedLines?] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "expected-lines.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.first != "#" }.map { ExpectedLines($0) }
  }()
}

@Suite struct ExpectedLineTests {
  @Test func everyRowCanBeRead() {
    #expect(ExpectedLines.all.count >= 120)
    #expect(!ExpectedLines.all.contains { $0 == nil })
  }

  @Test(arguments: ExpectedLines.all.compactMap(\.self))
  func linesAreWhatATypographerExpects(row: ExpectedLines) {
    if let shortfall = row.shortfall {
      #expect(row.found != row.lines, "no shortfall any more: \(shortfall)")
    } else {
      #expect(row.found == row.lines)
    }
  }
}
