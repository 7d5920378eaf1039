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
  private(set) var warnings: [Diagnostic] = []

  init(printer: HolePrinter, strings: Strings) {
    self.printer = printer
    self.strings = strings
  }

  private var language: Language { printer.language }

  mutating func scaled(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks { result.append(scaled(block)) }
    return result
  }

  private mutating func scaled(_ block: Block) -> Block {
    // What stands inside and asks for a unit of its own goes first.
    var block = block.mappingBlocks { scaled($0) }
    guard let request = UnitRequest(block.attributes) ?? block.ownUnit else { return block }
    if case .figure(var figure) = block.kind {
      figure.unit = .wanted(request)
      block.kind = .figure(figure)
      return block
    }
    return counted(block, as: request)
  }

  private mutating func counted(_ block: Block, as request: UnitRequest) -> Block {
    var numbers: [Decimal] = []
    _ = block.mappingValues { value in
      if let number = value.plainNumber { numbers.append(number) }
      return value
    }
    let scale = request.scale(fitting: numbers, language: language)
    let printer = self.printer
    var lost: BoundValue?
    var text: BoundValue?
    var result = block.mappingValues { value in
      if text == nil, value.isTextOfNumber { text = value }
      guard let number = value.plainNumber else { return value }
      let counted = value.counted(number, in: scale.magnitude, printer)
      if lost == nil, !number.isZero, !counted.text.contains(where: { ("1"..."9").contains($0) }) {
        lost = value
      }
      return counted
    }
    warn(of: lost, text, in: scale, at: block.attributes.location ?? block.location)
    result.setFigures(to: numbers.isEmpty ? .wanted(request) : .known(scale))
    if !numbers.isEmpty, let label = scale.label(strings, language) { result.add(label: label) }
    return result
  }
}

extension UnitScaling {
  /// What is no amount is hidden by a unit, and a number that is a text isn't counted at all.
  private mutating func warn(
    of lost: BoundValue?, _ text: BoundValue?, in scale: UnitScale, at location: SourceLocation?
  ) {
    if let lost {
      warnings.append(
        .warning(
          "unit.zero", "\(lost.text) is nothing in the unit \"\(scale.magnitude.unit.symbol)\"",
          at: location, notes: [lost.origin.note],
          hints: ["if it is no amount, such as a year, give it a format: d"]))
    }
    if let text {
      warnings.append(
        .warning(
          "unit.text", "\"\(text.text)\" is a text, so it isn't counted in the unit", at: location,
          notes: [text.origin.note], hints: ["write the number without quotation marks in the data"]
        ))
    }
  }
}

extension Block {
  /// The unit that a table's specification asks for.
  fileprivate var ownUnit: UnitRequest? {
    if case .table(let table) = kind { table.unit } else { nil }
  }
}

extension BoundValue {
  /// Whether it is a text that reads as a number, in the data by mistake.
  fileprivate var isTextOfNumber: Bool {
    format == nil && value.string.map { Decimal($0) != nil && $0.count > 4 } ?? false
  }

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
