import Diagnostics

/// Expanded text made ready for CommonMark: fences of divs become marker paragraphs, Korean emphasis gets its flanks.
///
/// Every byte of the ready text maps back to the expansion, and through it to the template.
struct MarkdownSource {
  struct Fence {
    /// The text behind the colons; nil for a closing fence.
    var opening: String?
    /// In the expansion.
    var range: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var fences: [Fence] = []
  private let expansion: Expansion
  private var lineStarts: [Int] = [0]
  private var segments: [(out: Int, expansion: Int)] = []

  init(_ expansion: Expansion) {
    self.expansion = expansion
    bytes.reserveCapacity(expansion.bytes.count + expansion.bytes.count / 8)
    prepare()
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
  }

  // MARK: Places

  /// The place in the templates for cmark's line and column (bytes, from 1).
  func location(line: Int, column: Int, length: Int = 1) -> SourceLocation? {
    let start = expansionOffset(line: line, column: column)
    return expansion.location(of: start..<start + max(length, 1))
  }

  func location(of fence: Fence) -> SourceLocation? {
    expansion.location(of: fence.range)
  }

  func scope(line: Int, column: Int) -> Scope? {
    expansion.scope(at: expansionOffset(line: line, column: column))
  }

  func scope(of fence: Fence) -> Scope? {
    expansion.scope(at: fence.range.lowerBound)
  }

  private func expansionOffset(line: Int, column: Int) -> Int {
    let lineStart = lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : bytes.count
    let offset = lineStart + max(column - 1, 0)
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].out <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    return segments[low - 1].expansion + (offset - segments[low - 1].out)
  }

  // MARK: Preparing

  private struct CodeFence {
    var mark: UInt8
    var length: Int
  }

  private mutating func prepare() {
    let text = expansion.bytes
    var code: CodeFence?
    var start = 0
    /// Lines that may hold one paragraph, not yet written.
    var pending = 0..<0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      let line = start..<end
      let content = text[line].drop { $0 == 0x20 }
      if let open = code {
        copy(line)
        if Self.closes(open, content) { code = nil }
        pending = end..<end
      } else if let opened = Self.codeFence(content) {
        flush(pending)
        copy(line)
        code = opened
        pending = end..<end
      } else if let fence = Self.divFence(content) {
        flush(pending)
        writeFence(fence, line: line, indentation: content.startIndex - start)
        pending = end..<end
      } else if content.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
        flush(pending.lowerBound..<end)
        pending = end..<end
      } else {
        pending = pending.lowerBound..<end
      }
      start = end
    }
    flush(pending)
  }

  /// Writes the lines of one paragraph with the markers that it needs.
  private mutating func flush(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = expansion.bytes
    let flanks = KoreanFlanking.insertions(in: text[range]).map { ($0, Marker.flank) }
    let escapes = Self.escapes(in: text[range]).map { ($0, Marker.escape) }
    var from = range.lowerBound
    for (offset, marker) in (flanks + escapes).sorted(by: { $0.0 < $1.0 }) {
      copy(from..<offset)
      bytes += Array(String(marker).utf8)
      from = offset
    }
    copy(from..<range.upperBound)
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    segments.append((bytes.count, range.lowerBound))
    bytes += expansion.bytes[range]
  }

  private mutating func writeFence(_ opening: String?, line: Range<Int>, indentation: Int) {
    let trimmed = line.lowerBound + indentation..<line.upperBound
    bytes.append(0x0A)
    copy(line.lowerBound..<trimmed.lowerBound)
    segments.append((bytes.count, trimmed.lowerBound))
    bytes += Array("\(Marker.fenceStart)\(fences.count)\(Marker.fenceEnd)\n\n".utf8)
    let end = trimmed.upperBound - (expansion.bytes[line].last == 0x0A ? 1 : 0)
    fences.append(Fence(opening: opening ?? nil, range: trimmed.lowerBound..<end))
  }

  /// Backslashes before a mark that BriefKit reads itself, so that the reader still knows it was escaped.
  private static func escapes(in text: ArraySlice<UInt8>) -> [Int] {
    guard text.contains(UInt8(ascii: "\\")) else { return [] }
    var offsets: [Int] = []
    var index = text.startIndex
    while index + 1 < text.endIndex {
      if text[index] == UInt8(ascii: "\\") {
        if "[]{}@*:".utf8.contains(text[index + 1]) { offsets.append(index) }
        index += 2
      } else {
        index += 1
      }
    }
    return offsets
  }

  private static func codeFence(_ line: ArraySlice<UInt8>) -> CodeFence? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = line.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), line.dropFirst(length).contains(mark) { return nil }
    return CodeFence(mark: mark, length: length)
  }

  private static func closes(_ open: CodeFence, _ line: ArraySlice<UInt8>) -> Bool {
    let length = line.prefix { $0 == open.mark }.count
    return length >= open.length
      && line.dropFirst(length).allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// The text behind the colons of a div's fence: `.some(nil)` where it closes one, nil where the line is no fence.
  private static func divFence(_ line: ArraySlice<UInt8>) -> String??  {
    let colons = line.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    var rest = Substring(String(decoding: line.dropFirst(colons), as: UTF8.self)).trimmingSpaces
    while rest.last == ":" { rest = rest.dropLast() }
    rest = rest.trimmingSpaces
    return .some(rest.isEmpty ? nil : String(rest))
  }
}
