import Graphics

/// The structure tree (ISO 32000-1, 14.7): elements from the document's tree, leading to the marks on its pages.
struct StructureWriter {
  private let structure: Structure
  private let pageNumbers: [Int]
  /// The leaf of each mark on each page.
  private let leaves: [[Structure.LeafID]]
  private let links: [[LinkWriter.Written]]
  private var roles: [Structure.LeafID: Structure.Role] = [:]
  private var marks: [Structure.LeafID: [StructurePass.Mark]] = [:]
  private var boxes: [Structure.LeafID: PDFValue] = [:]
  /// Annotations by their leaf, with their page.
  private var annotations: [Structure.LeafID?: [StructurePass.Annotation]] = [:]

  init(
    _ structure: Structure, _ pages: [DrawnPage], _ pageNumbers: [Int],
    _ links: [[LinkWriter.Written]]
  ) throws(PDFFault) {
    self.structure = structure
    self.pageNumbers = pageNumbers
    self.links = links
    leaves = pages.map(\.leaves)
    for page in pages {
      // A figure on several pages has the place of its first part.
      for leaf in page.boxes.keys where boxes[leaf] == nil { boxes[leaf] = page.box(of: leaf) }
    }
    for (page, leaves) in leaves.enumerated() {
      for (number, leaf) in leaves.enumerated() {
        marks[leaf, default: []].append((page, number))
      }
    }
    for (page, links) in links.enumerated() {
      for link in links { annotations[link.leaf, default: []].append((page, link)) }
    }
    var headings = HeadingOrder()
    try collectRoles(structure.root, &headings, depth: 0)
  }

  private mutating func collectRoles(
    _ node: Structure.Node, _ headings: inout HeadingOrder, depth: Int
  ) throws(PDFFault) {
    guard depth < 200 else { throw PDFFault("the structure tree is nested too deep") }
    let role = node.role.isHeading && hasContents(node) ? headings.role(of: node.role) : node.role
    if let leaf = node.leaf {
      guard roles.updateValue(role, forKey: leaf) == nil else {
        throw PDFFault("two elements of the structure tree are leaf \(leaf)")
      }
    }
    for child in node.children { try collectRoles(child, &headings, depth: depth + 1) }
  }

  /// Whether anything of the node lies on a drawn page.
  private func hasContents(_ node: Structure.Node) -> Bool {
    if let leaf = node.leaf, marks[leaf] != nil || annotations[leaf] != nil { return true }
    return node.children.contains(where: hasContents)
  }

  func role(of leaf: Structure.LeafID) throws(PDFFault) -> Structure.Role {
    guard let role = roles[leaf] else {
      throw PDFFault("an item belongs to leaf \(leaf), which the structure tree hasn't")
    }
    return role
  }

  /// Writes the tree and gives its root's number.
  func write(to writer: inout PDFFileWriter) throws(PDFFault) -> Int {
    let root = writer.reserve()
    var pass = StructurePass(
      pageNumbers: pageNumbers, marks: marks, boxes: boxes, annotations: annotations)
    let document = try pass.write(structure.root, parent: root, link: nil, to: &writer)
    let parents = try writeParentTree(pass, to: &writer)
    var dictionary: PDFDictionary = [
      "Type": .name("StructTreeRoot"), "K": .array([.reference(document)]),
      "ParentTree": .reference(parents),
      "ParentTreeNextKey": .integer(pageNumbers.count + links.reduce(0) { $0 + $1.count }),
    ]
    if !pass.ids.isEmpty {
      let entries = PDFTree.sorted(
        pass.ids.map { (name: Array($0.id.utf8), value: PDFValue.reference($0.element)) })
      dictionary["IDTree"] = .reference(PDFTree.write(entries, as: "Names", to: &writer))
    }
    writer.write(.dictionary(dictionary), as: root)
    return root
  }

  /// From each mark and each annotation back to its element (14.7.4.4).
  private func writeParentTree(
    _ pass: StructurePass, to writer: inout PDFFileWriter
  ) throws(PDFFault) -> Int {
    var entries: [(key: PDFValue, value: PDFValue)] = []
    for (page, leaves) in leaves.enumerated() {
      let elements = try leaves.map { leaf throws(PDFFault) in
        guard let element = pass.elements[leaf] else {
          throw PDFFault("leaf \(leaf) has no element")
        }
        return PDFValue.reference(element)
      }
      entries.append((.integer(page), .reference(writer.add(.array(elements)))))
    }
    for link in links.joined() {
      guard let element = pass.linkElements[link.number] else {
        throw PDFFault("a link has no element")
      }
      entries.append((.integer(link.structParent), .reference(element)))
    }
    return PDFTree.write(entries, as: "Nums", to: &writer)
  }
}
