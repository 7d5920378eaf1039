import Graphics

/// One walk over the structure tree that writes an element for each node that has contents.
struct StructurePass {
  typealias Mark = (page: Int, number: Int)
  typealias Annotation = (page: Int, link: LinkWriter.Written)

  private let pageNumbers: [Int]
  private let marks: [Structure.LeafID: [Mark]]
  private let boxes: [Structure.LeafID: PDFValue]
  private let annotations: [Structure.LeafID?: [Annotation]]
  /// The element of each leaf.
  private(set) var elements: [Structure.LeafID: Int] = [:]
  /// The element of each annotation.
  private(set) var linkElements: [Int: Int] = [:]
  /// In reading order.
  private(set) var ids: [(id: String, element: Int)] = []
  private var usedIDs: Set<String> = []
  private var headings = HeadingOrder()
  private var notes = 0

  init(
    pageNumbers: [Int], marks: [Structure.LeafID: [Mark]],
    boxes: [Structure.LeafID: PDFValue], annotations: [Structure.LeafID?: [Annotation]]
  ) {
    self.pageNumbers = pageNumbers
    self.marks = marks
    self.boxes = boxes
    self.annotations = annotations
  }

  /// Writes the node's element and those below it. The link is the element that annotations of leaves in it belong to.
  mutating func write(
    _ node: Structure.Node, parent: Int, link: Int?, to writer: inout PDFFileWriter
  ) throws(PDFFault) -> Int {
    let element = writer.reserve()
    let role = headings.role(of: node.role)
    let link = node.role == .link ? element : link
    var kids = Kids(page: nil)
    var found: [Annotation] = []
    for child in node.children where hasContents(child) || isCell(child) {
      kids.append(.reference(try write(child, parent: element, link: link, to: &writer)))
      if node.role == .link { found += annotations(below: child) }
    }
    if let leaf = node.leaf {
      elements[leaf] = element
      for mark in marks[leaf] ?? [] {
        kids.append(mark: mark.number, page: pageNumbers[mark.page])
      }
      let own = annotations[leaf] ?? []
      if node.role == .link {
        found += own
      } else if link == nil {
        for (page, annotation) in own {
          kids.append(.reference(writeLink(annotation, page, parent: element, to: &writer)))
        }
      }
    }
    for (page, annotation) in found {
      linkElements[annotation.number] = element
      kids.append(.dictionary(object(annotation, page)))
    }
    if node.role == .document {
      for (page, annotation) in annotations[nil] ?? [] {
        kids.append(.reference(writeLink(annotation, page, parent: element, to: &writer)))
      }
    }
    try write(node, role, as: element, parent: parent, kids, to: &writer)
    return element
  }

  /// An element for a link that none of the document's own elements stands for.
  private mutating func writeLink(
    _ annotation: LinkWriter.Written, _ page: Int, parent: Int, to writer: inout PDFFileWriter
  ) -> Int {
    let element = writer.reserve()
    linkElements[annotation.number] = element
    writer.write(
      .dictionary([
        "Type": .name("StructElem"), "S": .name(Structure.Role.link.rawValue),
        "P": .reference(parent), "K": .dictionary(object(annotation, page)),
        // Its words lie outside of it, or are an artifact.
        "Alt": annotation.contents,
      ]), as: element)
    return element
  }

  private func object(_ annotation: LinkWriter.Written, _ page: Int) -> PDFDictionary {
    [
      "Type": .name("OBJR"), "Obj": .reference(annotation.number),
      "Pg": .reference(pageNumbers[page]),
    ]
  }

  /// Annotations of leaves that lie in a link but aren't links themselves.
  private func annotations(
    below node: Structure.Node
  ) -> [Annotation] {
    guard node.role != .link else { return [] }
    return (node.leaf.flatMap { annotations[$0] } ?? [])
      + node.children.flatMap { annotations(below: $0) }
  }

  /// Whether anything of the node lies on a drawn page.
  private func hasContents(_ node: Structure.Node) -> Bool {
    if let leaf = node.leaf, marks[leaf] != nil || annotations[leaf] != nil { return true }
    return node.children.contains(where: hasContents)
  }

  /// A cell keeps its place in the row even when it is empty.
  private func isCell(_ node: Structure.Node) -> Bool {
    node.role == .tableCell || node.role == .tableHeaderCell
  }

  private mutating func write(
    _ node: Structure.Node, _ role: Structure.Role, as element: Int, parent: Int, _ kids: Kids,
    to writer: inout PDFFileWriter
  ) throws(PDFFault) {
    let id = try identifier(node)
    if let id { ids.append((id, element)) }
    let attributes = attributes(node)
    // Most objects of a document are such elements: they are written without a dictionary in between.
    writer.write(element) { out in
      out += "<</Type/StructElem/S/\(role.rawValue)/P \(parent) 0 R".utf8
      if let page = kids.page { out += "/Pg \(page) 0 R".utf8 }
      func append(_ key: String, _ value: PDFValue?) {
        guard let value else { return }
        out += key.utf8
        PDFSyntax.append(value, to: &out)
      }
      append("/K", kids.value)
      append("/Lang", node.language.map(PDFSyntax.text))
      append("/Alt", node.alt.map(PDFSyntax.text))
      append("/A", attributes.count > 1 ? .array(attributes) : attributes.first)
      append("/ID", id.map { .string(Array($0.utf8)) })
      out += ">>".utf8
    }
  }

  /// ISO 32000-1, 14.8.5: of tables, lists and figures.
  private func attributes(_ node: Structure.Node) -> [PDFValue] {
    var attributes: [PDFValue] = []
    if node.scope != nil || node.rowSpan > 1 || node.columnSpan > 1 {
      var table: PDFDictionary = ["O": .name("Table")]
      if let scope = node.scope { table["Scope"] = .name(scope.rawValue) }
      if node.rowSpan > 1 { table["RowSpan"] = .integer(node.rowSpan) }
      if node.columnSpan > 1 { table["ColSpan"] = .integer(node.columnSpan) }
      attributes.append(.dictionary(table))
    }
    if let numbering = node.numbering {
      attributes.append(
        .dictionary(["O": .name("List"), "ListNumbering": .name(numbering.rawValue)]))
    }
    if let leaf = node.leaf, let box = boxes[leaf] {
      attributes.append(
        .dictionary([
          "O": .name("Layout"), "Placement": .name(node.isInline ? "Inline" : "Block"),
          "BBox": box,
        ]))
    }
    return attributes
  }

  /// A node's own name; notes have to have one (ISO 14289-1, 7.9).
  private mutating func identifier(_ node: Structure.Node) throws(PDFFault) -> String? {
    if let id = node.id {
      guard usedIDs.insert(id).inserted else {
        throw PDFFault("two elements of the structure tree have the id \"\(id)\"")
      }
      return id
    }
    guard node.role == .note else { return nil }
    repeat { notes += 1 } while !usedIDs.insert("note-\(notes)").inserted
    return "note-\(notes)"
  }

  /// What an element holds: marks on its page by number, on others with the page, and other elements.
  private struct Kids {
    var page: Int?
    private var items: [PDFValue] = []

    init(page: Int?) {
      self.page = page
    }

    var value: PDFValue? { items.count > 1 ? .array(items) : items.first }

    mutating func append(_ value: PDFValue) { items.append(value) }

    mutating func append(mark number: Int, page: Int) {
      if self.page == nil { self.page = page }
      if self.page == page {
        items.append(.integer(number))
      } else {
        items.append(
          .dictionary(["Type": .name("MCR"), "Pg": .reference(page), "MCID": .integer(number)]))
      }
    }
  }
}
