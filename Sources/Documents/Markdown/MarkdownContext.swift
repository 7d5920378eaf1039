import Diagnostics
import Formats

/// What a report gives to the reading of its text.
package struct MarkdownSettings: Sendable {
  /// Names of text styles that the theme declares.
  package var styleNames: [String]
  /// Keys of the sources that may be cited.
  package var sourceKeys: [String]

  package init(styleNames: [String] = [], sourceKeys: [String] = []) {
    self.styleNames = styleNames
    self.sourceKeys = sourceKeys
  }
}

/// What reading Markdown needs to know beside the text, and what it collects on the way.
///
/// A class because the readers of blocks and inlines share one collection; used within one call only.
final class MarkdownContext {
  let source: MarkdownSource
  let settings: MarkdownSettings
  let limits: Limits
  private let styleNames: Set<String>
  var faults = FaultList()
  private var warnedLines: Set<Int> = []
  private var citations: CitationNumbers
  private var ids: [String: SourceLocation?] = [:]
  /// Whether there is a `::: {.sources}`.
  private var listsSources = false
  /// What the footnotes read so far say.
  var notes: [[Block]] = []
  /// The pictures read so far that stand in lines, by their numbers.
  var pictures: [Int: InlinePicture] = [:]
  private var imageCount = 0
  var isInNote = false
  /// Whether anything refers or leads to another place of the text.
  var refers = false

  init(source: MarkdownSource, settings: MarkdownSettings, limits: Limits) {
    self.source = source
    self.settings = settings
    self.limits = limits
    styleNames = Set(settings.styleNames)
    citations = CitationNumbers(known: settings.sourceKeys)
  }

  /// A number for the next image.
  func numberImage() -> Int {
    imageCount += 1
    return imageCount
  }

  // MARK: Holes and cuttings

  func cutting(_ number: Int) -> Cutting? {
    source.cuttings.indices.contains(number) ? source.cuttings[number] : nil
  }

  /// The fence of a div that a paragraph consists of.
  func fence(_ paragraph: String) -> Cutting? {
    guard case .cutting(let number)? = Marker.pieces(of: String(paragraph.prefix(20))).first,
      let cutting = cutting(number), case .fence = cutting.kind
    else { return nil }
    return cutting
  }

  func value(_ number: Int) -> BoundValue? {
    let values = source.expansion.values
    return values.indices.contains(number) ? values[number] : nil
  }

  /// Text as inlines: holes filled, what was cut out put back as it stood.
  func inlines(_ text: String) -> [Inline] {
    Marker.pieces(of: text).flatMap { piece -> [Inline] in
      switch piece {
      case .text(let literal): [.text(literal)]
      case .hole(let number): value(number)?.inlines ?? []
      case .cutting(let number): cutting(number).map { inlines(source.text($0)) } ?? []
      }
    }
  }

