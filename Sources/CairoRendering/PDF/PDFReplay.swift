package import Diagnostics
package import Graphics

/// Draws pages into a PDF of cairo's own: no structure, no links, no finishing. What a document takes is held against it.
package enum PDFReplay {
  /// How many bytes cairo writes for scenes that carry no structure.
  package static func bytes(
    of scenes: [Scene], fonts: FontLibrary
  ) throws(DiagnosticError) -> Int {
    let renderer = try PDFRenderer(
      info: DocumentInfo(title: "", language: "ko", creator: ""), fonts: fonts,
      options: PDFOptions())
    for scene in scenes { try renderer.addPage(scene) }
    return try renderer.endUnfinished()
  }
}

extension Scene {
  /// The same drawing without its structure: nothing of it is told apart.
  package var untagged: Scene {
    var scene = self
    scene.items = items.map(\.untagged)
    scene.destinations = []
    return scene
  }
}

extension SceneItem {
  fileprivate var untagged: SceneItem {
    var item = self
    item.leaf = nil
    item.artifact = nil
    if case .group(var group) = content {
      group.items = group.items.map(\.untagged)
      item.content = .group(group)
    }
    return item
  }
}
