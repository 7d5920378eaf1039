package import Formats
package import Inputs

/// What values at one place of the data have in common: the kinds met, the members of objects, the items of lists.
///
/// All items of a list count as one place, so twenty thousand rows have the shape of one.
package struct DataShape: Sendable {
  package enum Kind: Int, Sendable, CaseIterable {
    case null, bool, number, date, text, list, object

    /// As tables and messages call it.
    package var name: String {
      switch self {
      case .null: "null"
      case .bool: "true/false"
      case .number: "number"
      case .date: "date"
      case .text: "text"
      case .list: "list"
      case .object: "object"
      }
    }
  }

  /// How many distinct texts are told apart.
  private static let mostDistinct = 64

  private var counts = [Int](repeating: 0, count: Kind.allCases.count)
  private var index: [String: Int] = [:]
  private var values: [DataShape] = []
  /// Empty, or the one shape of all items.
  private var inner: [DataShape] = []
  /// The keys of the objects, in order of first appearance.
  package private(set) var keys: [String] = []
  /// How many values there are.
  package private(set) var count = 0
  package private(set) var allAreWhole = true
  package private(set) var least: Double?
  package private(set) var greatest: Double?
  /// The precision of all dates, the coarsest.
  package private(set) var datePrecision: ISODate.Precision?
  /// Distinct texts, at most `mostDistinct` of them.
  package private(set) var texts: Set<String> = []
  package private(set) var longestText = 0

  package init() {}

  package init(_ value: Value) {
    add(value)
  }

  package mutating func add(_ value: Value) {
    count += 1
    switch value.kind {
    case .null: note(.null)
    case .bool: note(.bool)
    case .number(let number):
      note(.number)
      if number.double != number.double.rounded() { allAreWhole = false }
      least = min(least ?? number.double, number.double)
      greatest = max(greatest ?? number.double, number.double)
    case .string(let text):
      if texts.count < Self.mostDistinct { texts.insert(text) }
      longestText = max(longestText, text.count)
      if let date = ISODate(text) {
        note(.date)
        if let precision = datePrecision, precision.rawValue < date.precision.rawValue { return }
        datePrecision = date.precision
      } else {
        note(.text)
      }
    case .array(let items):
      note(.list)
      if inner.isEmpty { inner.append(DataShape()) }
      for item in items { inner[0].add(item) }
    case .object(let object):
      note(.object)
      for member in object.members {
        if let position = index[member.key] {
          values[position].add(member.value)
        } else {
          index[member.key] = values.count
          keys.append(member.key)
          values.append(DataShape(member.value))
        }
      }
    }
  }

  private mutating func note(_ kind: Kind) {
    counts[kind.rawValue] += 1
  }

  package func count(of kind: Kind) -> Int { counts[kind.rawValue] }

  /// The kinds met, null aside.
  package var kinds: [Kind] {
    Kind.allCases.filter { $0 != .null && counts[$0.rawValue] > 0 }
  }

  /// The one kind of all values that aren't null; a year beside dates is text, as any other mixture.
  package var kind: Kind? {
    let kinds = kinds
    if kinds == [.date, .text] { return .text }
    return kinds.count == 1 ? kinds[0] : nil
  }

  package func member(_ key: String) -> DataShape? {
    index[key].map { values[$0] }
  }

  /// The shape of all items of the lists.
  package var items: DataShape? { inner.first }

  /// In a few words: `number`, `text or null`, `list of 12 objects`.
  package var summary: String {
    var words = kinds.map(\.name)
    if kinds == [.list], let items {
      let noun = items.kind.map { items.count == 1 ? $0.name : "\($0.name)s" } ?? "values"
      words = ["list of \(items.count) \(items.kind == .text ? "texts" : noun)"]
    }
    if count(of: .null) > 0 { words.append("null") }
    return words.isEmpty ? "empty" : words.joined(separator: " or ")
  }
}
