@testable import CairoRendering

extension Clause {
  /// The structure tree (ISO 14289-1, 7.1 to 7.9; ISO 19005-3, 6.7).
  static let structure: [Clause] = [
    Clause(
      "A 6.7.2, 6.7.3; UA 7.1", "the document is tagged, and nothing of it is suspect",
      faults: { file in
        let info = file.dictionary(file.catalog["MarkInfo"])
        return (info["Marked"] == .bool(true)).or("not marked")
          + (info["Suspects"] == nil || info["Suspects"] == .bool(false)).or("suspect")
          + (file.elements.first?.role == "Document").or("no document")
      }, damage: { $0.catalog["MarkInfo"] = nil }),
    Clause(
      "A 6.7.3.4; UA 7.1", "elements are of standard types",
      faults: { file in
        let known = Set(FinishedPDF.contained.keys).union(["Document", "Span", "Code"])
        return file.elements.filter { !known.contains($0.role) }.map { "\($0.role)" }
      }, damage: { $0.set("S", of: $0.first("P"), to: .name("Paragraph")) }),
    Clause(
      "UA 7.1, 7.2", "elements stand where their kind may",
      faults: { file in
        var roles: [Int: String] = [:]
        for element in file.elements { roles[element.number] = element.role }
        return file.elements.filter { element in
          guard let allowed = FinishedPDF.contained[element.role], !allowed.isEmpty else {
            return false
          }
          return !allowed.contains(element.parent.flatMap { roles[$0] } ?? "")
        }.map { "\($0.role) in \($0.parent.flatMap { roles[$0] } ?? "nothing")" }
      }, damage: { $0.set("S", of: $0.first("Table"), to: .name("Div")) }),
    Clause(
      "UA 7.1", "elements name their parents",
      faults: { file in
        let root = file.catalog["StructTreeRoot"]?.reference
        return file.elements.filter {
          $0.dictionary["P"]?.reference != ($0.parent ?? root)
        }.map { "\($0.number)" }
      }, damage: { $0.set("P", of: $0.first("TR"), to: nil) }),
    Clause(
      "UA 7.1", "elements hold something, but for empty cells",
      faults: { file in
        file.elements.filter {
          $0.children.isEmpty && $0.marks.isEmpty && $0.annotations.isEmpty
            && !["TD", "TH"].contains($0.role)
        }.map { "\($0.role) \($0.number)" }
      }, damage: { $0.set("K", of: $0.first("P"), to: nil) }),
    Clause(
      "UA 7.3", "figures have words in their place, and a place",
      faults: { file in
        let figures = file.elements.filter { $0.role == "Figure" }
        return figures.flatMap { figure in
          (file.text(figure.dictionary["Alt"])?.contains { !$0.isWhitespace } == true).or(
            "no words")
            + (file.array(file.attribute("BBox", "Layout", of: figure)).count == 4).or("no place")
        }
      }, damage: { $0.set("Alt", of: $0.first("Figure"), to: nil) }),
    Clause(
      "UA 7.4.2", "headings begin with the highest and skip no level",
      faults: { file in
        var level = 0
        return file.elements.compactMap { element in
          guard element.role.count == 2, element.role.first == "H",
            let own = Int(element.role.suffix(1))
          else { return nil }
          defer { level = own }
          return own > level + 1 ? "H\(own) behind H\(level)" : nil
        }
      }, damage: { $0.set("S", of: $0.first("H2"), to: .name("H3")) }),
    Clause(
      "UA 7.5", "heads of tables say what they are the heads of",
      faults: { file in
        file.elements.filter { $0.role == "TH" }.filter {
          !["Row", "Column", "Both"].contains(
            file.name(file.attribute("Scope", "Table", of: $0)) ?? "")
        }.map { "\($0.number)" }
      }, damage: { $0.set("A", of: $0.first("TH"), to: nil) }),
    Clause(
      "UA 7.5", "the rows of a table are of one length",
      faults: { $0.unevenTables },
      damage: { file in
        guard let row = file.elements.last(where: { $0.role == "TR" && $0.children.count > 1 })
        else { return }
        file.set("K", of: row.number, to: .array([.reference(row.children[0])]))
      }),
    Clause(
      "UA 7.6", "lists with labels say how they are counted",
      faults: { file in
        let elements = file.elements
        let labelled = Set(elements.filter { $0.role == "Lbl" }.compactMap(\.parent))
        return elements.filter { $0.role == "L" }.filter { list in
          !labelled.isDisjoint(with: list.children)
            && file.attribute("ListNumbering", "List", of: list) == nil
        }.map { "\($0.number)" }
      },
      damage: { file in
        for list in file.elements where list.role == "L" { file.set("A", of: list.number, to: nil) }
      }),
    Clause(
      "UA 7.9", "notes have names of their own, which lead to them",
      faults: { file in
        let ids = file.elements.compactMap { file.text($0.dictionary["ID"]) }
        let root = file.dictionary(file.catalog["StructTreeRoot"])
        return (Set(ids).count == ids.count).or("one name twice")
          + file.elements.filter { $0.role == "Note" && file.text($0.dictionary["ID"]) == nil }
          .map { "no name: \($0.number)" }
          + (file.entries(of: root["IDTree"], "Names").count == ids.count).or("another tree")
      }, damage: { $0.set("S", of: $0.first("P"), to: .name("Note")) }),
    Clause(
      "UA 7.17", "the outline has the document's headings, on their levels",
      faults: { file in
        let headings = file.elements.compactMap { element -> Int? in
          guard element.role.first == "H", element.role.count == 2 else { return nil }
          return Int(element.role.suffix(1))
        }
        return (file.outlineLevels == headings).or("\(file.outlineLevels), not \(headings)")
      }, damage: { $0.catalog["Outlines"] = nil }),
  ]
}

