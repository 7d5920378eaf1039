/// The names of what the theme declares for a cell or row that data makes look different.
package struct TableLook: Sendable, Hashable {
  /// A text style, or the colour of the text.
  package var style: String?
  /// The colour that it stands on.
  package var ground: String?

  package init(style: String? = nil, ground: String? = nil) {
    self.style = style
    self.ground = ground
  }

  /// This look, and the other's where this says nothing.
  package func over(_ other: TableLook?) -> TableLook {
    TableLook(style: style ?? other?.style, ground: ground ?? other?.ground)
  }
}
