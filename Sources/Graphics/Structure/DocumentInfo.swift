/// What a document says of itself: properties, outline and structure, known before its first page is drawn.
package struct DocumentInfo: Sendable {
  /// An entry of the outline (bookmarks).
  package struct OutlineItem: Sendable, Hashable {
    package var title: String
    /// 1 is the top; an entry belongs to the last one above it of a lower level.
    package var level: Int
    /// The name of a `Scene.Destination`.
    package var destination: String

    package init(title: String, level: Int, destination: String) {
      self.title = title
      self.level = level
      self.destination = destination
    }
  }

  package var title: String
  package var author: String?
  package var subject: String?
  package var keywords: [String]
  /// A BCP 47 tag such as `ko`.
  package var language: String
  /// Seconds since 1970 UTC; nil leaves dates out.
  package var created: Int?
  /// The program that made the document and its version, such as `BriefKit 0.1.0`.
  package var creator: String
  package var outline: [OutlineItem]
  package var structure: Structure

  package init(
    title: String, author: String? = nil, subject: String? = nil, keywords: [String] = [],
    language: String, created: Int? = nil, creator: String, outline: [OutlineItem] = [],
    structure: Structure = Structure()
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.created = created
    self.creator = creator
    self.outline = outline
    self.structure = structure
  }
}
