/// A text that diagnostics point into: a file's bytes under the name the user knows it by.
///
/// A value; copies share the bytes. Positions in it are UTF-8 byte offsets from the first byte.
package struct Source: Sendable, Hashable {
  /// The name shown before the line and column: a path as the user typed it, or `<stdin>`.
  package let name: String
  package let bytes: [UInt8]
  /// Where the first byte stands, for a record cut out of a larger file.
  package let start: LineColumn

  package init(
    name: String, bytes: [UInt8], start: LineColumn = LineColumn(line: 1, column: 1)
  ) {
    self.name = name
    self.bytes = bytes
    self.start = start
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  package static func == (a: Source, b: Source) -> Bool {
    a.name == b.name && a.start == b.start && a.bytes == b.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }
}

extension Source: CustomReflectable {
  /// The name and the size: a diagnostic that is printed or fails a test doesn't show a file byte by byte.
  package var customMirror: Mirror {
    Mirror(self, children: ["name": name, "byteCount": bytes.count])
  }
}

/// A line and a column, both counted from 1; the column counts Unicode scalars.
package struct LineColumn: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Source {
  /// The line and column of a byte offset; an offset past the end is the end's.
  package func lineColumn(at offset: Int) -> LineColumn {
    let end = min(max(offset, 0), bytes.count)
    var line = self.start.line
    var column = self.start.column
    // A byte-order mark is not a column.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, end) : 0
    for byte in bytes[start..<end] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return LineColumn(line: line, column: column)
  }

  /// The bytes of the line that holds a byte offset, without its line end and without a byte-order mark.
  package func lineRange(around offset: Int) -> Range<Int> {
    let at = min(max(offset, 0), bytes.count)
    var start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }
}
