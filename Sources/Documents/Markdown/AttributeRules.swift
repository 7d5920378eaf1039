import Diagnostics
import Formats

/// Which attributes a thing takes, and of which type each value is.
struct AttributeRules {
  enum ValueType {
    /// Any text.
    case text
    /// A length, such as `8mm`.
    case length
    /// A length, or a share such as `60%`.
    case width
    /// One of a few words.
    case choice([String])
    /// A language, as BCP 47 names it.
    case language
  }

  var types: [(key: String, type: ValueType)] = []

  /// The language of what stands in it.
  static let language: [(key: String, type: ValueType)] = [("lang", .language)]

  static let heading = AttributeRules(types: language + priority)
  static let caption = AttributeRules(types: float + unit + priority)
  static let picture = AttributeRules(types: figure + box + float + priority)
  static let inlinePicture = AttributeRules(types: [("alt", .text), ("height", .length)])
  static let chart = AttributeRules(
    types: figure + [("width", .width), ("height", .length)] + float + unit + priority)
  static let table = AttributeRules(
    types: [("subtitle", .text), ("note", .text)] + float + unit + priority)

  /// What goes first where pages are short: 1 before 2.
  static let priority: [(key: String, type: ValueType)] = [
    ("priority", .choice((1...9).map { String($0) }))
  ]

  /// The words of a figure.
  private static let figure: [(key: String, type: ValueType)] = [
    ("subtitle", .text), ("note", .text), ("alt", .text),
  ]

  /// The box that a picture is fitted into.
  private static let box: [(key: String, type: ValueType)] = [
    ("width", .width), ("height", .length),
    (PictureFit.key, .choice(PictureFit.allCases.map(\.rawValue))),
    (PicturePosition.key, .choice(PicturePosition.allCases.map(\.rawValue))),
  ]

  /// What stands at a page's top or bottom, with the text flowing on.
  static let float: [(key: String, type: ValueType)] = [
    ("float", .choice(["auto", "top", "bottom"]))
  ]

  /// What a thing with numbers takes: the unit that they are counted in.
  static let unit: [(key: String, type: ValueType)] = [
    (
      UnitRequest.Key.unit.rawValue,
      .choice(UnitRequest.units)
    ),
    (UnitRequest.Key.currency.rawValue, .choice(Currency.allCases.map(\.rawValue))),
  ]

  /// What is wrong with attributes, all at once.
  func faults(of attributes: Attributes) -> [Diagnostic] {
    entryFaults(of: attributes) + unitFaults(of: attributes) + boxFaults(of: attributes)
  }

  /// Both sides make a box; with one of them there is nothing to fit into.
  private func boxFaults(of attributes: Attributes) -> [Diagnostic] {
    let keys = [PictureFit.key, PicturePosition.key].filter { attributes[$0] != nil }
    guard types.contains(where: { $0.key == PictureFit.key }),
      attributes["width"] == nil || attributes["height"] == nil
    else { return [] }
    return keys.map { key in
      .error(
        "markdown.attribute", "\"\(key)\" stands without both a width and a height",
        at: attributes.location, hints: ["write width=60mm height=40mm, or leave \(key) out"])
    }
  }

  private func unitFaults(of attributes: Attributes) -> [Diagnostic] {
    guard let currency = attributes[UnitRequest.Key.currency.rawValue],
      attributes[UnitRequest.Key.unit.rawValue] == nil,
      types.contains(where: { $0.key == UnitRequest.Key.currency.rawValue })
    else { return [] }
    return [
      .error(
        "markdown.attribute", "\"currency\" stands without \"unit\"", at: attributes.location,
        hints: ["write unit=auto currency=\(currency)"])
    ]
  }

  private func entryFaults(of attributes: Attributes) -> [Diagnostic] {
    attributes.entries.compactMap { entry in
      guard let type = types.first(where: { $0.key == entry.key })?.type else {
        return .error(
          "markdown.attribute", "unknown attribute \"\(entry.key)\"", at: attributes.location,
          hints: types.isEmpty
            ? ["no attribute is known here"]
            : Suggestion.hints(for: entry.key, in: types.map(\.key)))
      }
      guard let hint = type.fault(of: entry.value) else { return nil }
      return .error(
        "markdown.attribute", "\"\(entry.value)\" is no value for \"\(entry.key)\"",
        at: attributes.location, hints: [hint])
    }
  }
}

extension AttributeRules.ValueType {
  /// What to write instead of a value that is none of this type; nil where it is one.
  fileprivate func fault(of value: String) -> String? {
    switch self {
    case .text: nil
    case .length:
      Length.points(value).map { $0 > 0 } == true ? nil : "write a length: 12pt, 8mm, 1cm, 0.5in"
    case .width:
      Length.points(value).map { $0 > 0 } == true || Length.share(value) != nil
        ? nil : "write a length such as 98mm, or a share such as 60%"
    case .choice(let words):
      words.contains(value)
        ? nil : "write \(words.map { "\"\($0)\"" }.joined(separator: " or "))"
    case .language:
      LanguageTag.isWellFormed(value)
        ? nil : "write a language's code, such as en, ko or en-GB"
    }
  }
}

extension DivRole {
  var rules: AttributeRules {
    let common: [(key: String, type: AttributeRules.ValueType)] =
      switch self {
      case .pageBreak: []
      case .short, .sources: AttributeRules.language
      default: AttributeRules.language + AttributeRules.priority
      }
    return AttributeRules(types: own + common)
  }

  private var own: [(key: String, type: AttributeRules.ValueType)] {
    switch self {
    case .calloutNote, .calloutImportant: [("title", .text)] + AttributeRules.unit
    case .columns:
      [("gutter", .length), ("count", .choice((2...6).map { String($0) }))] + AttributeRules.unit
    case .column: [("width", .width), ("rule", .choice(["top"]))] + AttributeRules.unit
    case .lead, .kpis, .kpi, .timeline, .key, .style, .plain, .landscape: AttributeRules.unit
    case .contents: [("title", .text), ("depth", .choice(["1", "2", "3", "4"]))]
    case .listOfFigures, .listOfTables: [("title", .text)]
    case .short: [("of", .text)]
    case .sources: [("pages", .choice(["true", "false"]))]
    case .pageBreak: []
    }
  }

  /// Whether no block may stand inside.
  var isVoid: Bool {
    switch self {
    case .sources, .pageBreak, .contents, .listOfFigures, .listOfTables: true
    case .lead, .kpis, .kpi, .calloutNote, .calloutImportant, .columns, .column, .timeline, .key,
      .style, .plain, .landscape, .short:
      false
    }
  }
}

extension InlineClass {
  var rules: AttributeRules {
    switch self {
    case .key: AttributeRules(types: [("color", .text)] + AttributeRules.language)
    case .style, .plain: AttributeRules(types: AttributeRules.language)
    }
  }
}
