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
  /// A chart or picture between its caption and its note, on one page.
  func figure(_ figure: Figure, attributes: Attributes, width: Double) -> [FlowItem] {
    structure.begin(Structure.Node(.division))
    defer { structure.end() }
    // A chart may name faces of its own.
    let known = shaper.diagnostics.count
    defer { diagnostics += shaper.replacements(since: known, at: place) }
    let height = attributes["height"].flatMap(Length.points)
    let figure = counted(figure, width: width, height: height)
    var items = caption(
      figure.caption, number: figure.number.map { (.figure, $0) }, width: width,
      role: .caption)
    items += paragraph(figure.subtitle, theme[.subtitle], width: width)
    let note = styledText(figure.note, theme[.note])
    let noteHeight =
      Double(LineBreaker(shape(note)).lines(width: width).count) * theme[.note].leading
      + theme[.note].before
    let gap = max(items.last?.after ?? 0, figure.isPicture ? theme[.note].before : 0)
    let room = Size(
      width: width,
      height: sheet.textHeight - items.stackedHeight - gap
        - (note.isBlank ? 0 : noteHeight))
    switch figure.content {
    case .chart(var chart):
      if attributes["width"] != nil {
        chart.spec.value = chart.spec.value.setting("width", to: "container")
      }
      let room = Size(width: chartWidth(attributes, in: width), height: room.height)
      if let item = self.chart(chart, of: figure, in: room, height: height) { items.append(item) }
    case .image(let bytes, let header):
      items.append(picture(bytes, header, of: figure, attributes, in: room))
    }
    items += paragraph(figure.note, theme[.note], width: width)
    return items.keptTogether().spaced(before: theme.spacing.step, after: theme.spacing.block)
  }

  /// A chart isn't made less high than this for want of pages: an inch and a half.
  private static let leastHeight = 108.0

  // MARK: Charts

  /// The width that a chart's attributes ask for, or all there is.
  private func chartWidth(_ attributes: Attributes, in room: Double) -> Double {
    guard let text = attributes["width"],
      let width = Length.share(text).map({ $0 * room }) ?? Length.points(text)
    else { return room }
    if width > room + 0.5 {
      warn(
        "figure.size",
        "the chart would be \(Self.shown(width)) wide and was made \(Self.shown(room))",
        hints: ["write a smaller width, or none"])
    }
    return min(width, room)
  }

  /// A chart as wide as its place; one higher than a page is laid out anew, never scaled.
  private func chart(
    _ chart: ChartFigure, of figure: Figure, in room: Size, height: Double?
  ) -> FlowItem? {
    var spec = Self.spec(of: chart, height: height)
    var environment = environment(
      for: chart, of: figure, width: room.width, config: theme.chartConfig)
    do throws(DiagnosticError) {
      var drawn = try memo.chart(spec, in: environment)
      let natural = drawn.scene.size.height
      if natural > room.height + 0.5 { warnOfHeight(natural, room.height, of: spec) }
      let wanted = min(
        room.height, max(natural * document.figureScale, min(natural, Self.leastHeight)))
      if natural > wanted + 0.5 {
        spec.value = spec.value.setting("height", to: "container")
        // A chart is as high as whole points.
        environment.containerHeight = wanted.rounded(.down)
        drawn = try memo.chart(spec, in: environment)
      }
      diagnostics += drawn.warnings
      if drawn.markCount == 0 {
        warn(
          "figure.empty", "the chart shows nothing: no row of its data can be drawn",
          hints: ["look at its filters, or put it into a section that is left out without data"])
      }
      let words = alternative(
        figure, drawn.description ?? (drawn.words.isBlank ? nil : drawn.words))
      let leaf = structure.leaf(Structure.Node(.figure, alt: words))
      let index = add(
        PlacedFigure(content: .scene(drawn.scene), size: drawn.scene.size, leaf: leaf))
      add(
        ChartRequest(
          figure: figure, chart: chart, height: height, width: room.width, description: words))
      return FlowItem(
        .box([Fragment(x: 0, y: 0, .figure(index))]), height: drawn.scene.size.height)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The specification of a chart that takes its place's width where it names none.
  private static func spec(of chart: ChartFigure, height: Double?) -> Located {
    var spec = chart.spec
    if let height { spec.value = spec.value.setting("height", to: .number(height)) }
    if spec.value["width"] == nil { spec.value = spec.value.setting("width", to: "container") }
    return spec
  }

  /// The figure with the unit that suits the numbers that its chart shows, where its author asks for one.
  private func counted(_ figure: Figure, width: Double, height: Double?) -> Figure {
    guard case .wanted(let request)? = figure.unit, case .chart(let chart) = figure.content else {
      return figure
    }
    var trial = environment(for: chart, of: figure, width: width, config: theme.chartConfig)
    trial.plainNumbers = .noted
    // What is wrong with the chart is said when it is set.
    let spec = Self.spec(of: chart, height: height)
    guard let drawn = try? memo.chart(spec, in: trial) else { return figure }
    let numbers = drawn.plainNumbers.compactMap { Decimal(shortest: $0) }
    let scale = request.scale(fitting: numbers, language: document.language)
    var result = figure
    result.unit = .known(scale)
    if numbers.isEmpty {
      warn(
        "figure.unit", "the chart shows no numbers that \"unit\" could count",
        hints: [
          "write \"type\": \"quantitative\" where a field is an amount, and no format of its own"
        ])
    } else if let label = scale.label(document.strings, document.language) {
      result.subtitle = figure.subtitle.adding(unit: label)
    }
    return result
  }

  private func warnOfHeight(_ height: Double, _ room: Double, of spec: Located) {
    let range = spec.value["height"]?.range
    warn(
      "figure.height",
      "the chart is \(Self.shown(height)) high and was laid out anew in the \(Self.shown(room)) it has",
      at: range.flatMap { $0.isEmpty ? nil : SourceLocation(spec.source, $0) },
      hints: ["write a smaller height, or none"])
  }

  /// What is read out in the place of a figure; without it the figure is an error.
  func alternative(_ figure: Figure, _ description: String?) -> String {
    let words = figure.alt ?? description ?? figure.caption.plainText
    if words.isBlank {
      fail(
        "figure.alt", "a figure has no words for those who can't see it",
        hints: ["write a caption in the brackets, or {alt=\"…\"}"])
    }
    return words
  }

  func environment(
    for chart: ChartFigure, of figure: Figure, width: Double, config: Value
  ) -> ChartEnvironment {
    let file = self.file
    var environment = ChartEnvironment(
      data: { name in
        guard let path = try? NamePath(name), let found = try? chart.scope.look(up: path) else {
          return nil
        }
        return Table(found.value)
      }, dataNames: chart.scope.names.filter { $0.first != "@" },
      file: { (url: String, location: SourceLocation) throws(DiagnosticError) in
        try file(url, chart.path, location)
      }, shaper: shaper, config: Located(config, in: Source(name: "theme", bytes: [])),
      containerWidth: width, language: document.language, limits: limits, fontFamily: theme.family)
    environment.labelInk = theme[.ink]
    if case .known(let scale)? = figure.unit {
      environment.plainNumbers = .counted(scale.magnitude)
    }
    return environment
  }

  /// A chart from a narrow column gets more room where it stands alone: five inches.
  private static let narrowestSlide = 360.0

  /// The chart laid out as an image of its own: its caption is its title.
  func slide(_ request: ChartRequest, name: String) throws(DiagnosticError) -> DrawnChart {
    var spec = Self.spec(of: request.chart, height: request.height)
    let title = request.figure.caption.plainText
    if spec.value["title"] == nil, !title.isEmpty {
      let subtitle = request.figure.subtitle.plainText
      spec.value = spec.value.setting(
        "title",
        to: subtitle.isEmpty
          ? ["text": .string(title)]
          : ["text": .string(title), "subtitle": .string(subtitle)])
    }
    let drawn = try ChartRenderer.draw(
      spec,
      in: environment(
        for: request.chart, of: request.figure, width: max(request.width, Self.narrowestSlide),
        config: theme.chartConfig.setting("padding", to: 12)))
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
