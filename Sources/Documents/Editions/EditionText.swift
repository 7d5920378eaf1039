import Diagnostics
import Formats
import Inputs

/// `report.LANG.md`: the words of one edition, where report.md doesn't serve all languages.
///
/// It may set the title and the subtitle; what is declared for all editions stands in report.md alone.
struct EditionText {
  /// What stands between its `---` lines.
  struct Head: Sendable {
    var title: FrontMatter.Text?
    var subtitle: FrontMatter.Text?
  }

  var head: Head
  var template: Template

  static func fileName(of language: Language) -> String { "report.\(language.rawValue).md" }

  static func read(_ source: Source, limits: Limits) throws(DiagnosticError) -> EditionText {
    try ReportText.check(source)
    var faults = FaultList()
    var head = Head()
    var body = source.bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
    // The front matter may be left out, and report.md's title stands.
    if ReportText.hasHead(source) {
      let text = try ReportText(source)
      body = text.body
      faults.collect { () throws(DiagnosticError) in
        try Self.head(source, in: text.head, limits: limits)
      }.map { head = $0 }
    }
    let template = faults.collect { () throws(DiagnosticError) in
      try TemplateParser.parse(source, from: body, limits: limits)
    }
    guard let template, !faults.hasErrors else { throw DiagnosticError(faults.diagnostics) }
    return EditionText(head: head, template: template)
  }

  private static func head(
    _ source: Source, in range: Range<Int>, limits: Limits
  ) throws(DiagnosticError) -> Head {
    let value = try YAMLReader.read(source, in: range, limits: limits)
    if value.isNull { return Head() }
    var decoding = Decoding(source)
    let own = ["title", "subtitle"]
    let declared = (FrontMatter.shape.schema.value["properties"]?.object?.keys ?? [])
      .filter { !own.contains($0) }
    for member in value.object?.members ?? [] where declared.contains(member.key) {
      decoding.error(
        "report.edition", "\"\(member.key)\" is declared for all editions", at: member.keyRange,
        hints: ["put it into report.md"])
    }
    let words = Value(
      .object(Object((value.object?.members ?? []).filter { !declared.contains($0.key) })),
      range: value.range)
    let head = decoding.within("the front matter") {
      shape.read(value.object == nil ? value : words, &$0)
    }
    let faults = decoding.finish()
    guard let head, !faults.hasErrors else { throw DiagnosticError(faults) }
    return head
  }

  private static let shape = Shape<Head>.object(
    "front matter", "What an edition says of itself.",
    .optional("title", FrontMatter.text, "The title in this language."),
    .optional("subtitle", FrontMatter.text, "One sentence: the message."),
    make: Head.init)
}
