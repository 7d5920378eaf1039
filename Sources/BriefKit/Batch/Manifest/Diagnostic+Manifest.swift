import Diagnostics
import Inputs

extension Diagnostic {
  /// A diagnostic as a manifest has it; the lines that it points to aren't there any more, only their numbers.
  init?(_ value: Value) {
    guard let severity = value["severity"]?.string.flatMap(Severity.init),
      let id = value["id"]?.string, let message = value["message"]?.string
    else { return nil }
    self.init(
      severity, id: id, message, at: Self.location(value),
      notes: value["notes"]?.array?.compactMap { note in
        note["message"]?.string.map { Note($0, at: Self.location(note)) }
      } ?? [],
      hints: value["hints"]?.array?.compactMap(\.string) ?? [])
  }

  private static func location(_ value: Value) -> SourceLocation? {
    guard let file = value["file"]?.string else { return nil }
    guard let line = value["line"]?.double.flatMap(Int.init(exactly:)),
      let column = value["column"]?.double.flatMap(Int.init(exactly:))
    else { return SourceLocation(file: file) }
    let source = Source(name: file, bytes: [], start: LineColumn(line: line, column: column))
    return SourceLocation(source, 0..<0)
  }
}
