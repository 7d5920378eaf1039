package import Formats
import Inputs

/// A report written from the shape of some data: it renders at once, and is meant to be edited.
///
/// Numbers become cards, a list of objects a chart and a table, other lists bullets, texts a list of facts. Columns of mixed
/// kinds are texts.
package struct ReportDraft {
  /// The names and contents of the report's files, report.md first.
  package private(set) var files: [(name: String, text: String)] = []

  private static let mostCards = 4
  private static let mostFacts = 12
  /// How deep objects are looked into.
  private static let mostLevels = 3

  private let words: DraftWords
  private var lists: [DraftList] = []
  private var numbers: [Entry] = []
  private var facts: [Entry] = []
  private var bullets: [Entry] = []
  /// Lists of objects, before it is known how many cards each may have.
  private var found: [(path: NamePath, shape: DataShape, title: String)] = []
  private var stems: Set<String> = []

  /// A value by its name.
  private struct Entry {
    var path: NamePath
    var shape: DataShape
  }

  /// - Parameters:
  ///   - name: What the data are called: the title, and the heading of a main input that is a list.
  ///   - main: The main input's shape.
  ///   - inputs: The other inputs' shapes by name.
  package init(
    name: String, main: DataShape, inputs: [(name: String, shape: DataShape)], language: Language
  ) {
    words = DraftWords(language: language)
    if main.items != nil {
      add(NamePath(segments: ["rows"]), main, title: name, level: 0)
    } else {
      for key in main.keys {
        if let member = main.member(key) {
          add(NamePath(segments: [key]), member, title: key, level: 0)
        }
      }
    }
    for input in inputs {
      add(NamePath(segments: [input.name]), input.shape, title: input.name, level: 0)
    }
    makeLists()
    let charts = lists.map(DraftChart.init)
    files.append(("report.md", text(name: name, inputs: inputs.map(\.name), charts: charts)))
    for (list, chart) in zip(lists, charts) {
      if let chart {
        files.append(
          ("charts/\(list.stem).vl.json", JSONWriter.readable(chart.specification) + "\n"))
      }
      if let table = list.table { files.append(("tables/\(list.stem).table.yaml", table)) }
    }
  }

  // MARK: Sorting

  private mutating func add(
    _ path: NamePath, _ shape: DataShape, title: String, level: Int
  ) {
    guard path.segments.allSatisfy(DraftText.isWritable) else { return }
    switch shape.kind {
    case .number: numbers.append(Entry(path: path, shape: shape))
    case .text, .date: facts.append(Entry(path: path, shape: shape))
    case .list:
      guard let items = shape.items, items.count > 0 else { return }
      if items.kind == .object, !items.keys.isEmpty {
        found.append((path, items, title))
      } else if let kind = items.kind, [.text, .number, .date].contains(kind) {
        bullets.append(Entry(path: path, shape: items))
      }
    case .object where level < Self.mostLevels:
      for key in shape.keys {
        if let member = shape.member(key) {
          add(
            NamePath(segments: path.segments + [key]), member, title: "\(title) \(key)",
            level: level + 1)
        }
      }
    case .null, .bool, .object, nil: break
    }
  }

  /// The first lists share what room for cards the data's own numbers leave: one for the number of rows, the rest for figures.
  private mutating func makeLists() {
    var room = Self.mostCards - numbers.prefix(Self.mostCards).count
    for (path, shape, title) in found {
      let list = DraftList(
        path: path.text, stem: uniqueStem(path.text), title: title, shape: shape,
        cardCount: max(room - 1, 0), words: words)
      if room > 0 { room -= 1 + list.measures.count }
      lists.append(list)
    }
  }

  private mutating func uniqueStem(_ path: String) -> String {
    let stem = DraftText.stem(path)
    var candidate = stem
    var number = 2
    while !stems.insert(candidate).inserted {
      candidate = "\(stem)_\(number)"
      number += 1
    }
    return candidate
  }

  // MARK: Writing

  private func text(name: String, inputs: [String], charts: [DraftChart?]) -> String {
    var text = "---\ntitle: \(JSONWriter.compact(.string(title(name))))\n"
    text += "lang: \(words.language.rawValue)\n"
    if !inputs.isEmpty {
      text += "inputs:\n" + inputs.map { "  \(DraftText.yaml($0)): {}\n" }.joined()
    }
    if !lists.isEmpty {
      text += "tables:\n" + lists.map(\.derivedTables).joined()
    }
    text += "---\n"
    text += cards
    if !facts.isEmpty { text += factList }
    let isAlone = lists.count == 1 && facts.isEmpty && bullets.isEmpty
    for (list, chart) in zip(lists, charts) { text += list.text(chart: chart, isAlone: isAlone) }
    for entry in bullets { text += bulletList(entry) }
    return text
  }

  /// The data's own title, where they have one.
  private func title(_ name: String) -> String {
    let own = facts.first { entry in
      entry.path.segments.count == 1 && entry.shape.kind == .text
        && ["title", "name", "제목", "이름"].contains(entry.path.segments[0].lowercased())
    }
    return own.map { "{{\($0.path.text)}}" } ?? name.filter { !"{}".contains($0) }
  }

  private var cards: String {
    var cards = numbers.prefix(Self.mostCards).map { entry in
      card("{{\(entry.path.text)\(Self.format(entry.shape))}}", unit: "", label: label(entry.path))
    }
    var sections: [String] = []
    if !cards.isEmpty { sections.append(cards.joined()) }
    var room = Self.mostCards - cards.count
    for list in lists where room > 0 {
      cards = [card("{{count:,d}}", unit: words.rowUnit, label: list.title)]
      for (index, column) in list.measures.enumerated() {
        cards.append(
          card(
            "{{\(list.figure(index)):\(column.aggregateFormat)}}", unit: "",
            label: words.total(column)))
      }
      room -= cards.count
      sections.append("{{#\(list.summary)}}\n" + cards.joined() + "{{/\(list.summary)}}\n")
    }
    return sections.isEmpty ? "" : "\n::: {.kpis}\n" + sections.joined() + ":::\n"
  }

  private func card(_ figure: String, unit: String, label: String) -> String {
    """
    ::: {.kpi}
    **\(figure)**\(unit.isEmpty ? "" : " \(unit)")

    \(DraftText.markdown(label))
    :::

    """
  }

  private var factList: String {
    let lines = facts.prefix(Self.mostFacts).map { entry in
      "- **\(DraftText.markdown(label(entry.path)))** {{\(entry.path.text)\(Self.format(entry.shape))}}\n"
    }
    return "\n# \(words.facts)\n\n" + lines.joined()
  }

  private func bulletList(_ entry: Entry) -> String {
    let name = entry.path.text
    let count = entry.shape.count
    var text = "\n# \(DraftText.markdown(label(entry.path)))\n\n"
    guard count > DraftList.mostRows else {
      return text + "{{#\(name)}}\n- {{.}}\n{{/\(name)}}\n"
    }
    text += (0..<DraftList.mostRows).map { "- {{\(name).\($0)}}\n" }.joined()
    return text + "\n" + words.first(DraftList.mostRows, ofTexts: count) + "\n"
  }

  private func label(_ path: NamePath) -> String { path.segments.joined(separator: " ") }

  private static func format(_ shape: DataShape) -> String {
    DraftColumn.format(of: shape).map { ":\($0)" } ?? ""
  }
}
