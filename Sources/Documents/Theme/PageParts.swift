import Graphics
package import Inputs

/// What a theme or a front matter says of the sheet.
package struct PageParts: Sendable {
  var size: Size?
  var top: Double?
  var right: Double?
  var bottom: Double?
  var left: Double?

  package static let shape = Shape<PageParts>.object(
    "page", "The sheet and its margins.",
    .optional("size", .paper, "A3, A4, A5, letter, or a width and height such as 160mm 90mm."),
    .optional("top", .length(in: 0...2000), "Margin above the text."),
    .optional("right", .length(in: 0...2000), "Margin at its right."),
    .optional("bottom", .length(in: 0...2000), "Margin below it."),
    .optional("left", .length(in: 0...2000), "Margin at its left."),
    make: PageParts.init
  ).checked { parts, value, decoding in
    let size = parts.size ?? Theme.standard.page.size
    let standard = Theme.standard.page
    let width = size.width - (parts.left ?? standard.left) - (parts.right ?? standard.right)
    let height = size.height - (parts.top ?? standard.top) - (parts.bottom ?? standard.bottom)
    if width < 72 || height < 72 {
      decoding.error(
        "theme.page", "the margins leave no room for text", at: value.range,
        hints: ["leave at least an inch (25.4mm) each way"])
    }
  }

  package func apply(to page: inout Theme.Page) {
    page.size = size ?? page.size
    page.top = top ?? page.top
    page.right = right ?? page.right
    page.bottom = bottom ?? page.bottom
    page.left = left ?? page.left
  }
}
