package import Diagnostics
package import Graphics
package import Tables

/// A chart that is drawn.
package struct Chart: Sendable {
  package var scene: Scene
  /// The specification's own `description`.
  package var description: String?
  package var title: String?
  /// The chart in words made of the specification and its data, for where its author gave none.
  package var words: String
  package var warnings: [Diagnostic]
  /// How many marks the data made: bars, points, lines.
  package var markCount: Int
  /// The numbers shown without a format of their own, each once, where the environment asks for them.
  package var plainNumbers: [Double] = []
  /// What each stage made, where the environment asks for it: rows after each transform, scales, guides.
  package var explanation: String?
  /// The data behind the marks, where the environment asks for it; one for all views that show the same.
  package var tables: [Table] = []

  package init(
    scene: Scene, description: String?, title: String?, words: String = "",
    warnings: [Diagnostic], markCount: Int
  ) {
    self.scene = scene
    self.description = description
    self.title = title
    self.words = words
    self.warnings = warnings
    self.markCount = markCount
  }
}
