import Graphics

/// Builds the structure tree in reading order while blocks are composed.
struct StructureBuilder {
  private var open: [Structure.Node] = [Structure.Node(.document)]
  /// The languages of the open elements.
  private var languages: [String]
  private var leafCount = 0
  /// The language of what is added; an element whose parent has another one says so.
  var language: String

  /// - Parameter language: The document's.
  init(language: String) {
    self.language = language
    languages = [language]
  }

  /// Opens an element that later ones become children of.
  mutating func begin(_ node: Structure.Node) {
    let node = tagged(node)
    open.append(node)
    languages.append(node.language ?? languages[languages.count - 1])
  }

  mutating func end() {
    guard open.count > 1, let node = open.popLast() else { return }
    languages.removeLast()
    open[open.count - 1].children.append(node)
  }

  /// Adds an element that scene items belong to, and gives its number.
  mutating func leaf(_ node: Structure.Node) -> Structure.LeafID {
    var node = tagged(node)
    node.leaf = leafCount
    leafCount += 1
    open[open.count - 1].children.append(node)
    return leafCount - 1
  }

  private func tagged(_ node: Structure.Node) -> Structure.Node {
    guard node.language == nil, language != languages[languages.count - 1] else { return node }
    var node = node
    node.language = language
    return node
  }

  consuming func finish() -> Structure {
    while open.count > 1 { end() }
    return Structure(root: open[0])
  }
}
