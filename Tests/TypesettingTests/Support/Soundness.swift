import Graphics
import Testing

@testable import Typesetting

/// A scene item that isn't a group, with the leaf it belongs to, its own or its group's.
struct DrawnItem {
  var content: SceneItem.Content
  var leaf: Structure.LeafID?
  var page: Int
}

extension TypesetDocument {
  /// What is drawn on all pages, in paint order.
  var drawn: [DrawnItem] {
    (0..<pageCount).flatMap { page in
      flattened(scene(ofPage: page).items, leaf: nil, page: page)
    }
  }

  private func flattened(
    _ items: [SceneItem], leaf: Structure.LeafID?, page: Int
  ) -> [DrawnItem] {
    items.flatMap { item -> [DrawnItem] in
      let leaf = item.leaf ?? leaf
      if case .group(let group) = item.content {
        return [DrawnItem(content: item.content, leaf: leaf, page: page)]
          + flattened(group.items, leaf: leaf, page: page)
      }
      return [DrawnItem(content: item.content, leaf: leaf, page: page)]
    }
  }

  var leaves: [Structure.LeafID] { structure.root.leaves }
}

extension Structure.Node {
  var leaves: [Structure.LeafID] {
    (leaf.map { [$0] } ?? []) + children.flatMap(\.leaves)
  }

  var nodes: [Structure.Node] { [self] + children.flatMap(\.nodes) }
}

/// What must hold of every document that was set.
func expectSound(_ document: TypesetDocument) {
  let drawn = document.drawn
  let leaves = document.leaves
  #expect(Set(leaves).count == leaves.count, "a leaf stands twice in the tree")
  #expect(leaves == leaves.sorted(), "leaves are numbered in reading order")
  let used = Set(drawn.compactMap(\.leaf))
  #expect(used.isSubset(of: leaves), "an item belongs to a leaf that isn't there")
  #expect(Set(leaves).isSubset(of: used), "nothing is drawn of a leaf")
  let scenes = (0..<document.pageCount).map(document.scene(ofPage:))
  let destinations = scenes.flatMap(\.destinations)
  let names = destinations.map(\.name)
  #expect(Set(names).count == names.count, "a destination is there twice")
  for item in drawn {
    switch item.content {
    case .link(let link):
      if case .destination(let name) = link.target {
        #expect(names.contains(name), "a link leads to \(name), which isn't there")
      }
      #expect(!link.contents.isEmpty)
      #expect(link.rect.width > 0 && link.rect.height > 0)
    case .glyphs(let run):
      let bytes = run.clusters.reduce(0) { $0 + Int($1.byteCount) }
      let glyphs = run.clusters.reduce(0) { $0 + Int($1.glyphCount) }
      #expect(bytes == run.text.utf8.count && glyphs == run.glyphs.count)
      #expect(run.glyphs.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    case .path(let path):
      let box = path.path.controlBounds
      #expect(
        box.map { $0.x.isFinite && $0.maxX.isFinite && $0.y.isFinite && $0.maxY.isFinite } ?? true)
    case .image(let image):
      #expect(image.rect.width > 0 && image.rect.height > 0)
    case .group: break
    }
  }
  for item in document.outline { #expect(names.contains(item.destination)) }
  for node in document.structure.root.nodes {
    if node.role == .figure { #expect(node.alt?.isEmpty == false, "a figure without words") }
    if node.role == .tableHeaderCell { #expect(node.scope != nil, "a head without a scope") }
    if node.leaf != nil { #expect(node.children.isEmpty, "a leaf with children") }
  }
  // A heading may not skip a level (ISO 14289-1, 7.4.2).
  var level = 0
  for node in document.structure.root.nodes {
    guard
      let own = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6].firstIndex(
        of: node.role)
    else { continue }
    #expect(own <= level, "a heading skips a level")
    level = own + 1
  }
}
