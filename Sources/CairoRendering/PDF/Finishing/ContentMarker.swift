import Graphics

/// Rewrites a page's content: stretches get their leaf's role or their kind of artifact, and all that lies between them
/// becomes artifacts.
///
/// Marked content is balanced against text and path objects, not against `q` and `Q` (ISO 32000-1, 14.6).
struct ContentMarker {
  /// What a stretch becomes.
  enum Mark: Equatable {
    /// Content of an element; such stretches are numbered from 0 as they come.
    case role(Structure.Role)
    case artifact(Structure.Artifact)
  }

  private let content: [UInt8]
  private let marks: [Mark]
  private var out: [UInt8] = []
  /// All content before has been written.
  private var written = 0
  private var stretch = 0
  /// The number of the next stretch that is content.
  private var number = 0
  private var isInStretch = false
  private var isInArtifact = false
  /// Cairo's own marks (`ActualText`) inside a stretch or an artifact.
  private var innerMarks = 0
  /// Where the text or path object that is being built began.
  private var objectStart: Int?
  private var isInText = false

  private init(_ content: [UInt8], _ marks: [Mark]) {
    self.content = content
    self.marks = marks
    out.reserveCapacity(content.count + 64)
  }

  /// The content with the marks of the page's stretches in order.
  static func mark(_ content: [UInt8], as marks: [Mark]) throws(PDFFault) -> [UInt8] {
    var marker = ContentMarker(content, marks)
    var scanner = ContentScanner(content)
    while let operation = try scanner.next() { try marker.take(operation) }
    return try marker.finish()
  }

  private mutating func take(_ operation: ContentScanner.Operation) throws(PDFFault) {
    switch operation.kind {
    case .beginMark(let number?): try begin(number, operation)
    case .beginMark(nil):
      if !isInStretch { openArtifact(at: objectStart ?? operation.start) }
      innerMarks += 1
    case .endMark: try endMark(operation)
    case .beginText:
      isInText = true
      objectStart = operation.start
    case .endText:
      if !isInStretch { openArtifact(at: objectStart ?? operation.start) }
      isInText = false
      objectStart = nil
    case .path: objectStart = objectStart ?? operation.start
    case .paint:
      if !isInStretch { openArtifact(at: objectStart ?? operation.start) }
      if !isInText { objectStart = nil }
    case .endPath:
      if !isInText { objectStart = nil }
    case .inlineImage: throw PDFFault("a page has an inline image")
    case .other: break
    }
  }

  private mutating func begin(
    _ number: Int, _ operation: ContentScanner.Operation
  ) throws(PDFFault) {
    guard !isInStretch, innerMarks == 0, objectStart == nil, number == stretch,
      number < marks.count
    else { throw PDFFault("a page's marked content isn't in the order it was drawn in") }
    write(upTo: operation.start)
    closeArtifact()
    switch marks[stretch] {
    case .role(let role):
      out += "/\(role.rawValue)<</MCID \(self.number)>>BDC".utf8
      self.number += 1
    case .artifact(let artifact): out += "/Artifact\(artifact.properties)BDC".utf8
    }
    written = operation.end
    stretch += 1
    isInStretch = true
  }

  private mutating func endMark(_ operation: ContentScanner.Operation) throws(PDFFault) {
    if innerMarks > 0 {
      innerMarks -= 1
    } else {
      guard isInStretch, objectStart == nil else {
        throw PDFFault("a page's marked content ends where none is open")
      }
      isInStretch = false
    }
  }

  private mutating func openArtifact(at start: Int) {
    guard !isInArtifact else { return }
    write(upTo: start)
    out += "/Artifact BMC\n".utf8
    isInArtifact = true
  }

  private mutating func closeArtifact() {
    guard isInArtifact else { return }
    out += "EMC\n".utf8
    isInArtifact = false
  }

  private mutating func write(upTo end: Int) {
    guard end > written else { return }
    out += content[written..<end]
    written = end
  }

  private mutating func finish() throws(PDFFault) -> [UInt8] {
    guard !isInStretch, innerMarks == 0, objectStart == nil, stretch == marks.count else {
      throw PDFFault(
        "a page has \(stretch) stretches of marked content where \(marks.count) were drawn")
    }
    write(upTo: content.count)
    if isInArtifact {
      out.append(0x0A)
      closeArtifact()
    }
    return out
  }
}

extension Structure.Artifact {
  /// The property list of its marks (ISO 32000-1, table 330; ISO 14289-1, 7.8).
  fileprivate var properties: String {
    switch self {
    case .header: "<</Type/Pagination/Subtype/Header>>"
    case .footer: "<</Type/Pagination/Subtype/Footer>>"
    case .repeated: "<</Type/Pagination>>"
    case .watermark: "<</Type/Pagination/Subtype/Watermark>>"
    }
  }
}
