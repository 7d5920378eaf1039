import Diagnostics

/// A figure or table that stands at the top or bottom of a page, with the text flowing on.
struct FloatingBlock: Sendable {
  enum Placement: String, Sendable, CaseIterable {
    /// Wherever there is room first.
    case auto
    case top
    case bottom
  }

  var items: [FlowItem]
  var placement: Placement
  /// What it is called, such as `그림 3`.
  var name: String
  /// Its positions among the document's places.
  var places: [Int]
  /// The section that it belongs to, counted from 0.
  var section: Int
  /// The reference whose page it stands on, or the next: the first in its section; nil where it stands for itself.
  var reference: Int?
  var location: SourceLocation?

  var height: Double { items.stackedHeight }
  /// The space between it and the text.
  var gap: Double { max(items.first?.before ?? 0, items.last?.after ?? 0) }
}
