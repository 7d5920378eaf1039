import Diagnostics
import Graphics

/// What stands on a page beside the flow: floats at its top and bottom, notes at its foot.
///
/// A note begins on the page of its mark, with two lines at least, and may go on on the next. A float stands on the page of its
/// reference, or on a later one, in order, before the next section begins.
struct PageInserts {
  private let notes: [Int: [FlowItem]]
  private let floats: [FloatingBlock]
  private let anchors: (Fragment) -> [Anchor]
  private let rule: Fragment
  private var pageHeight: Double
  /// Whether there is anything to look for.
  private let isActive: Bool

  // Of the page.
  /// Whether floats may stand above the text: nothing stands above a document's title.
  private var offersTop = true
  private var top: [Fragment] = []
  private(set) var topHeight = 0.0
  private var bottom: [Fragment] = []
  private var bottomHeight = 0.0
  /// Whether the text on it holds a figure.
  private var hasFigure = false
  private var foot: [FlowItem] = []
  private var footHeight = 0.0

  // Of the document.
  /// What of a note goes on on the next page.
  private var rest: [FlowItem] = []
  private var begun: Set<Int> = []
  private var asked: Set<Int> = []
  /// The floats whose places in the text have been passed.
  private var written: Set<Int> = []
  private var nextFloat = 0
  /// What decided where each float and note stands, in words.
  private(set) var decisions: [String] = []

  /// Space above the rule over the notes, and below it.
  private static let footGap = 10.0
  private static let ruleGap = 4.0
  /// Floats leave room for some text where there is any to come.
  private static let mostOfPage = 0.75

  /// For what has neither notes nor floats, such as a column.
  static var none: PageInserts { PageInserts() }

  private init() {
    notes = [:]
    floats = []
    anchors = { _ in [] }
    rule = Fragment(x: 0, y: 0, .rect(Size(width: 0, height: 0), .black, radius: 0))
    pageHeight = 0
    isActive = false
  }

  /// - Parameters:
  ///   - anchors: What a fragment's text holds marks of.
  ///   - rule: What parts the notes from the text.
  init(
    notes: [Int: [FlowItem]], floats: [FloatingBlock],
    anchors: @escaping (Fragment) -> [Anchor], rule: Fragment, pageHeight: Double
  ) {
    self.notes = notes
    self.floats = floats
    self.anchors = anchors
    self.rule = rule
    self.pageHeight = pageHeight
    isActive = !notes.isEmpty || !floats.isEmpty
  }

  /// What the page has less for the flow.
  var height: Double { topHeight + bottomHeight + footHeight }

  /// Whether anything waits for a page.
  var isWaiting: Bool { !rest.isEmpty || hasWaitingFloat }

  var hasWaitingFloat: Bool { nextFloat < floats.count && asked.contains(nextFloat) }

  /// Whether the page shows anything of it.
  var isEmpty: Bool { top.isEmpty && bottom.isEmpty && foot.isEmpty }

  // MARK: Pages

  /// Goes on on pages of another height.
  mutating func turn(toHeight height: Double) { pageHeight = height }

  /// Begins a page with what waits for it.
  ///
  /// - Parameters:
  ///   - isLast: Whether no text is left.
  ///   - hasTitle: Whether the document's title stands on it.
  mutating func beginPage(isLast: Bool, hasTitle: Bool = false) {
    offersTop = !hasTitle
    (top, topHeight, bottom, bottomHeight) = ([], 0, [], 0)
    (foot, footHeight) = ([], 0)
    hasFigure = false
    let waiting = rest
    rest = []
    if !waiting.isEmpty {
      addToFoot(waiting, room: isLast ? pageHeight : pageHeight * Self.mostOfPage)
    }
    placeFloats(used: 0, isNewPage: true, isLast: isLast)
  }

  /// The fragments of the page, from the top of its text; those of the flow are `topHeight` lower than they'd be.
  var fragments: [Fragment] {
    var all = top + bottom.map { $0.offset(x: 0, y: pageHeight - footHeight - bottomHeight) }
    if !foot.isEmpty {
      let start = pageHeight - footHeight + Self.footGap
      all.append(rule.offset(x: 0, y: start))
      all += foot.stacked.map { $0.offset(x: 0, y: start + Self.ruleGap) }
    }
    return all
  }

  // MARK: Notes

  /// The room that items need beside their own: that of their notes, of the last of which two lines are enough.
  ///
  /// - Parameter items: Looked at only where there are notes at all.
  func leastRoom(for items: @autoclosure () -> [FlowItem]) -> Double {
    guard !notes.isEmpty else { return 0 }
    let numbers = items().flatMap { self.notes(in: $0.fragments) }.filter { !begun.contains($0) }
    guard let last = numbers.last else { return 0 }
    // What of an earlier note is left comes first.
    guard rest.isEmpty else { return .infinity }
    let bodies = numbers.dropLast().flatMap { notes[$0] ?? [] } + Self.beginning(notes[last] ?? [])
    return footHeight(with: bodies) - footHeight
  }

