package import Diagnostics
import Formats
import Inputs

extension ReportFolder {
  /// Binds the report to data: the document that its pages will show, with the warnings.
  package func bind(
    _ data: ReportData
  ) throws(DiagnosticError) -> (document: Document, warnings: [Diagnostic]) {
    let (names, tableWarnings) = try names(in: data)
    let printer = HolePrinter(language: language, pronunciation: theme.pronunciation)
    let texts = TextTemplate(printer: printer, limits: limits)
    var faults = FaultList()
    let heads = HeadTexts(of: self, in: Scope(names), texts, &faults)
    if !faults.hasErrors, heads.title.plainText.trimmingSpaces.isEmpty {
      faults.add(
        .error(
          "report.title", "the title is empty", at: frontMatter.title.location,
          hints: ["give the report a title that doesn't depend on what may be missing"]))
    }
    heads.date.warning.map { faults.add($0) }
    let (title, subtitle, author, date) = (heads.title, heads.subtitle, heads.author, heads.date)
    let scope = Scope(names + [("@report", heads.binding)])
    func filled(_ text: FrontMatter.Text?) -> [Inline] {
      texts.filled(text, in: scope, &faults)
    }
    func corners(_ texts: FrontMatter.PageTexts) -> Document.PageTexts {
      var corners = Document.PageTexts()
      corners.headLeft = texts.headLeft.map { filled($0) }
      corners.headRight = texts.headRight.map { filled($0) }
      corners.footLeft = texts.footLeft.map { filled($0) }
      corners.footRight = texts.footRight.map { filled($0) }
      return corners
    }
    let pageTexts = corners(frontMatter.pageTexts)
    let (first, even) = (
      frontMatter.firstPageTexts.map(corners), frontMatter.evenPageTexts.map(corners)
    )
    let watermark = filled(frontMatter.watermark)
    let letterhead = Letterhead(
      first: faults.collect { () throws(DiagnosticError) in
        try picture(frontMatter.letterhead.first)
      } ?? nil,
      other: faults.collect { () throws(DiagnosticError) in
        try picture(frontMatter.letterhead.other)
      } ?? nil)
    let sources = faults.collect { () throws(DiagnosticError) in try citable(in: scope) }
    let text = faults.collect { () throws(DiagnosticError) in
      try self.text(in: scope, citing: sources?.map(\.key), printer, texts)
    }
    let warnings = try faults.finish()
    guard let text, let sources else { throw DiagnosticError(faults.diagnostics) }
    var units = UnitScaling(printer: printer, strings: strings)
    let unplaced = UnplacedText(
      contentsBlock(strings) + units.scaled(text.blocks),
      notes: text.notes.map { units.scaled($0) },
      sectionDepth: frontMatter.numbering ?? (theme.showsHeadingNumbers ? 1 : 0),
      refers: text.refers, hasBudget: frontMatter.fit != nil)
    if unplaced.abridgement.faults.hasErrors {
      throw DiagnosticError(unplaced.abridgement.faults + warnings)
    }
    let (parts, numbering) = try unplaced.placed(strings: strings)
    var document = Document(
      language: language, title: title, subtitle: subtitle, author: author, date: date.text,
      day: date.day, blocks: parts[0], notes: Array(parts.dropFirst()),
      sources: sources.cited(text.citedKeys), pageTexts: pageTexts, firstPageTexts: first,
      evenPageTexts: even,
      watermark: watermark, firstPageNumber: frontMatter.firstPageNumber, theme: theme,
      strings: strings,
      places: numbering.places, placesByID: numbering.ids,
      mentionsPages: numbering.mentionsPages, data: data,
      titleLocation: frontMatter.title.location, budget: frontMatter.fit, text: unplaced)
    document.pictures = text.pictures
    document.letterhead = letterhead
    return (
      document,
      theme.warnings + tableWarnings + warnings + text.warnings + units.warnings
        + unplaced.abridgement.faults
    )
  }