extension FinishedPDF {
  /// What each type may stand in; empty means anywhere (ISO 32000-1, 14.8.4).
  fileprivate static let contained: [String: [String]] = [
    "Sect": [], "Div": [], "H1": [], "H2": [], "H3": [], "H4": [], "H5": [], "H6": [], "P": [],
    "BlockQuote": [], "L": [], "LI": ["L"], "Lbl": ["LI", "Note", "TOCI"], "LBody": ["LI"],
    "Table": [], "THead": ["Table"], "TBody": ["Table"], "TR": ["Table", "THead", "TBody"],
    "TH": ["TR"], "TD": ["TR"], "Caption": ["Table", "Div", "Figure", "L", "TOC"], "Figure": [],
    "Link": [],
    "Reference": [], "Note": [], "TOC": [], "TOCI": ["TOC"], "BibEntry": [],
  ]

  /// Tables whose rows cover different numbers of columns, with what is covered from above.
  fileprivate var unevenTables: [String] {
    let elements = self.elements
    let byNumber = Dictionary(uniqueKeysWithValues: elements.map { ($0.number, $0) })
    return elements.filter { $0.role == "Table" }.compactMap { table in
      let groups = table.children.compactMap { byNumber[$0] }
      let rows = groups.flatMap { $0.role == "TR" ? [$0] : $0.children.compactMap { byNumber[$0] } }
        .filter { $0.role == "TR" }
      // Cells that rows further down are covered by: how many rows each.
      var covered: [Int] = []
      var lengths: Set<Int> = []
      for row in rows {
        covered = covered.map { $0 - 1 }.filter { $0 > 0 }
        var length = covered.count
        for cell in row.children.compactMap({ byNumber[$0] }) {
          let columns = attribute("ColSpan", "Table", of: cell)?.integer ?? 1
          let span = attribute("RowSpan", "Table", of: cell)?.integer ?? 1
          length += columns
          if span > 1 { covered += Array(repeating: span, count: columns) }
        }
        lengths.insert(length)
      }
      return lengths.count > 1 ? "table \(table.number): \(lengths.sorted())" : nil
    }
  }

  fileprivate var outlineLevels: [Int] {
    var levels: [Int] = []
    func visit(_ first: PDFValue?, _ level: Int) {
      var next = first
      while let number = next?.reference, let item = objects[number]?.value.dictionary,
        levels.count < 10_000
      {
        levels.append(level)
        visit(item["First"], level + 1)
        next = item["Next"]
      }
    }
    visit(dictionary(catalog["Outlines"])["First"], 1)
    return levels
  }
}
