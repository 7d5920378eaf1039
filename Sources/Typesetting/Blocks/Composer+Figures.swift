import Diagnostics
import Documents
import Formats
package import Graphics
import Inputs
import Tables
import VegaLite

/// A chart of the document, for an image of its own beside the pages.
package struct DrawnChart: Sendable {
  /// The file name without ending; unique in the document.
  package var name: String
  /// Laid out with its caption as title.
  package var scene: Scene
  package var title: String
  package var description: String
}

/// A chart that was set, with what its own image needs.
struct ChartRequest: Sendable {
  var figure: Figure
  var chart: ChartFigure
  var height: Double?
  var width: Double
  var description: String
}

extension Composer {
  /// A chart or picture between its caption and its note.
  func figure(
    _ figure: Figure, attributes: Attributes, width: Double, at location: SourceLocation?
  ) -> [FlowItem] {
    structure.begin(Structure.Node(.division))
    defer { structure.end() }
    var items = paragraph(
      figure.caption, theme[.caption], width: width, at: location, role: .caption)
    items += paragraph(figure.subtitle, theme[.subtitle], width: width, at: location)
    switch figure.content {
    case .chart(let chart):
      let height = attributes["height"].flatMap(Length.points)
      if let item = self.chart(chart, of: figure, width: width, height: height, at: location) {
        items.append(item)
      }
    case .image(let bytes, let header):
      items.append(
        picture(bytes, header, of: figure, attributes: attributes, width: width, at: location))
    }
    items += paragraph(figure.note, theme[.note], width: width, at: location)
    return items.keptTogether().spaced(before: theme.spacing.step, after: theme.spacing.block)
  }

  private func chart(
    _ chart: ChartFigure, of figure: Figure, width: Double, height: Double?,
    at location: SourceLocation?
  ) -> FlowItem? {
    var spec = chart.spec
    if let height { spec.value = spec.value.setting("height", to: .number(height)) }
    if spec.value["width"] == nil { spec.value = spec.value.setting("width", to: "container") }
    do throws(DiagnosticError) {
      let drawn = try ChartRenderer.draw(spec, in: environment(for: chart, width: width))
      diagnostics += drawn.warnings
      let words = figure.alt ?? drawn.description ?? figure.caption.plainText
      let leaf = structure.leaf(Structure.Node(.figure, alt: words))
      let index = add(
        PlacedFigure(content: .scene(drawn.scene), size: drawn.scene.size, leaf: leaf))
      add(
        ChartRequest(
          figure: figure, chart: chart, height: height, width: width, description: words))
      return FlowItem(
        .box([Fragment(x: 0, y: 0, .figure(index))]), height: drawn.scene.size.height)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  func environment(for chart: ChartFigure, width: Double) -> ChartEnvironment {
    let file = self.file
    var environment = ChartEnvironment(shaper: shaper)
    environment.data = { name in
      guard let path = try? NamePath(name), let found = try? chart.scope.look(up: path) else {
        return nil
      }
      return Table(found.value)
    }
    environment.dataNames = chart.scope.names.filter { $0.first != "@" }
    environment.file = { (url: String, location: SourceLocation) throws(DiagnosticError) in
      try file(url, chart.path, location)
    }
    environment.config = theme.chartConfig
    environment.containerWidth = width
    environment.language = document.language
    environment.limits = limits
    environment.fontFamily = theme.family
    return environment
  }

  private func picture(
    _ bytes: [UInt8], _ header: ImageHeader, of figure: Figure, attributes: Attributes,
    width: Double, at location: SourceLocation?
  ) -> FlowItem {
    let isTurned = header.orientation >= 5
    let pixels = Size(
      width: Double(isTurned ? header.height : header.width),
      height: Double(isTurned ? header.width : header.height))
    let natural = pixels.width * 72 / (header.resolution ?? 144)
    var size = Size(width: min(natural, width), height: 0)
    size.height = size.width * pixels.height / max(pixels.width, 1)
    if let height = attributes["height"].flatMap(Length.points) {
      size = Size(width: height * pixels.width / max(pixels.height, 1), height: height)
    }
    let words = figure.alt ?? figure.caption.plainText
    if words.isEmpty {
      diagnostics.append(
        .error(
          "figure.alt", "a picture has no words for those who can't see it", at: location,
          hints: ["write a caption in the brackets, or {alt=\"…\"}"]))
    }
    let leaf = structure.leaf(Structure.Node(.figure, alt: words))
    let index = add(
      PlacedFigure(content: .image(bytes: bytes, header), size: size, leaf: leaf))
    return FlowItem(.box([Fragment(x: 0, y: 0, .figure(index))]), height: size.height)
  }

  /// The chart laid out as an image of its own: its caption is its title.
  func slide(_ request: ChartRequest, name: String) throws(DiagnosticError) -> DrawnChart {
    var spec = request.chart.spec
    if let height = request.height { spec.value = spec.value.setting("height", to: .number(height)) }
    if spec.value["width"] == nil { spec.value = spec.value.setting("width", to: "container") }
    let title = request.figure.caption.plainText
    if spec.value["title"] == nil, !title.isEmpty {
      let subtitle = request.figure.subtitle.plainText
      spec.value = spec.value.setting(
        "title",
        to: subtitle.isEmpty
          ? ["text": .string(title)]
          : ["text": .string(title), "subtitle": .string(subtitle)])
    }
    var environment = environment(for: request.chart, width: request.width)
    environment.config = theme.chartConfig.setting("padding", to: 12)
    let drawn = try ChartRenderer.draw(spec, in: environment)
    return DrawnChart(
      name: name, scene: drawn.scene, title: title, description: request.description)
  }
}

extension Value {
  /// The object with a member set, at its place where it was there before.
  fileprivate func setting(_ key: String, to value: Value) -> Value {
    guard let object else { return self }
    var members = object.members
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append(Object.Member(key: key, value: value))
    }
    return Value(.object(Object(members)), range: range)
  }
}
