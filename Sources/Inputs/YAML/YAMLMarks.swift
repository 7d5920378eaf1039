import Diagnostics
import Yams

/// Turns the lines and columns that Yams gives into byte offsets.
///
/// Places are asked for mostly in the order of the text, so it goes on from the last one: a file of one long
/// line costs one pass, not one for each place.
struct YAMLMarks {
  let source: Source
  /// Where in the source the YAML stands.
  let range: Range<Int>
  /// The offset of each line's first byte.
  private let lines: [Int]
  private var last: (line: Int, column: Int, offset: Int)

  init(_ source: Source, _ range: Range<Int>) {
    self.source = source
    self.range = range
    lines = Self.lineStarts(source.bytes, range)
    last = (1, 1, range.lowerBound)
  }

  /// The offset of a mark; the start of the text where there is none.
  mutating func offset(_ mark: Mark?) -> Int {
    guard let mark, mark.line >= 1, mark.column >= 1 else { return range.lowerBound }
    guard mark.line <= lines.count else { return range.upperBound }
    if mark.line != last.line || mark.column < last.column {
      last = (mark.line, 1, lines[mark.line - 1])
    }
    source.bytes.withUnsafeBufferPointer { bytes in
      while last.column < mark.column, last.offset < range.upperBound {
        last.offset += 1
        while last.offset < range.upperBound, bytes[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
        last.column += 1
      }
    }
    return last.offset
  }

  mutating func point(_ mark: Mark?) -> Range<Int> {
    let offset = offset(mark)
    return offset..<offset
  }

  /// Lines as libyaml counts them: LF, CR, CRLF, NEL, LS and PS end one (YAML 1.1, section 4.2).
  private static func lineStarts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var starts = [range.lowerBound]
    bytes.withUnsafeBufferPointer { bytes in
      func byte(_ at: Int) -> UInt8 { at < range.upperBound ? bytes[at] : 0 }
      var at = range.lowerBound
      while at < range.upperBound {
        switch bytes[at] {
        case 0x0A: starts.append(at + 1)
        case 0x0D where byte(at + 1) != 0x0A: starts.append(at + 1)
        case 0xC2 where byte(at + 1) == 0x85: starts.append(at + 2)
        case 0xE2 where byte(at + 1) == 0x80 && (byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9):
          starts.append(at + 3)
        default: break
        }
        at += 1
      }
    }
    return starts
  }
}
