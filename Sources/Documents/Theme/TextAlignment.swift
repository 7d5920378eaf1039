/// How the lines of running text meet the right edge.
package enum TextAlignment: String, Sendable, Hashable, CaseIterable {
  /// Each as long as its words make it.
  case left
  /// As long as the text is wide, by wider spaces; the last one is as long as its words make it.
  case justify
}

extension Theme.Role {
  /// Whether text in it may be justified; headings, cells and labels are too short to be.
  package var isRunningText: Bool {
    switch self {
    case .body, .lead, .list, .quote, .callout, .timeline, .note, .source, .footnote: true
    case .title, .message, .kicker, .heading1, .heading2, .heading3,
      .heading4, .headingNumber,
      .code, .kpiFigure, .kpiUnit, .kpiLabel, .kpiNote, .calloutTitle, .timelineDate, .caption,
      .subtitle, .tableHead, .table, .tableTotal, .key, .contents, .contentsDetail, .pageHead,
      .pageFoot:
      false
    }
  }
}
