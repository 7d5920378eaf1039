package import Diagnostics
import Yams

/// Reads YAML 1.2 with its core schema into the tree that JSON is read into.
///
/// One document of texts, numbers, `true`, `false`, `null`, lists and objects: `yes`, `on` and dates are texts.
/// Anchors, aliases, merge keys, tags and keys that aren't scalars are refused: data says what it says in place.
/// One departure from the core schema: a plain `007` stays a text, for codes must keep their zeros.
package enum YAMLReader {
  /// Reads a source, or the YAML that stands in a range of it (such as front matter); places are those of the source.
  package static func read(
    _ source: Source, in range: Range<Int>? = nil, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Value {
    try InputReader.checkSize(source, limits: limits)
    var range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    if let fault = TextEncoding.fault(in: source, range, id: "yaml", escapes: true) {
      throw DiagnosticError(fault)
    }
    if range.lowerBound == 0, source.bytes[range].starts(with: TextEncoding.mark) {
      range = TextEncoding.mark.count..<range.upperBound
    }
    if let alias = YAMLAliases.firstOfTooMany(in: source.bytes[range]) {
      throw DiagnosticError(YAMLBuilder.anchorFault(at: SourceLocation(source, alias)))
    }
    let marks = YAMLMarks(source, range)
    guard let root = try compose(marks, limits: limits) else {
      return Value(.null, range: range.lowerBound..<range.lowerBound)
    }
    var builder = YAMLBuilder(marks: marks, limits: limits)
    let value = builder.value(of: root, depth: 0)
    guard builder.errors.isEmpty else {
      throw DiagnosticError(DiagnosticList.bounded(builder.errors, to: 50, in: source))
    }
    return value
  }

  /// The tree of the one document; nil if there is none.
  private static func compose(
    _ marks: YAMLMarks, limits: Limits
  ) throws(DiagnosticError) -> Node? {
    let text = String(decoding: marks.source.bytes[marks.range], as: UTF8.self)
    var marks = marks
    do {
      // The basic resolver knows no types: plain scalars are ours to decide, and its patterns cost time.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.nextRoot() else { return nil }
      if let second = try parser.nextRoot() {
        throw DiagnosticError(
          .error(
            "yaml.documents", "a second document begins here, where one is expected",
            at: SourceLocation(marks.source, marks.point(second.mark)),
            hints: ["remove the line \"---\" before it"]))
      }
      return root
    } catch let error as YamlError {
      throw DiagnosticError(YAMLFault(error).diagnostic(marks: &marks, limits: limits))
    } catch let error as DiagnosticError {
      throw error
    } catch {
      throw DiagnosticError(
        .error(
          "yaml.syntax", "the YAML can't be read: \(error)",
          at: SourceLocation(marks.source, marks.range)))
    }
  }
}
