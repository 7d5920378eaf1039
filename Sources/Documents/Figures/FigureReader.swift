import Diagnostics
import Graphics
import Inputs

/// Makes the block that an image in the text stands for: a chart, a data table or a picture.
struct FigureReader {
  let folder: String
  let workspace: Workspace
  let texts: TextTemplate
  let printer: HolePrinter
  let theme: Theme
  let limits: Limits

  private enum Kind {
    case chart, table, picture

    init?(_ url: String) {
      let name = url.lowercased()
      if name.hasSuffix(Self.chartEnding) {
        self = .chart
      } else if name.hasSuffix(".table.yaml") {
        self = .table
      } else if [".png", ".jpg", ".jpeg", ".svg"].contains(where: name.hasSuffix) {
        self = .picture
      } else {
        return nil
      }
    }

    static let chartEnding = ".vl.json"
  }

  func block(for request: MarkdownReader.ImageRequest) throws(DiagnosticError) -> Block {
    guard let kind = Kind(request.url) else {
      throw DiagnosticError(
        .error(
          "figure.kind", "\"\(request.url)\" is no kind of figure that BriefKit knows",
          at: request.location,
          hints: ["charts end in .vl.json, tables in .table.yaml, pictures in .png, .jpg or .svg"]))
    }
    switch kind {
    case .chart:
      try check(request, by: .chart)
      return figure(.chart(try chart(request)), request)
    case .picture:
      try check(request, by: .picture)
      let (bytes, header) = try picture(request)
      return figure(.image(bytes: bytes, header), request)
    case .table:
      try check(request, by: .table)
      return Block(.table(try table(request)), attributes: request.attributes)
    }
  }

  /// A picture that stands in a line.
  func inlinePicture(
    for request: MarkdownReader.ImageRequest
  ) throws(DiagnosticError) -> InlinePicture {
    guard Kind(request.url) == .picture else {
      throw DiagnosticError(
        .error(
          "figure.inline", "\"\(request.url)\" is no picture, and nothing else stands in a line",
          at: request.location, hints: ["put it into a paragraph of its own"]))
    }
    try check(request, by: .inlinePicture)
    let (bytes, header) = try picture(request)
    if request.caption.isEmpty, request.attributes["alt"] == nil {
      throw DiagnosticError(
        .error(
          "figure.alt", "a picture has no words for those who can't see it", at: request.location,
          hints: ["write them into the brackets, or {alt=\"\"} if it is mere decoration"]))
    }
    return InlinePicture(
      bytes: bytes, header: header, attributes: request.attributes, location: request.location)
  }

  private func check(
    _ request: MarkdownReader.ImageRequest, by rules: AttributeRules
  ) throws(DiagnosticError) {
    let faults = rules.faults(of: request.attributes)
    if !faults.isEmpty { throw DiagnosticError(faults) }
  }

  private func figure(
    _ content: Figure.Content, _ request: MarkdownReader.ImageRequest
  ) -> Block {
    let attributes = request.attributes
    return Block(
      .figure(
        Figure(
          content: content, caption: request.caption,
          subtitle: attributes.entry("subtitle")?.text ?? [],
          note: attributes.entry("note")?.text ?? [], alt: attributes["alt"])),
      attributes: attributes)
  }

  private func picture(
    _ request: MarkdownReader.ImageRequest
  ) throws(DiagnosticError) -> (bytes: [UInt8], header: ImageHeader) {
    try files.picture(request.url, namedAt: request.location)
  }

  private func table(_ request: MarkdownReader.ImageRequest) throws(DiagnosticError) -> TableBlock {
    let source = try file(of: request)
    var spec = try localized(try YAMLReader.read(source, limits: limits), in: source)
    // `format: {ko: "△", en: null}` gives one language a format and the other none.
    spec.value = spec.value.withoutNulls
    var table = try DataTableReader(
      texts: texts, printer: printer, theme: theme, limits: limits
    ).read(spec, scope: request.scope)
    table.caption = request.caption
    table.subtitle = request.attributes.entry("subtitle")?.text ?? []
    if table.note.isEmpty { table.note = request.attributes.entry("note")?.text ?? [] }
    table.location = request.location
    return table
  }

  /// Keys of a chart's specification whose values are names or code, never text.
  private static let literalKeys: Set<String> = [
    "expr", "filter", "calculate", "url", "data", "inputs", "tables",
  ]

  private func chart(_ request: MarkdownReader.ImageRequest) throws(DiagnosticError) -> ChartFigure
  {
    let source = try file(of: request)
    let spec = try localized(try JSONReader.read(source, limits: limits), in: source)
    let filled = try texts.filling(spec, in: request.scope, except: Self.literalKeys)
    let name = request.url.split(separator: "/").last ?? ""
    return ChartFigure(
      name: String(name.dropLast(Kind.chartEnding.count)), spec: Located(filled, in: source),
      scope: request.scope, path: folder + "/" + request.url)
  }

  /// A specification with its bilingual texts in the edition's language; one that is missing is the author's to add.
  private func localized(_ value: Value, in source: Source) throws(DiagnosticError) -> Located {
    let (value, missing) = Localization.read(
      Located(value, in: source), in: printer.language, keepsNull: true)
    guard missing.isEmpty else {
      throw DiagnosticError(missing.map(\.asError))
    }
    return Located(value, in: source)
  }

  private func file(of request: MarkdownReader.ImageRequest) throws(DiagnosticError) -> Source {
    try files.file(request.url, namedAt: request.location)
  }

  private var files: ReportFiles { ReportFiles(path: folder, workspace: workspace, limits: limits) }
}

extension Value {
  /// The value without members that are null.
  fileprivate var withoutNulls: Value {
    switch kind {
    case .null, .bool, .number, .string: self
    case .array(let items): Value(.array(items.map(\.withoutNulls)), range: range)
    case .object(let object):
      Value(
        .object(
          Object(
            object.members.filter { !$0.value.isNull }.map { member in
              var member = member
              member.value = member.value.withoutNulls
              return member
            })), range: range)
    }
  }
}
