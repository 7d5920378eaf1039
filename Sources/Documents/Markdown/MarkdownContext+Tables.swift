import Diagnostics

/// Slips in tables of the text that GitHub's Markdown passes over in silence.
extension MarkdownContext {
  /// A row with more cells than the table has columns loses the rest.
  func refuseLostCells(_ row: CmarkNode, columns: Int) {
    let cells = cellCount(source.bytes[source.line(row.line)])
    guard cells > columns else { return }
    fail(
      "markdown.cells", "this row has \(cells) cells, the table \(columns) columns",
      at: location(row),
      hint: "leave out a cell, or add a column to the head and to the line of hyphens below it")
  }

  /// A head whose line of hyphens has another number of columns makes a paragraph of the whole.
  func warnOfBrokenTable(_ paragraph: CmarkNode) {
    guard paragraph.endLine > paragraph.line else { return }
    for number in paragraph.line..<paragraph.endLine {
      let (head, rule) = (source.bytes[source.line(number)], source.bytes[source.line(number + 1)])
      guard isRule(rule), head.contains(UInt8(ascii: "|")) else { continue }
      let (columns, hyphens) = (cellCount(head), cellCount(rule))
      warn(
        "markdown.table",
        "this is no table: its head has \(columns) cells, the line of hyphens below it \(hyphens)",
        at: source.location(source.line(number).lowerBound),
        hint: "give both lines as many cells")
      return
    }
  }

  private func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
      && line.allSatisfy { byte in
        [UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09, 0x0D].contains(byte)
      }
  }

  /// Cells between bars that no backslash escapes; those at the ends part nothing (GFM, 4.10).
  private func cellCount(_ line: ArraySlice<UInt8>) -> Int {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    // What stands before the first bar may be the marks of lists and quotations around the table.
    let marks = line.prefix { byte in
      isBlank(byte) || "-+*>.)0123456789".utf8.contains(byte)
    }
    var bytes = line[marks.endIndex...].first == UInt8(ascii: "|") ? line[marks.endIndex...] : line
    bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "|") { bytes.removeFirst() }
    var count = 1
    var isEscaped = false
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "|"), !isEscaped, offset < bytes.count - 1 { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }
}
