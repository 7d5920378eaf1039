import Diagnostics
import Graphics
package import Inputs

/// Which side of a sheet is its longer one.
package enum Orientation: String, Sendable, CaseIterable {
  case portrait
  case landscape
}

/// Where sections of the highest level begin.
package enum SectionStart: String, Sendable, CaseIterable {
  /// Below what is before them.
  case flow
  case newPage = "new-page"
}

/// What a theme or a front matter says of the sheet.
package struct PageParts: Sendable {
  var size: Size?
  var orientation: Orientation?
  var top: Double?
  var right: Double?
  var bottom: Double?
  var left: Double?
  var mirrored: Bool?
  var sections: SectionStart?

  static let size = Field<Size?>.optional(
    "size", .paper, "A3, A4, A5, letter, or a width and height such as 160mm 90mm.")
  static let orientation = Field<Orientation?>.optional(
    "orientation", .code("orientation"), "portrait or landscape.")
  static let mirrored = Field<Bool?>.optional(
    "mirrored", .bool, "Whether left and right change places on pages with even numbers.")
  static let sections = Field<SectionStart?>.optional(
    "sections", .code("start of sections"), "Where sections begin: flow, or new-page.")
  static let top = margin("top", "Margin above the text.")
  static let right = margin("right", "Margin at its right.")
  static let bottom = margin("bottom", "Margin below it.")
  static let left = margin("left", "Margin at its left.")

  private static func margin(_ key: String, _ summary: String) -> Field<Double?> {
    .optional(key, .length(in: 0...2000), summary)
  }

  package static let shape = Shape<PageParts>.object(
    "page", "The sheet and its margins.", size, orientation, top, right, bottom,
    left, mirrored, sections, make: PageParts.init)

  package func apply(to page: inout Theme.Page) {
    page.size = size ?? page.size
    if let orientation { page.orient(orientation) }
    page.top = top ?? page.top
    page.right = right ?? page.right
    page.bottom = bottom ?? page.bottom
    page.left = left ?? page.left
    page.isMirrored = mirrored ?? page.isMirrored
    page.sections = sections ?? page.sections
  }
}

extension Theme.Page {
  /// The fault of margins that leave no room for text, at what sets them; nil where there is room.
  func fault(at location: SourceLocation?) -> Diagnostic? {
    guard textWidth < 72 || textHeight < 72 else { return nil }
    return .error(
      "theme.page", "the margins leave no room for text", at: location,
      hints: ["leave at least an inch (25.4mm) each way"])
  }
}
