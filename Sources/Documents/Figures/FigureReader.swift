import Diagnostics
import Inputs

/// Makes the block that an image in the text stands for: a chart, a data table or a picture.
struct FigureReader {
  let folder: String
  let workspace: Workspace
  let texts: TextTemplate
  let printer: ValuePrinter
  let theme: Theme
  let limits: Limits

  private static let endings = [".vl.json", ".table.yaml", ".png", ".jpg", ".jpeg"]
  private static let attributeNames = ["subtitle", "note", "alt", "height"]

  func block(for request: MarkdownReader.ImageRequest) throws(DiagnosticError) -> Block {
    let url = request.url
    let attributes = request.attributes
    for entry in attributes.entries where !Self.attributeNames.contains(entry.key) {
      throw DiagnosticError(
        .error(
          "figure.attribute", "unknown attribute \"\(entry.key)\"", at: request.location,
          hints: Suggestion.hints(for: entry.key, in: Self.attributeNames)))
    }
    func words(_ key: String) -> [Inline] {
      attributes[key].map { [.text($0)] } ?? []
    }
    if url.hasSuffix(".table.yaml") {
      let source = try workspace.read(url, relativeTo: folder, limits: limits)
      let spec = Located(try YAMLReader.read(source, limits: limits), in: source)
      let reader = DataTableReader(texts: texts, printer: printer, theme: theme)
      var table = try reader.read(spec, scope: request.scope)
      table.caption = request.caption
      table.subtitle = words("subtitle")
      if table.note.isEmpty { table.note = words("note") }
      table.location = request.location
      return Block(.table(table), attributes: attributes)
    }
    let content: Figure.Content
    if url.hasSuffix(".vl.json") {
      content = .chart(try chart(url, scope: request.scope))
    } else if Self.endings.contains(where: { url.lowercased().hasSuffix($0) }) {
      let source = try workspace.read(url, relativeTo: folder, limits: limits)
      content = .image(bytes: source.bytes, try ImageHeaderReader.read(source))
    } else {
      throw DiagnosticError(
        .error(
          "figure.kind", "\"\(url)\" is no kind of figure that BriefKit knows",
          at: request.location,
          hints: ["charts end in .vl.json, tables in .table.yaml, pictures in .png or .jpg"]))
    }
    return Block(
      .figure(
        Figure(
          content: content, caption: request.caption, subtitle: words("subtitle"),
          note: words("note"), alt: attributes["alt"])), attributes: attributes)
  }

  /// Keys of a specification whose values are names or code, never text.
  private static let literalKeys: Set<String> = [
    "expr", "filter", "calculate", "url", "data", "field",
  ]

  private func chart(_ url: String, scope: Scope) throws(DiagnosticError) -> ChartFigure {
    let source = try workspace.read(url, relativeTo: folder, limits: limits)
    let spec = Located(try JSONReader.read(source, limits: limits), in: source)
    let filled = try texts.filling(spec, in: scope, except: Self.literalKeys)
    let file = url.split(separator: "/").last.map(String.init) ?? url
    return ChartFigure(
      name: String(file.dropLast(".vl.json".count)), spec: Located(filled, in: source),
      scope: scope, path: folder + "/" + url)
  }
}
