import Diagnostics
import Formats
import Inputs

/// Counts the numbers of blocks that ask for it in one unit, and says the unit once, above them.
///
/// Meant are numbers from data that bring no format of their own. A div's charts take its unit; the unit of a chart
/// that asks for itself is chosen when it is drawn, by the numbers that it shows.
struct UnitScaling {
  let printer: HolePrinter
  let strings: Strings

  private var language: Language { printer.language }

  func scaled(_ blocks: [Block]) -> [Block] {
    blocks.map(scaled)
  }

  private func scaled(_ block: Block) -> Block {
    var block = block
    // What stands inside and asks for a unit of its own goes first.
    switch block.kind {
    case .div(let role, let blocks): block.kind = .div(role, scaled(blocks))
    case .quote(let blocks): block.kind = .quote(scaled(blocks))
    case .list(var list):
      list.items = list.items.map(scaled)
      block.kind = .list(list)
    case .heading, .paragraph, .code, .rule, .table, .figure: break
    }
    guard let request = UnitRequest(block.attributes) else { return block }
    if case .figure(var figure) = block.kind {
      figure.unit = .wanted(request)
      block.kind = .figure(figure)
      return block
    }
    return counted(block, as: request)
  }

  private func counted(_ block: Block, as request: UnitRequest) -> Block {
    var numbers: [Decimal] = []
    _ = block.mappingValues { value in
      if let number = value.plainNumber { numbers.append(number) }
      return value
    }
    let scale = request.scale(fitting: numbers, language: language)
    var result = block.mappingValues { value in
      value.plainNumber.map { value.counted($0, in: scale.magnitude, printer) } ?? value
    }
    result.setFigures(to: numbers.isEmpty ? .wanted(request) : .known(scale))
    if !numbers.isEmpty, let label = scale.label(strings, language) { result.add(label: label) }
    return result
  }
}

extension BoundValue {
  /// The sign of accounts, which says nothing of a unit.
  private static let triangle = "△"

  /// The number of a value that brings no format of its own.
  fileprivate var plainNumber: Decimal? {
    guard format == nil || format == Self.triangle else { return nil }
    return value.number.flatMap { Decimal($0.text) }
  }

  fileprivate func counted(
    _ number: Decimal, in scale: MagnitudeScale, _ printer: HolePrinter
  ) -> BoundValue {
    var result = self
    result.format = "unit"
    let locale = NumberLocale(printer.language)
    result.text =
      format == Self.triangle
      ? ValueFormat.accounting(number, printer.language) { scale.string($0, locale: locale) }
      : scale.string(number, locale: locale)
    if let particle { result.text += printer.form(of: particle, after: result.text) }
    return result
  }
}

extension Block {
  /// Gives the charts inside their unit, but for those that have one.
  fileprivate mutating func setFigures(to unit: Figure.Unit) {
    switch kind {
    case .figure(var figure):
      if figure.unit == nil { figure.unit = unit }
      kind = .figure(figure)
    case .div(let role, var blocks):
      for index in blocks.indices { blocks[index].setFigures(to: unit) }
      kind = .div(role, blocks)
    case .heading, .paragraph, .list, .quote, .code, .rule, .table: break
    }
  }

  /// Prints the unit: in a table's subtitle, above what stands in a div.
  fileprivate mutating func add(label: String) {
    switch kind {
    case .table(var table):
      table.subtitle = table.subtitle.adding(unit: label)
      kind = .table(table)
    case .div(let role, let blocks):
      let line = Block(
        .div(.style(Theme.Role.subtitle.rawValue), [Block(.paragraph([.text(label)]))]),
        location: location)
      kind = .div(role, [line] + blocks)
    case .heading, .paragraph, .list, .quote, .code, .rule, .figure: break
    }
  }
}

extension [Inline] {
  /// A subtitle with the unit behind it, in parentheses where there is a subtitle.
  package func adding(unit label: String) -> [Inline] {
    isEmpty ? [.text(label)] : self + [.text(" (\(label))")]
  }
}
