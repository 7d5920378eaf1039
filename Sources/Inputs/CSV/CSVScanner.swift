/// The grammar of RFC 4180 over bytes: where the cells and the rows are.
struct CSVScanner {
  struct Cell {
    enum Style {
      case plain
      case quoted
      /// Quoted, with doubled quotes inside.
      case escaped
    }

    /// The text's bytes, without the quotes around it.
    var range: Range<Int>
    var style: Style

    /// The bytes with the quotes, as written.
    var written: Range<Int> {
      switch style {
      case .plain: range
      case .quoted, .escaped: range.lowerBound - 1..<range.upperBound + 1
      }
    }
  }

  struct Fault: Error {
    enum Kind {
      /// A quote that is never closed.
      case openQuote
      /// Text between a closing quote and the next separator.
      case afterQuote
      /// A quote inside a cell that doesn't begin with one.
      case bareQuote
      /// A carriage return that no line feed follows.
      case bareReturn
    }

    var kind: Kind
    var range: Range<Int>
  }

  /// All cells, row after row; blank lines are left out.
  private(set) var cells: [Cell] = []
  /// For each row, the position after its last cell.
  private(set) var rowEnds: [Int] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var at: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: CSVSeparator) {
    self.bytes = bytes
    self.separator = separator.rawValue
    at = bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
  }

  mutating func scan() throws(Fault) {
    cells.reserveCapacity(bytes.count / 12)
    while at < bytes.count {
      if try endLine() { continue }
      try row()
    }
  }

  private mutating func row() throws(Fault) {
    while true {
      cells.append(try cell())
      if at < bytes.count, bytes[at] == separator {
        at += 1
      } else {
        break
      }
    }
    rowEnds.append(cells.count)
    _ = try endLine()
  }

  /// Goes past a line end, if one stands here.
  private mutating func endLine() throws(Fault) -> Bool {
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case 0x0A:
      at += 1
      return true
    case 0x0D:
      guard at + 1 < bytes.count, bytes[at + 1] == 0x0A else {
        throw Fault(kind: .bareReturn, range: at..<at + 1)
      }
      at += 2
      return true
    default: return false
    }
  }

  private mutating func cell() throws(Fault) -> Cell {
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { return try quotedCell() }
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      // But for some separators, all bytes that end a cell, or may not stand in one, are below the digits.
      if byte < 0x30 || byte == separator {
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        if byte == UInt8(ascii: "\"") { throw Fault(kind: .bareQuote, range: at..<at + 1) }
      }
      at += 1
    }
    return Cell(range: start..<at, style: .plain)
  }

  private mutating func quotedCell() throws(Fault) -> Cell {
    let quote = at
    var style = Cell.Style.quoted
    at += 1
    while true {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
      guard at < bytes.count else { throw Fault(kind: .openQuote, range: quote..<quote + 1) }
      at += 1
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
      style = .escaped
      at += 1
    }
    if at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
      throw Fault(kind: .afterQuote, range: at..<at + 1)
    }
    return Cell(range: quote + 1..<at - 1, style: style)
  }
}
