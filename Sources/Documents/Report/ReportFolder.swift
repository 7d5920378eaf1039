package import Diagnostics
package import Formats
package import Inputs

/// A report as it lies in its folder, read but not yet bound to data.
package struct ReportFolder: Sendable {
  package let path: String
  package let frontMatter: FrontMatter
  package let theme: Theme
  package let language: Language
  /// The languages that the report has words in, its own first.
  package let languages: [Language]
  /// What the main input must look like, where the report says so.
  package let schema: ReportSchema?
  let source: Source
  let template: Template
  let strings: Strings
  let partials: [String: Template]
  let workspace: Workspace
  let limits: Limits

  /// Reads report.md, theme.yaml, schema.json, the strings of the language and the partials; all faults at once.
  ///
  /// - Parameter language: The edition wanted; nil takes the one that the front matter names, else Korean.
  package static func read(
    _ path: String, language wanted: Language? = nil, workspace: Workspace, limits: Limits
  ) throws(DiagnosticError) -> ReportFolder {
    let files = ReportFiles(path: path, workspace: workspace, limits: limits)
    let source = try workspace.read("report.md", relativeTo: path, limits: limits)
    try ReportText.check(source)
    let text = try ReportText(source)
    var faults = FaultList()
    let frontMatter = faults.collect { () throws(DiagnosticError) in
      try FrontMatter.read(source, in: text.head, language: wanted, limits: limits)
    }
    let own = frontMatter?.language ?? .ko
    let language = wanted ?? own
    let edition = faults.collect { () throws(DiagnosticError) in try files.edition(in: language) }
    let template =
      edition??.template
      ?? faults.collect { () throws(DiagnosticError) in
        try TemplateParser.parse(source, from: text.body, limits: limits)
      }
    let theme = faults.collect { () throws(DiagnosticError) in
      try files.theme(frontMatter?.theme)
    }
    let strings = faults.collect { () throws(DiagnosticError) in try files.strings(in: language) }
    let partials = faults.collect(files.partials)
    let schema = faults.collect { () throws(DiagnosticError) in
      try files.schema(frontMatter?.schema)
    }
    if let page = frontMatter?.page, var merged = theme?.page {
      page.apply(to: &merged)
      if let fault = merged.fault(at: frontMatter?.pageLocation) { faults.add(fault) }
    }
    guard var frontMatter, let template, var theme, let strings, let partials, let schema,
      !faults.hasErrors
    else { throw DiagnosticError(faults.diagnostics) }
    frontMatter.page?.apply(to: &theme.page)
    frontMatter.title = edition??.head.title ?? frontMatter.title
    frontMatter.subtitle = edition??.head.subtitle ?? frontMatter.subtitle
    return ReportFolder(
      path: path, frontMatter: frontMatter, theme: theme, language: language,
      languages: [own] + files.translations(besides: own), schema: schema, source: source,
      template: template,
      strings: strings, partials: partials, workspace: workspace,
      limits: limits)
  }
}

extension FrontMatter {
  /// - Parameter language: The language that translations are read in; nil takes the one that the text names.
  fileprivate static func read(
    _ source: Source, in range: Range<Int>, language: Language?, limits: Limits
  ) throws(DiagnosticError) -> FrontMatter {
    let written = try YAMLReader.read(source, in: range, limits: limits)
    let own = written["lang"]?.string.flatMap(Language.init)
    let (value, missing) = Localization.read(
      Located(written, in: source), in: language ?? own ?? .ko)
    if !missing.isEmpty { throw DiagnosticError(missing.map(\.asError)) }
    var decoding = Decoding(source)
    let head = decoding.within("the front matter") { shape.read(value, &$0) }
    let faults = decoding.finish()
    guard let head, !faults.hasErrors else { throw DiagnosticError(faults) }
    return head
  }
}
