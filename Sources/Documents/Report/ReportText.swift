import Diagnostics
import Inputs

/// report.md taken apart: the YAML between its `---` lines, and the text below.
struct ReportText {
  /// The bytes of the front matter's YAML.
  var head: Range<Int>
  /// The first byte of the text.
  var body: Int

  init(_ source: Source) throws(DiagnosticError) {
    let bytes = source.bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var first: Range<Int>?
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = String(decoding: bytes[start..<end], as: UTF8.self).trimmingSpaces
      if let first {
        if line == "---" || line == "..." {
          head = first.upperBound..<start
          body = end
          return
        }
      } else if line == "---" {
        first = start..<end
      } else {
        break
      }
      start = end
    }
    guard let first else {
      throw DiagnosticError(
        .error(
          "report.front-matter", "the report has no front matter",
          at: SourceLocation(source, 0..<0),
          hints: ["begin the file with a line ---, then \"title: …\", then a line ---"]))
    }
    throw DiagnosticError(
      .error(
        "report.front-matter", "the front matter isn't closed", at: SourceLocation(source, first),
        hints: ["put a line --- after it"]))
  }

  /// Whether a text begins with the line `---`, blank lines aside.
  static func hasHead(_ source: Source) -> Bool {
    let start = source.bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
    let first = source.bytes[start...].split(separator: 0x0A).lazy
      .map { String(decoding: $0, as: UTF8.self).trimmingSpaces }.first { !$0.isEmpty }
    return first == "---"
  }

  /// Refuses what no template may hold: bytes that are no UTF-8, zeros, and the scalars that stand for holes.
  static func check(_ source: Source) throws(DiagnosticError) {
    if let fault = TextEncoding.fault(in: source, 0..<source.bytes.count, id: "report") {
      throw DiagnosticError(fault)
    }
    if let offset = Marker.first(in: source.bytes) {
      throw DiagnosticError(
        .error(
          "template.marker", "the text holds a noncharacter that BriefKit uses itself",
          at: SourceLocation(source, offset..<offset + 3),
          hints: ["remove the invisible character"]))
    }
    if let offset = source.bytes.firstIndex(of: 0) {
      throw DiagnosticError(
        .error(
          "template.zero", "the text holds a zero byte",
          at: SourceLocation(source, offset..<offset + 1), hints: ["remove it"]))
    }
  }
}
