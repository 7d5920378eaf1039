import Diagnostics
import Inputs

/// A JSON value a line; blank lines are skipped.
struct NDJSONRecords: RecordReader {
  private let name: String
  private let stream: ByteStream
  private let limits: Limits
  private var line = 0

  init(_ stream: ByteStream, named name: String, limits: Limits) {
    self.stream = stream
    self.name = name
    self.limits = limits
  }

  var progress: Double? { stream.progress }
  var descriptor: Int32? { stream.descriptor }

  mutating func next() throws(DiagnosticError) -> RecordStep {
    while true {
      let step: ByteStream.LineStep
      do throws(ByteStream.Fault) {
        step = try stream.nextLine(limit: limits[.recordBytes])
      } catch {
        throw error.error(name)
      }
      switch step {
      case .waiting: return .waiting
      case .end: return .end
      case .line(let text):
        line += 1
        if let record = record(text) { return .record(record) }
      }
    }
  }

  /// Nil for a blank line.
  private func record(_ text: ByteStream.Line) -> FoundRecord? {
    let start = LineColumn(line: line, column: 1)
    guard text.byteCount <= limits[.recordBytes] else {
      let fault = limits.longRecord(text.byteCount, in: name, at: start)
      return FoundRecord(source: name, start: start, content: .failure(fault))
    }
    var bytes = text.bytes
    if line == 1, bytes.starts(with: TextEncoding.mark) {
      bytes.removeFirst(TextEncoding.mark.count)
    }
    guard bytes.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return nil }
    return FoundRecord(source: name, start: start, content: .success(.init(bytes: bytes)))
  }
}
