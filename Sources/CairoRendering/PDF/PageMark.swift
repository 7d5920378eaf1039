import Graphics

/// What a stretch of a page's content is: the content of a leaf, or an artifact of a kind.
enum PageMark: Hashable {
  case leaf(Structure.LeafID)
  case artifact(Structure.Artifact)

  var leaf: Structure.LeafID? {
    if case .leaf(let leaf) = self { leaf } else { nil }
  }
}

extension SceneItem {
  /// Nil for decoration, and for what belongs to the group around it.
  var mark: PageMark? {
    leaf.map { .leaf($0) } ?? artifact.map { .artifact($0) }
  }
}
