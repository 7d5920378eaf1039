package import Formats
import Inputs

/// A working division of the alliance.
package struct Division: Sendable, Hashable {
  package let name: LocalizedText
  package let source: Citation

  static let shape = Shape.object(
    "division", "A working division of the alliance.",
    Field("name", .localized, "Its name."),
    .source,
    make: Division.init
  ).named("division")
}
