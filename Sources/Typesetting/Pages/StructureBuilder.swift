import Graphics

/// Builds the structure tree in reading order while blocks are composed.
struct StructureBuilder {
  private var open: [Structure.Node] = [Structure.Node(.document)]
  private var leafCount = 0

  /// Opens an element that later ones become children of.
  mutating func begin(_ node: Structure.Node) {
    open.append(node)
  }

  mutating func end() {
    guard open.count > 1, let node = open.popLast() else { return }
    open[open.count - 1].children.append(node)
  }

  /// Adds an element that scene items belong to, and gives its number.
  mutating func leaf(_ node: Structure.Node) -> Structure.LeafID {
    var node = node
    node.leaf = leafCount
    leafCount += 1
    open[open.count - 1].children.append(node)
    return leafCount - 1
  }

  consuming func finish() -> Structure {
    while open.count > 1 { end() }
    return Structure(root: open[0])
  }
}
