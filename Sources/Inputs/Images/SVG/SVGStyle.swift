/// Attributes and style sheets of a drawing: what in them refers to anything outside it, or couldn't be drawn as paths.
enum SVGStyle {
  /// Properties that only pixels can show, unless they are switched off.
  private static let pixelProperties: Set<String> = [
    "filter", "mask", "mix-blend-mode", "marker", "marker-start", "marker-mid", "marker-end",
  ]
  private static let off: Set<String> = ["none", "normal", "inherit", "initial", "unset", ""]

  /// Checks an attribute of an element; gives the ids that it takes shapes from.
  static func references(
    _ attribute: XMLScanner.Attribute, of element: String
  ) throws(SVGFault) -> [String] {
    let name = attribute.name.localName
    let value = attribute.value
    if name == "href", element != "a" {
      guard value.hasPrefix("#") else { throw outside(attribute.range) }
      return element == "use" ? [String(value.dropFirst())] : []
    }
    // Only in names without a prefix: programs note a lot for themselves.
    guard name == attribute.name else { return [] }
    if name.hasPrefix("on") {
      throw SVGFault("the drawing holds a script", attribute.range, hint: SVGFault.export)
    }
    if name == "style" { return try references(inDeclarations: value, attribute.range) }
    try check(property: name, value, attribute.range)
    return try ids(in: value, attribute.range)
  }

  /// Checks a style sheet; gives the ids that it names.
  static func references(inSheet text: String, _ range: Range<Int>) throws(SVGFault) -> [String] {
    // What stands in braces, and what stands before them: no word of either may hide.
    if text.lowercased().contains("@import") { throw outside(range) }
    return try references(inDeclarations: text, range)
  }

  /// Checks what programs note for themselves: it isn't drawn, but a parser might follow it.
  static func check(foreign name: String, _ range: Range<Int>) throws(SVGFault) {
    if name == "include" || name == "fallback" { throw outside(range) }
  }

  private static func references(
    inDeclarations text: String, _ range: Range<Int>
  ) throws(SVGFault) -> [String] {
    // An escape could spell any of the words that are looked for here.
    guard !text.contains("\\") else {
      throw SVGFault("the drawing's styles hold a backslash", range, hint: SVGFault.export)
    }
    for part in text.split(whereSeparator: { ";{}".contains($0) }) {
      guard let colon = part.firstIndex(of: ":") else { continue }
      try check(
        property: withoutComments(part[..<colon]),
        withoutComments(part[part.index(after: colon)...]), range)
    }
    return try ids(in: text, range)
  }

  private static func check(
    property: String, _ value: String, _ range: Range<Int>
  ) throws(SVGFault) {
    let name = property.lowercased()
    guard !off.contains(value.trimmed.lowercased()) else { return }
    // A line of some length and short dashes make more of them than there is time for.
    if name == "stroke-dasharray" {
      throw SVGFault(
        "the drawing uses dashes (stroke-dasharray), which aren't built", range,
        hint: "convert strokes to paths")
    }
    guard pixelProperties.contains(name) else { return }
    throw SVGFault(
      "the drawing uses \"\(name)\", which isn't built: it could only be drawn as pixels", range,
      hint: "convert it to paths, or export the drawing as PNG")
  }

  private static func withoutComments(_ text: Substring) -> String {
    var rest = text
    var plain = ""
    while let start = rest.firstRange(of: "/*") {
      plain += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return (plain + rest).trimmed
  }

  /// The ids in `url(#id)`; any other address is a fault.
  private static func ids(in text: String, _ range: Range<Int>) throws(SVGFault) -> [String] {
    var ids: [String] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "(") {
      let isAddress = rest[..<start.lowerBound].lowercased().hasSuffix("url")
      rest = rest[start.upperBound...]
      guard isAddress else { continue }
      let address = rest.prefix { $0 != ")" }.filter { !$0.isWhitespace && !"\"'".contains($0) }
      guard address.hasPrefix("#") else { throw outside(range) }
      ids.append(String(address.dropFirst()))
    }
    return ids
  }

  private static func outside(_ range: Range<Int>) -> SVGFault {
    SVGFault("the drawing refers to another file", range, hint: "put everything into the drawing")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(
      drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// What stands behind the prefix of an XML name.
  var localName: String {
    split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }
}
