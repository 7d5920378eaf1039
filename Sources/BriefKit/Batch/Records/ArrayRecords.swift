import Diagnostics
import Inputs

/// The items of a JSON list, each cut out before the next one is looked at.
///
/// Only brackets, quotes and commas are looked at here; whether an item is JSON is seen when it is read by itself.
struct ArrayRecords: RecordReader {
  private enum State {
    case beforeList
    /// Between an opening bracket or a comma and an item.
    case beforeItem(isFirst: Bool)
    case inItem
    case afterItem
    case afterList
  }

  private let name: String
  private let stream: ByteStream
  private let limits: Limits
  private var state = State.beforeList
  private var place = LineColumn(line: 1, column: 1)
  private var isAtMark = true

  // The item under way.
  private var item: [UInt8] = []
  private var byteCount = 0
  private var start = LineColumn(line: 1, column: 1)
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  init(_ stream: ByteStream, named name: String, limits: Limits) {
    self.stream = stream
    self.name = name
    self.limits = limits
  }

  var progress: Double? { stream.progress }
  var descriptor: Int32? { stream.descriptor }

  mutating func next() throws(DiagnosticError) -> RecordStep {
    while true {
      let step: ByteStream.Byte
      do throws(ByteStream.Fault) {
        step = try stream.next()
      } catch {
        throw error.error(name)
      }
      switch step {
      case .waiting: return .waiting
      case .end: return try end()
      case .byte(let byte):
        // A byte-order mark is no column.
        if isAtMark, TextEncoding.mark.contains(byte) { continue }
        isAtMark = false
        let record = try take(byte)
        advance(byte)
        if let record { return .record(record) }
      }
    }
  }

  private mutating func advance(_ byte: UInt8) {
    if byte == 0x0A {
      place = LineColumn(line: place.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }

  private func fault(_ message: String, _ hint: String) -> DiagnosticError {
    let source = Source(name: name, bytes: [], start: place)
    return DiagnosticError(
      .error("batch.list", message, at: SourceLocation(source, 0..<0), hints: [hint]))
  }

  private mutating func take(_ byte: UInt8) throws(DiagnosticError) -> FoundRecord? {
    let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    switch state {
    case .beforeList:
      if isSpace { return nil }
      guard byte == UInt8(ascii: "[") else {
        throw fault(
          "the file holds no list of records",
          "write [{…}, {…}], or one record a line in a file that ends in .ndjson")
      }
      state = .beforeItem(isFirst: true)
    case .beforeItem(let isFirst):
      if isSpace { return nil }
      if byte == UInt8(ascii: "]"), isFirst {
        state = .afterList
        return nil
      }
      guard byte != UInt8(ascii: "]"), byte != UInt8(ascii: ",") else {
        throw fault(
          "a record is missing before \"\(Character(Unicode.Scalar(byte)))\"",
          "remove the comma")
      }
      (item, byteCount, start, depth, isInString) = ([], 0, place, 0, false)
      state = .inItem
      add(byte)
    case .inItem:
      if !isInString, depth == 0, isSpace {
        state = .afterItem
        return finishItem()
      }
      if !isInString, depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
        state = byte == UInt8(ascii: ",") ? .beforeItem(isFirst: false) : .afterList
        return finishItem()
      }
      add(byte)
    case .afterItem:
      if isSpace { return nil }
      switch byte {
      case UInt8(ascii: ","): state = .beforeItem(isFirst: false)
      case UInt8(ascii: "]"): state = .afterList
      default:
        throw fault("expected a comma or \"]\" after a record", "are all its brackets closed?")
      }
    case .afterList:
      guard isSpace else {
        throw fault("something stands behind the list", "remove what follows its \"]\"")
      }
    }
    return nil
  }

  private mutating func add(_ byte: UInt8) {
    if byteCount < limits[.recordBytes] { item.append(byte) }
    byteCount += 1
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }

  private mutating func finishItem() -> FoundRecord {
    defer { item = [] }
    guard byteCount <= limits[.recordBytes] else {
      let fault = limits.longRecord(byteCount, in: name, at: start)
      return FoundRecord(source: name, start: start, content: .failure(fault))
    }
    return FoundRecord(source: name, start: start, content: .success(.init(bytes: item)))
  }

  private mutating func end() throws(DiagnosticError) -> RecordStep {
    switch state {
    case .afterList: return .end
    case .beforeList:
      throw fault("there is nothing to read, where a list is expected", "write [{…}, {…}]")
    case .beforeItem, .inItem, .afterItem:
      throw fault("the text ends inside the list", "is the file complete? a \"]\" is missing")
    }
  }
}
