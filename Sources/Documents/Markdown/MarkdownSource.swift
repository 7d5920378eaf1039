import Diagnostics

/// Expanded text made ready for CommonMark: Pandoc's notation cut out, Korean emphasis given its flanks.
///
/// Every byte of the ready text maps back to the expansion, and through it to the template.
struct MarkdownSource {
  private(set) var bytes: [UInt8] = []
  private(set) var cuttings: [Cutting] = []
  /// Lines, in the expansion, that CommonMark takes for definitions of links though they read as text.
  private(set) var hiddenLines: [Range<Int>] = []
  private(set) var notes = NoteLabels()
  let expansion: Expansion
  private var lineStarts: [Int] = [0]
  private var segments: [Segment] = []

  private struct Segment {
    /// In the ready text.
    var start: Int
    /// In the expansion.
    var origin: Int
  }

  private let limits: Limits

  init(_ expansion: Expansion, limits: Limits) throws(DiagnosticError) {
    self.expansion = expansion
    self.limits = limits
    bytes.reserveCapacity(expansion.bytes.count + expansion.bytes.count / 8)
    try prepare()
    // CommonMark ends a line at a lone carriage return too.
    for (offset, byte) in bytes.enumerated()
    where byte == 0x0A || (byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] != 0x0A) {
      lineStarts.append(offset + 1)
    }
  }

  // MARK: Places

  func location(of range: Range<Int>) -> SourceLocation? {
    expansion.location(of: range)
  }

  func location(_ cutting: Cutting) -> SourceLocation? {
    expansion.location(of: cutting.range)
  }

  /// The place in the templates of a byte of the ready text.
  func location(_ offset: Int) -> SourceLocation? {
    let start = origin(of: offset)
    return expansion.location(of: start..<start + 1)
  }

  func scope(_ offset: Int) -> Scope? {
    expansion.scope(at: origin(of: offset))
  }

  /// What a cutting stood for, holes included.
  func text(_ cutting: Cutting) -> String {
    String(decoding: expansion.bytes[cutting.range], as: UTF8.self)
  }

  /// The byte of the ready text at cmark's line and column (both from 1, columns in bytes).
  func offset(line: Int, column: Int) -> Int {
    guard lineStarts.indices.contains(line - 1) else { return bytes.count }
    return min(lineStarts[line - 1] + max(column - 1, 0), bytes.count)
  }

  /// The bytes of one of cmark's lines, without its end.
  func line(_ line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line - 1) else { return bytes.count..<bytes.count }
    let end = lineStarts.indices.contains(line) ? lineStarts[line] - 1 : bytes.count
    return lineStarts[line - 1]..<end
  }

  /// Whether any of cmark's lines came from a value that was read as Markdown.
  func holdsMarkdownValue(inLines lines: ClosedRange<Int>) -> Bool {
    let start = origin(of: line(lines.lowerBound).lowerBound)
    let end = origin(of: line(lines.upperBound).upperBound)
    return expansion.holdsMarkdownValue(in: start..<max(start, end))
  }

  private func origin(of offset: Int) -> Int {
    let next = segments.upperBound(of: offset, by: \.start)
    guard next > 0 else { return 0 }
    return segments[next - 1].origin + (offset - segments[next - 1].start)
  }

  // MARK: Preparing

  private mutating func prepare() throws(DiagnosticError) {
    let text = expansion.bytes
    var code: MarkdownLine.CodeFence?
    /// Lines that may hold one paragraph, not yet written.
    var pending = 0..<0
    var table = TableSize()
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      let line = MarkdownLine(text[start..<end])
      table.add(line)
      if code == nil { try check(line, table) }
      if let open = code {
        copy(start..<end)
        if line.closes(open) { code = nil }
        pending = end..<end
      } else if let opened = line.codeFence {
        flush(pending)
        copy(start..<end)
        code = opened
        pending = end..<end
      } else if let fence = line.divFence {
        flush(pending)
        write(fence, line: line)
        pending = end..<end
      } else if line.isBlank {
        flush(pending.lowerBound..<end)
        pending = end..<end
      } else if line.opensBlock {
        flush(pending)
        pending = start..<end
      } else if line.isCaption, !pending.isEmpty, table.rows > 1 {
        // A caption right below a table would be a row of it.
        flush(pending)
        bytes.append(0x0A)
        pending = start..<end
      } else {
        if pending.isEmpty, line.hidesText { hiddenLines.append(line.content) }
        pending = pending.lowerBound..<end
      }
      start = end
    }
    flush(pending)
  }

  /// Refuses what CommonMark would take too much time or memory for.
  private func check(_ line: MarkdownLine, _ table: TableSize) throws(DiagnosticError) {
    func place() -> SourceLocation? {
      expansion.location(of: line.content.lowerBound..<line.content.lowerBound + 1)
    }
    if line.containers > limits[.templateDepth] {
      throw DiagnosticError(
        limits.exceeded(.templateDepth, by: "the nesting of lists and quotes", at: place()))
    }
    if table.cells > limits[.rows] {
      throw DiagnosticError(limits.exceeded(.rows, by: "the cells of a table", at: place()))
    }
  }

  /// Writes the lines of one paragraph with the markers that it needs.
  private mutating func flush(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = expansion.bytes
    let found = NotationScanner.findings(in: text, range)
    let flanks = KoreanFlanking.insertions(
      in: text, range, without: found.cuttings.map(\.range))
    var edits = flanks.map { Edit(range: $0..<$0, marker: Marker.bytes(Marker.flank)) }
    edits += found.escapes.map { Edit(range: $0..<$0, marker: Marker.bytes(Marker.escape)) }
    for cutting in found.cuttings {
      if case .footnote = cutting.kind {
        let label = notes.add(
          label(cutting.range.lowerBound + 2..<cutting.range.upperBound - 1),
          isDefinition: opensNote(cutting.range, in: range), at: location(cutting))
        edits.append(Edit(range: cutting.range, marker: label))
      } else {
        edits.append(Edit(range: cutting.range, marker: Marker.cutting(cuttings.count)))
        cuttings.append(cutting)
      }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var from = range.lowerBound
    for edit in edits where edit.range.lowerBound >= from {
      copy(from..<edit.range.lowerBound)
      segments.append(Segment(start: bytes.count, origin: edit.range.lowerBound))
      bytes += edit.marker
      from = edit.range.upperBound
    }
    copy(from..<range.upperBound)
  }

  /// A footnote's label with its holes filled.
  private func label(_ range: Range<Int>) -> String {
    Marker.pieces(of: String(decoding: expansion.bytes[range], as: UTF8.self)).map { piece in
      switch piece {
      case .text(let text): text
      case .hole(let number):
        expansion.values.indices.contains(number) ? expansion.values[number].text : ""
      case .cutting: ""
      }
    }.joined()
  }

  /// Whether a footnote's label stands at the start of a line, or of what a quote or list item holds, before a colon.
  private func opensNote(_ label: Range<Int>, in range: Range<Int>) -> Bool {
    let text = expansion.bytes
    guard label.upperBound < range.upperBound, text[label.upperBound] == UInt8(ascii: ":") else {
      return false
    }
    let line = text[range.lowerBound..<label.lowerBound].reversed().prefix { $0 != 0x0A }
    return line.allSatisfy { " >-*+".utf8.contains($0) }
  }

  private struct Edit {
    var range: Range<Int>
    var marker: [UInt8]
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    segments.append(Segment(start: bytes.count, origin: range.lowerBound))
    bytes += expansion.bytes[range]
  }

  /// Writes a div's fence as a paragraph of its own.
  private mutating func write(_ fence: MarkdownLine.DivFence, line: MarkdownLine) {
    bytes.append(0x0A)
    copy(line.indentation)
    segments.append(Segment(start: bytes.count, origin: line.content.lowerBound))
    bytes += Marker.cutting(cuttings.count) + [0x0A, 0x0A]
    cuttings.append(Cutting(kind: .fence(opening: fence.opening), range: line.content))
  }
}

/// How many cells cmark would make of the lines so far, counted from above: it fills short rows up.
private struct TableSize {
  private(set) var rows = 0
  private var columns = 0

  var cells: Int { rows.multipliedReportingOverflow(by: columns).partialValue }

  mutating func add(_ line: MarkdownLine) {
    let bars = line.bars
    if line.isBlank || (rows == 0 && bars == 0) {
      self = TableSize()
    } else {
      rows += 1
      columns = max(columns, bars + 1)
    }
  }
}
