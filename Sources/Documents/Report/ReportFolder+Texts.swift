package import Diagnostics
import Formats
import Inputs

extension ReportFolder {
  /// A text of somebody else's with its variables filled from the scope that report.md has.
  ///
  /// Derived tables and the texts of the front matter are made only for a text that names one.
  package func text(
    _ text: String, over data: ReportData
  ) throws(DiagnosticError) -> String {
    let texts = TextTemplate(
      printer: HolePrinter(language: language, pronunciation: theme.pronunciation), limits: limits)
    let asked = try TextTemplate.names(in: text, limits: limits)
    var names = try names(
      in: data, makesTables: frontMatter.tables.contains { asked.contains($0.name) }
    ).names
    if asked.contains("@report") {
      var faults = FaultList()
      let heads = HeadTexts(of: self, in: Scope(names), texts, &faults)
      _ = try faults.finish()
      names.append(("@report", heads.binding))
    }
    return try texts.inlines(text, in: Scope(names), at: nil).plainText
  }
}

extension TextTemplate {
  /// Whether a text could be filled, whatever the data are.
  package static func check(_ text: String, limits: Limits) throws(DiagnosticError) {
    let template = try TemplateParser.parse(Source(name: "", text: text), limits: limits)
    for node in template.nodes {
      switch node {
      case .text, .variable: break
      case .section, .partial, .block:
        throw DiagnosticError(
          .error("template.section", "only variables may stand here, no sections"))
      }
    }
  }

  /// The first segments of the names that a text's variables name.
  fileprivate static func names(
    in text: String, limits: Limits
  ) throws(DiagnosticError) -> Set<String> {
    let template = try TemplateParser.parse(Source(name: "", text: text), limits: limits)
    return Set(
      template.nodes.compactMap { node in
        if case .variable(_, let hole) = node { hole.path.segments.first } else { nil }
      })
  }
}