  /// The text below the front matter, expanded and read.
  ///
  /// - Parameter keys: The keys of the sources; nil where they couldn't be read, so that citations aren't blamed.
  private func text(
    in scope: Scope, citing keys: [String]?, _ printer: HolePrinter, _ texts: TextTemplate
  ) throws(DiagnosticError) -> MarkdownReader.Result {
    let expansion = try Expander.expand(
      template, in: scope, printer: printer, partials: partials, limits: limits)
    guard let keys else { return MarkdownReader.Result(blocks: []) }
    let figures = FigureReader(
      folder: path, workspace: workspace, texts: texts, printer: printer, theme: theme,
      limits: limits)
    return try MarkdownReader.read(
      expansion, settings: MarkdownSettings(styleNames: theme.styleNames, sourceKeys: keys),
      limits: limits,
      figure: { request throws(DiagnosticError) in try figures.block(for: request) },
      picture: { request throws(DiagnosticError) in try figures.inlinePicture(for: request) })
  }

  /// A picture that the front matter names.
  private func picture(
    _ name: FrontMatter.Text?
  ) throws(DiagnosticError) -> Letterhead.Picture? {
    guard let name else { return nil }
    let (bytes, header) = try ReportFiles(path: path, workspace: workspace, limits: limits)
      .picture(name.text, namedAt: name.location)
    return Letterhead.Picture(bytes: bytes, header: header, location: name.location)
  }

  /// Contents behind the title, where the front matter asks for them.
  private func contentsBlock(_ strings: Strings) -> [Block] {
    guard let depth = frontMatter.contents, depth > 0 else { return [] }
    let entries: [Attributes.Entry] = [
      .init(key: "title", text: [.text(strings[.contents])]),
      .init(key: "depth", text: [.text("\(depth)")]),
    ]
    return [Block(.div(.contents, []), attributes: Attributes(entries: entries))]
  }

  // MARK: Scope

  /// The names of the outermost scope but for `@report`: the data's and ours.
  ///
  /// - Parameter makesTables: Whether the derived tables are among them.
  func names(
    in data: ReportData, makesTables: Bool = true
  ) throws(DiagnosticError) -> (names: [(String, Scope.Binding)], warnings: [Diagnostic]) {
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
    for table in frontMatter.tables where taken.contains(table.name) {
      throw DiagnosticError(
        .error(
          "report.name", "the table \"\(table.name)\" has the name of an input",
          at: table.location, hints: ["give the table another name"]))
    }
    let tables = try DerivedTables.make(
      makesTables ? frontMatter.tables : [], from: Scope(names), language: language,
      now: workspace.clock.now(),
      limits: limits)
    names += tables.names
    let origin = Origin(.builtin)
    names.append(("@strings", Scope.Binding(strings.value, origin: origin.appending("@strings"))))
    names.append(
      ("@lang", Scope.Binding(.string(language.rawValue), origin: origin.appending("@lang"))))
    names.append(("@set", Scope.Binding(data.settings, origin: Origin(.option))))
    return (names, tables.warnings)
  }

  // MARK: Sources

  /// The sources that may be cited: a list of objects with an `id` and a `text`.
  private func citable(in scope: Scope) throws(DiagnosticError) -> [Document.SourceEntry] {
    guard let name = frontMatter.sources else { return [] }
    let place = name.location
    func fault(_ message: String, _ hints: [String] = []) -> DiagnosticError {
      DiagnosticError(.error("report.sources", message, at: place, hints: hints))
    }
    let found = try scope.look(up: try NamePath.read(name.text, at: place), at: place)
    guard let items = found.value.array else {
      throw fault("\"\(name.text)\" is \(found.value.kindName), not a list of sources")
    }
    var entries: [Document.SourceEntry] = []
    var taken: Set<String> = []
    for (index, item) in items.enumerated() {
      guard let key = item["id"]?.string, let text = item["text"]?.string else {
        throw fault(
          "item \(index) of \"\(name.text)\" has no \"id\" and \"text\"",
          ["a source is an object: {\"id\": \"A\", \"text\": \"…\"}"])
      }
      guard taken.insert(key).inserted else {
        throw fault("two items of \"\(name.text)\" have the id \"\(key)\"")
      }
      let origin = found.origin.appending(index).appending("text")
      let value = BoundValue(text: text, value: .string(text), origin: origin)
      entries.append(Document.SourceEntry(key: key, text: value.inlines))
    }
    return entries
  }
}

extension [Document.SourceEntry] {
  /// Those cited, in the order of their numbers.
  fileprivate func cited(_ keys: [String]) -> [Document.SourceEntry] {
    let byKey = Dictionary(map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return keys.compactMap { byKey[$0] }
  }
}
