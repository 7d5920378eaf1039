package import Diagnostics
package import Graphics

/// Pictures that lie under the text of pages, as wide as the sheet and from its top edge: printed stationery.
package struct Letterhead: Sendable {
  package struct Picture: Sendable {
    package var bytes: [UInt8]
    package var header: ImageHeader
    package var location: SourceLocation?
  }

  /// Of the first page.
  package var first: Picture?
  /// Of all pages behind it.
  package var other: Picture?
}