  /// Up to the second line, and what must stand with it.
  private static func beginning(_ items: [FlowItem]) -> [FlowItem] {
    var end = min(2, items.count)
    while end < items.count, end > 0, items[end - 1].keepsWithNext { end += 1 }
    return Array(items[..<end])
  }

  private func footHeight(with items: [FlowItem]) -> Double {
    let all = foot + items
    return all.isEmpty ? 0 : all.stackedHeight + Self.footGap + Self.ruleGap
  }

  private func notes(in fragments: [Fragment]) -> [Int] {
    fragments.flatMap { fragment -> [Int] in
      guard !fragment.isRepeated else { return [] }
      return anchors(fragment).compactMap { if case .note(let number) = $0 { number } else { nil } }
    }
  }

  /// Sets as many of the lines as there is room for; the others wait for the next page.
  private mutating func addToFoot(_ items: [FlowItem], room: Double) {
    guard rest.isEmpty else {
      rest += items
      return
    }
    var end = 0
    for index in items.indices where !items[index].keepsWithNext || index == items.count - 1 {
      guard footHeight(with: Array(items[...index])) - footHeight <= room + FlowBreaker.tolerance
      else { break }
      end = index + 1
    }
    if end == 0, foot.isEmpty, room >= pageHeight * Self.mostOfPage - 1 {
      end = min(1, items.count)
    }
    foot += items[..<end]
    footHeight = footHeight(with: [])
    rest = Array(items[end...])
  }

  // MARK: What was placed

  /// Takes in the notes and floats of what was placed.
  ///
  /// - Parameter used: The height of the flow on the page so far.
  mutating func add(_ fragments: [Fragment], used: Double) {
    guard isActive else { return }
    for fragment in fragments where !fragment.isRepeated {
      if case .float(let number) = fragment.content {
        written.insert(number)
        if floats[number].reference == nil { asked.insert(number) }
      }
      for anchor in anchors(fragment) {
        switch anchor {
        case .reference(let number):
          for (index, float) in floats.enumerated() where float.reference == number {
            asked.insert(index)
          }
        case .citation, .note: break
        }
      }
    }
    addNotes(of: fragments, used: used)
    placeFloats(used: used, isNewPage: false)
    hasFigure = hasFigure || fragments.contains { $0.isFigure }
  }

  /// Sets the notes whose marks stand in fragments, as far as there is room.
  private mutating func addNotes(of fragments: [Fragment], used: Double) {
    for number in self.notes(in: fragments) {
      guard begun.insert(number).inserted, let body = notes[number] else { continue }
      let whole = rest.isEmpty
      addToFoot(body, room: pageHeight - used - height)
      if whole, !rest.isEmpty { decide("note \(number) goes on on the next page") }
    }
  }

  /// Asks for the floats of the sections before one, however they are referred to; before `.max` for those of all.
  mutating func endSections(before section: Int, used: Double) {
    guard isActive else { return }
    for index in written where floats[index].section < section { asked.insert(index) }
    placeFloats(used: used, isNewPage: false, isLast: section == .max)
  }

  /// Where a float goes on this page: never above a float that is written before it, and above such a figure of the text only
  /// where its author asks for the top.
  private func placement(of float: FloatingBlock) -> FloatingBlock.Placement {
    guard bottom.isEmpty else { return .bottom }
    guard float.placement == .auto else { return float.placement }
    return offersTop && !hasFigure ? .top : .bottom
  }

  /// - Parameter isLast: Whether no text is left that needs room.
  private mutating func placeFloats(used: Double, isNewPage: Bool, isLast: Bool = false) {
    while hasWaitingFloat {
      let float = floats[nextFloat]
      let notes = leastRoom(for: float.items)
      let cost = float.height + float.gap
      let room = pageHeight - used - height
      let fits = cost + notes <= room + FlowBreaker.tolerance
      let isFirst = isNewPage && top.isEmpty && bottom.isEmpty && foot.isEmpty
      let leavesText = isLast || topHeight + bottomHeight + cost <= pageHeight * Self.mostOfPage
      let placement = placement(of: float)
      guard isFirst || fits && leavesText && (placement == .bottom || offersTop) else {
        decide(
          "\(float.name) waits for the next page: "
            + (fits
              ? leavesText ? "the title stands on top" : "floats would take most of the page"
              : "it needs \(Composer.shown(cost)), and \(Composer.shown(room)) are left"))
        return
      }
      if placement == .bottom {
        let fragments = float.items.stacked.map { $0.offset(x: 0, y: bottomHeight + float.gap) }
        bottom += fragments
        bottomHeight += cost
      } else {
        top += float.items.stacked.map { $0.offset(x: 0, y: topHeight) }
        topHeight += cost
      }
      decide(
        "\(float.name) stands at the \(placement.rawValue)"
          + (isNewPage ? ", having waited" : ", on the page that asks for it"))
      nextFloat += 1
      addNotes(of: float.items.flatMap(\.fragments), used: used)
    }
  }

  /// Says a decision once a page, however often it is come to.
  private mutating func decide(_ words: String) {
    if !decisions.contains(words) { decisions.append(words) }
  }

  /// The decisions since they were asked for last.
  mutating func takeDecisions() -> [String] {
    defer { decisions = [] }
    return decisions
  }
}