  /// Text with its holes filled, for code: line ends stay.
  func filled(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Marker.isMarker) else { return text }
    return Marker.pieces(of: text).map { piece in
      switch piece {
      case .text(let literal): literal
      case .hole(let number): value(number)?.text ?? ""
      case .cutting(let number): cutting(number).map { filled(source.text($0)) } ?? ""
      }
    }.joined()
  }

  /// Parses attributes with their holes in place, then fills them, so that no value can add an attribute.
  func attributes(
    _ text: some StringProtocol, at location: SourceLocation?
  ) throws(AttributeParser.Fault) -> Attributes {
    let parts = try AttributeParser.parse(text)
    func word(_ text: String) -> String { inlines(text).plainText }
    let attributes = Attributes(
      id: parts.id.map(word), classes: parts.classes.map(word),
      entries: parts.entries.map { .init(key: $0.key, text: inlines($0.value)) },
      location: location)
    note(attributes)
    warnOfMarks(in: attributes)
    return attributes
  }

  /// The attributes that were cut out; faulty ones are reported and read as none.
  func attributes(_ cutting: Cutting) -> Attributes {
    let location = source.location(cutting)
    do throws(AttributeParser.Fault) {
      return try attributes(source.text(cutting).dropFirst().dropLast(), at: location)
    } catch {
      fail("markdown.attributes", error.message, at: location, hint: error.hint)
      return Attributes(location: location)
    }
  }

  /// Notes and references are read in running text only.
  private func warnOfMarks(in attributes: Attributes) {
    for entry in attributes.entries
    where ["[^", "@fig-", "@tbl-", "@sec-"].contains(where: entry.value.contains) {
      warn(
        "markdown.attribute", "a note or reference in \"\(entry.key)\" is printed as it stands",
        at: attributes.location, hint: "write it in the text, or in a note of the text below")
    }
  }

  /// Two things can't have one id.
  private func note(_ attributes: Attributes) {
    guard let id = attributes.id else { return }
    if let first = ids[id] {
      faults.add(
        .error(
          "markdown.id", "the id \"\(id)\" is given twice", at: attributes.location,
          notes: [Diagnostic.Note("first given here", at: first)],
          hints: ["in a section that is repeated, put a value of its own into the id"]))
    } else {
      ids[id] = .some(attributes.location)
    }
  }

  // MARK: Meaning

  func inlineClass(of attributes: Attributes) -> InlineClass {
    let kind: InlineClass
    switch className(of: attributes) {
    case nil: kind = .plain
    case "key": kind = .key
    case let name? where styleNames.contains(name): kind = .style(name)
    case let name?:
      unknownClass(name, at: attributes.location, known: ["key"])
      return .plain
    }
    check(attributes, by: kind.rules)
    return kind
  }

  func divRole(of attributes: Attributes) -> DivRole {
    let role: DivRole
    switch className(of: attributes) {
    case nil: role = .plain
    case let name?:
      if let known = DivRole(className: name) {
        role = known
      } else if styleNames.contains(name) {
        role = .style(name)
      } else {
        unknownClass(name, at: attributes.location, known: DivRole.classNames)
        return .plain
      }
    }
    if role == .sources { listsSources = true }
    check(attributes, by: role.rules)
    return role
  }

  func check(_ attributes: Attributes, by rules: AttributeRules) {
    for fault in rules.faults(of: attributes) { faults.add(fault) }
  }

  func refuseClasses(of attributes: Attributes, on thing: String) {
    guard let name = attributes.classes.first else { return }
    fail(
      "markdown.class", "\(thing) takes no class, such as \"\(name)\"", at: attributes.location,
      hint: "put it into a block of that class: ::: {.\(name)}")
  }

  private func className(of attributes: Attributes) -> String? {
    if let second = attributes.classes.dropFirst().first {
      fail(
        "markdown.class", "only one class may stand here; \"\(second)\" is a second one",
        at: attributes.location, hint: "put one block into another")
    }
    return attributes.classes.first
  }

  private func unknownClass(_ name: String, at location: SourceLocation?, known: [String]) {
    fail(
      "markdown.class", "unknown class \"\(name)\"", at: location,
      hints: Suggestion.hints(for: name, in: known + settings.styleNames)
        + ["a class of your own: declare it under \"styles\" in theme.yaml"])
  }

  // MARK: Citations

  /// The keys cited, in the order of their numbers.
  var citedKeys: [String] { citations.cited }

  /// Reads `[@key; @key]`; a value may hold several keys.
  func citation(_ cutting: Cutting) -> Inline? {
    let location = source.location(cutting)
    let text = filled(String(source.text(cutting).dropFirst().dropLast()))
    var numbers: [Int] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let trimmed = part.trimmingSpaces
      let key = String(trimmed.first == "@" ? trimmed.dropFirst() : trimmed)
      if let number = citations.number(of: key, at: location) {
        if !numbers.contains(number) { numbers.append(number) }
      } else {
        fail(
          "markdown.citation", "no source has the key \"\(key)\"", at: location,
          hints: settings.sourceKeys.isEmpty
            ? ["name the list of sources in the front matter: sources: summit.sources"]
            : Suggestion.hints(for: key, in: settings.sourceKeys))
      }
    }
    return numbers.isEmpty ? nil : .citation(numbers)
  }

  /// Reads `@fig-x`, with a particle perhaps; what it leads to is known when all is read.
  func reference(_ cutting: Cutting) -> Inline {
    refers = true
    let text = filled(String(source.text(cutting).dropFirst()))
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count > 1, Particle(String(parts[1])) == nil {
      fail(
        "markdown.particle", "\"\(parts[1])\" is no particle", at: source.location(cutting),
        hint: "write both forms, such as 은(는), 이(가), 을(를), 와(과), (으)로; text behind a space")
    }
    return .reference(
      CrossReference(
        name: parts.first.map(String.init) ?? "",
        particle: parts.count > 1 ? Particle(String(parts[1])) : nil,
        location: source.location(cutting)))
  }

  /// The mark of a footnote.
  func noteMark(_ node: CmarkNode) -> Inline? {
    guard !isInNote else {
      fail(
        "markdown.footnote", "a note inside a note", at: location(node),
        hint: "write it into the note's own text")
      return nil
    }
    return Int(node.literal).map { .note($0) }
  }

  /// A number that leads to no list would leave the reader searching.
  func checkSourcesAreListed() {
    guard let first = citations.firstPlace, !listsSources else { return }
    fail(
      "markdown.sources", "sources are cited, but nothing lists them", at: first,
      hint: "put a block ::: {.sources} where the list shall stand, closed by a line of :::")
  }

  // MARK: Faults

  var diagnostics: [Diagnostic] { faults.diagnostics }

  func warn(_ id: String, _ message: String, at location: SourceLocation?, hint: String) {
    faults.add(.warning(id, message, at: location, hints: [hint]))
  }

  func fail(_ id: String, _ message: String, at location: SourceLocation?, hint: String) {
    fail(id, message, at: location, hints: [hint])
  }

  func fail(_ id: String, _ message: String, at location: SourceLocation?, hints: [String]) {
    faults.add(.error(id, message, at: location, hints: hints))
  }

  func add(_ more: [Diagnostic]) {
    for diagnostic in more { faults.add(diagnostic) }
  }

  /// Whether a line's list is warned of for the first time: `2022. 10. 25.` opens three.
  func isFirstListWarning(onLine line: Int) -> Bool {
    warnedLines.insert(line).inserted
  }

  /// Reports nesting that is too deep; false where all is well.
  func isTooDeep(_ depth: Int, _ what: String, at location: SourceLocation?) -> Bool {
    guard depth > limits[.templateDepth] else { return false }
    faults.add(limits.exceeded(.templateDepth, by: what, at: location))
    return true
  }
}

/// Numbers the sources at their first citation.
private struct CitationNumbers {
  private let known: Set<String>
  private var numbers: [String: Int] = [:]
  private(set) var cited: [String] = []
  private(set) var firstPlace: SourceLocation??

  init(known: [String]) {
    self.known = Set(known)
  }

  /// The number of a key; nil where no source has it.
  mutating func number(of key: String, at location: SourceLocation?) -> Int? {
    if let number = numbers[key] { return number }
    guard known.contains(key) else { return nil }
    if cited.isEmpty { firstPlace = .some(location) }
    cited.append(key)
    numbers[key] = cited.count
    return cited.count
  }
}
