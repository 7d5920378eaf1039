package import Formats
import Inputs

/// A sector that organizations belong to.
package struct Industry: Sendable, Hashable {
  package let id: String
  package let name: LocalizedText
  package let isic: ISICCode

  static let shape = Shape.object(
    "industry",
    "A sector that organizations belong to. Its place in the list is its place in charts.",
    Field("id", .identifier(of: "industry"), "What organizations call it: \"telecom\"."),
    Field("name", .localized, "Its name."),
    Field("isic", ISICCode.shape, "Its section of ISIC Rev. 4 and the division: \"J61\"."),
    make: Industry.init
  ).named("industry")
}
