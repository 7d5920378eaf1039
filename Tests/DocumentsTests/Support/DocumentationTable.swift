import Foundation

/// The tables of a page of the documentation.
struct DocumentationTable {
  let page: String

  init(_ page: String) {
    self.page = page
  }

  /// The cells of the tables whose head begins with these words; `\|` is a bar inside a cell.
  func rows(_ head: String...) -> [[String]] { rows(head) }

  func rows(_ head: [String]) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        isInside = false
        continue
      }
      let cells = cells(line)
      let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }
      if isInside, !isRule { rows.append(cells) }
      if Array(cells.prefix(head.count)) == head { isInside = true }
    }
    return rows
  }

  private func cells(_ line: Substring) -> [String] {
    line.replacing("\\|", with: "\u{1}").dropFirst().dropLast()
      .split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{1}", with: "\\|") }
  }
}
