/// Something in running text whose page is asked for.
enum Anchor: Hashable, Sendable {
  /// A cross reference by its number in the document.
  case reference(Int)
  /// A citation of a source.
  case citation(Int)
  /// The mark of a footnote.
  case note(Int)
}

/// The numbers of the pages on which places and anchors stand.
///
/// Text may depend on them and they on text, so a document that mentions pages is set until they repeat.
struct PageNumbers: Equatable, Sendable {
  private var places: [String: Int] = [:]
  /// In rising order.
  private var anchors: [Anchor: [Int]] = [:]
  /// Whether a page was asked for.
  private(set) var isKnown = false
  private var first = 1

  /// Before a document was set for the first time.
  init() {}

  /// - Parameter first: The number of the first page.
  init(_ pages: [TypesetDocument.Page], _ paragraphs: [Paragraph], first: Int) {
    isKnown = true
    self.first = first
    for (index, page) in pages.enumerated() {
      for fragment in page.fragments where !fragment.isRepeated {
        switch fragment.content {
        case .destination(let name): places[name] = index + first
        case .line(let paragraph, let clusters):
          note(paragraphs[paragraph], clusters, page: index + first)
        case .rect, .figure, .float: break
        }
      }
    }
  }

  private mutating func note(_ paragraph: Paragraph, _ clusters: Range<Int>, page: Int) {
    guard !paragraph.anchors.isEmpty else { return }
    let bytes = paragraph.text.bytes(of: clusters)
    for (offset, anchor) in paragraph.anchors where bytes.contains(offset) {
      if anchors[anchor]?.last != page { anchors[anchor, default: []].append(page) }
    }
  }

  /// As wide as most numbers are, for as long as none is known.
  private static let unknown = "00"

  func page(ofPlace place: Int) -> String {
    places[Composer.destination(ofPlace: place)].map(String.init) ?? Self.unknown
  }

  /// The position of a place's page, from 0.
  func index(ofPlace place: Int) -> Int? {
    places[Composer.destination(ofPlace: place)].map { $0 - first }
  }

  /// The page of a place; nil where it is the page of the anchor too.
  func page(ofPlace place: Int, seenFrom anchor: Anchor) -> String? {
    guard let page = places[Composer.destination(ofPlace: place)] else {
      return isKnown ? nil : Self.unknown
    }
    return anchors[anchor] == [page] ? nil : String(page)
  }

  /// Of each place the later of two pages, which is the wider number.
  func later(of other: PageNumbers) -> PageNumbers {
    var result = self
    result.places.merge(other.places) { max($0, $1) }
    return result
  }

  /// The pages on which a source is cited.
  func pages(ofCitation number: Int) -> [Int] { anchors[.citation(number)] ?? [] }
}
