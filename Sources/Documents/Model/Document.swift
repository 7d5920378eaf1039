package import Diagnostics
package import Formats

/// A report bound to its data: everything that its pages will say, before anything is measured.
package struct Document: Sendable {
  /// A source that the text cites.
  package struct SourceEntry: Sendable {
    package var key: String
    /// What is printed in the list of sources.
    package var text: [Inline]

    package init(key: String, text: [Inline]) {
      self.key = key
      self.text = text
    }
  }

  /// Texts at the corners of pages, in which `{page}`, `{pages}` and `{section}` stand for what the page has; nil for what
  /// isn't said, an empty text for nothing.
  package struct PageTexts: Sendable {
    package var headLeft: [Inline]?
    package var headRight: [Inline]?
    package var footLeft: [Inline]?
    package var footRight: [Inline]?

    package init() {}
  }

  package var language: Language
  package var title: [Inline]
  package var subtitle: [Inline]
  package var author: [Inline]
  /// As printed.
  package var date: [Inline]
  /// The day that `date` names, where it names one.
  package var day: CivilDate?
  package var blocks: [Block]
  /// What the footnotes say, in the order of their numbers, 1 first.
  package var notes: [[Block]]
  /// The pictures that stand in lines, by their numbers.
  package var pictures: [Int: InlinePicture] = [:]
  /// In the order of their numbers, 1 first.
  package var sources: [SourceEntry]
  package var pageTexts: PageTexts
  /// Those of the first page and of pages with even numbers, where they have their own.
  package var firstPageTexts: PageTexts?
  package var evenPageTexts: PageTexts?
  /// Large and pale across every page; empty for none.
  package var watermark: [Inline]
  package var letterhead = Letterhead()
  package var firstPageNumber: Int
  package var theme: Theme
  package var strings: Strings
  /// What can be referred to, listed or linked to, in order.
  package var places: [Place]
  /// Positions in `places`.
  package var placesByID: [String: Int]
  /// Whether its text says on which pages things stand.
  package var mentionsPages: Bool
  /// What the report was bound to: a bound value's origin leads to its place in it.
  package var data: ReportData
  /// Where the title stands: the place of what is wrong in the words of the first page's head.
  package var titleLocation: SourceLocation?
  /// How many pages it may take.
  package var budget: PageBudget?
  /// What the heights of figures are multiplied by.
  package internal(set) var figureScale = 1.0
  /// What `blocks`, `notes` and `places` are made of.
  let text: UnplacedText
}
