/// A file that travels inside the PDF (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
package struct PDFAttachment: Sendable {
  /// What it is to the document (ISO 19005-3, annex E).
  package enum Relationship: String, Sendable {
    /// What the document was made from.
    case source = "Source"
    /// What its tables and charts show.
    case data = "Data"
  }

  /// Without folders; each name once.
  package var name: String
  /// What it is, for people.
  package var description: String
  /// Such as `application/json`.
  package var mediaType: String
  package var relationship: Relationship
  package var bytes: [UInt8]

  package init(
    name: String, description: String, mediaType: String, relationship: Relationship,
    bytes: [UInt8]
  ) {
    self.name = name
    self.description = description
    self.mediaType = mediaType
    self.relationship = relationship
    self.bytes = bytes
  }
}
