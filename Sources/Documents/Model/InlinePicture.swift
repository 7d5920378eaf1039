package import Diagnostics
package import Graphics

/// A picture that stands in a line as a word does, such as a logo.
package struct InlinePicture: Sendable {
  package var bytes: [UInt8]
  package var header: ImageHeader
  /// `height`, where its author gives one.
  package var attributes: Attributes
  package var location: SourceLocation?

  /// Where the text names a picture: its number in `Document.pictures`, and what is read out in its place.
  package struct Mark: Sendable, Hashable {
    package var number: Int
    /// Empty for decoration.
    package var alt: String

    package init(number: Int, alt: String) {
      self.number = number
      self.alt = alt
    }
  }

  package init(
    bytes: [UInt8], header: ImageHeader, attributes: Attributes = Attributes(),
    location: SourceLocation? = nil
  ) {
    self.bytes = bytes
    self.header = header
    self.attributes = attributes
    self.location = location
  }
}
