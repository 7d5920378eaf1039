package import Diagnostics
import Formats
package import Inputs

/// The data that a report is bound to, read in its edition's language.
package struct ReportData: Sendable {
  /// A name in reach of the report, and what it stands for.
  package struct Entry: Sendable {
    package var name: String
    package var value: Value
    package var origin: Origin

    package init(name: String, value: Value, origin: Origin) {
      self.name = name
      self.value = value
      self.origin = origin
    }
  }

  package var entries: [Entry]
  /// Values given by `--set`, in reach as `@set`.
  package var settings: Value

  package init(entries: [Entry], settings: Value = .object([])) {
    self.entries = entries
    self.settings = settings
  }
}

extension ReportFolder {
  /// Binds the report to data: the document that its pages will show, with the warnings.
  package func bind(
    _ data: ReportData
  ) throws(DiagnosticError) -> (document: Document, warnings: [Diagnostic]) {
    let scope = try scope(over: data)
    let printer = ValuePrinter(language: language)
    let texts = TextTemplate(printer: printer, limits: limits)
    var faults: [Diagnostic] = []
    func collecting<T>(_ read: () throws(DiagnosticError) -> T) -> T? {
      do throws(DiagnosticError) {
        return try read()
      } catch {
        faults += error.diagnostics
        return nil
      }
    }
    func filled(_ text: FrontMatter.Text?, in scope: Scope) -> [Inline] {
      guard let text else { return [] }
      return collecting { () throws(DiagnosticError) in
        try texts.inlines(text.text, in: scope, at: SourceLocation(source, text.range))
      } ?? []
    }
    let sources = collecting { () throws(DiagnosticError) in try citable(in: scope) }
    let expansion = collecting { () throws(DiagnosticError) in
      try Expander(
        printer: printer, limits: limits, partialNames: partials.keys.sorted(),
        partial: { name in partials[name] }
      ).expand(template, in: scope)
    }
    var text: MarkdownReader.Result?
    if let expansion, let sources {
      let figures = FigureReader(
        folder: path, workspace: workspace, texts: texts, printer: printer, theme: theme,
        limits: limits)
      text = collecting { () throws(DiagnosticError) in
        try MarkdownReader.read(
          expansion,
          settings: MarkdownSettings(
            styleNames: theme.styleNames, sourceKeys: sources.map(\.key)),
          image: { request throws(DiagnosticError) in try figures.block(for: request) })
      }
    }
    let head = frontMatter
    var pageTexts = Document.PageTexts()
    pageTexts.headLeft = filled(head.pageTexts.headLeft, in: scope)
    pageTexts.headRight = filled(head.pageTexts.headRight, in: scope)
    pageTexts.footLeft = filled(head.pageTexts.footLeft, in: scope)
    pageTexts.footRight = filled(head.pageTexts.footRight, in: scope)
    let title = filled(head.title, in: scope)
    let subtitle = filled(head.subtitle, in: scope)
    let author = filled(head.author, in: scope)
    let date = Self.printedDate(filled(head.date, in: scope), language)
    guard let text, let sources, !faults.hasErrors else { throw DiagnosticError(faults) }
    let document = Document(
      language: language, title: title, subtitle: subtitle, author: author, date: date.text, day: date.day,
      blocks: text.blocks,
      sources: text.citedKeys.compactMap { key in sources.first { $0.key == key } },
      pageTexts: pageTexts, theme: theme, strings: strings,
      showsHeadingNumbers: head.numbering ?? theme.showsHeadingNumbers)
    return (document, faults + text.warnings)
  }

  /// An ISO date is printed as the language writes it; any other text as it stands.
  private static func printedDate(
    _ text: [Inline], _ language: Language
  ) -> (text: [Inline], day: CivilDate?) {
    guard let date = ISODate(text.plainText),
      let format = try? ValueFormat.parse("date-long"),
      let printed = try? format.string(.date(date), language: language)
    else { return (text, nil) }
    let isDay = date.precision == .day || date.precision == .time
    if case .value(var value)? = text.first, text.count == 1 {
      value.text = printed
      return ([.value(value)], isDay ? date.start.date : nil)
    }
    return ([.text(printed)], isDay ? date.start.date : nil)
  }

  /// The outermost scope: the data's names and ours.
  private func scope(over data: ReportData) throws(DiagnosticError) -> Scope {
    var names: [(String, Scope.Binding)] = []
    var taken: Set<String> = []
    for entry in data.entries {
      guard taken.insert(entry.name).inserted else {
        throw DiagnosticError(
          .error(
            "report.name", "two inputs give the name \"\(entry.name)\"",
            at: SourceLocation(source),
            hints: ["give one of them another name: --data other=FILE"]))
      }
      names.append((entry.name, Scope.Binding(entry.value, origin: entry.origin)))
    }
    let builtin = Origin(.builtin)
    names += [
      (
        "@strings", Scope.Binding(strings.value, origin: builtin.appending("@strings"))
      ),
      (
        "@lang",
        Scope.Binding(.string(language.rawValue), origin: builtin.appending("@lang"))
      ),
      ("@set", Scope.Binding(data.settings, origin: Origin(.option))),
    ]
    return Scope(names)
  }

  /// The sources that may be cited: a list of objects with an `id` and a `text`.
  private func citable(in scope: Scope) throws(DiagnosticError) -> [Document.SourceEntry] {
    guard let name = frontMatter.sources else { return [] }
    let location = SourceLocation(source, name.range)
    let found = try scope.look(up: try NamePath.read(name.text, at: location), at: location)
    guard let items = found.value.array else {
      throw DiagnosticError(
        .error(
          "report.sources", "\"\(name.text)\" is \(found.value.kindName), not a list of sources",
          at: location))
    }
    var entries: [Document.SourceEntry] = []
    for (index, item) in items.enumerated() {
      guard let key = item["id"]?.string, let text = item["text"]?.string else {
        throw DiagnosticError(
          .error(
            "report.sources", "item \(index) of \"\(name.text)\" has no \"id\" and \"text\"",
            at: location, hints: ["a source is an object: {\"id\": \"A\", \"text\": \"…\"}"]))
      }
      let value = BoundValue(
        text: text, value: .string(text),
        origin: found.origin.appending(index).appending("text"))
      entries.append(Document.SourceEntry(key: key, text: value.inlines))
    }
    return entries
  }
}
