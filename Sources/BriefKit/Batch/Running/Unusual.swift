/// The records that stand out: those that took longest, have the most warnings, the most pages.
struct Unusual {
  /// Why a record is shown.
  enum Kind: String, CaseIterable {
    case longest
    case warnings
    case pages
  }

  struct Item {
    var record: PreparedRecord
    var amount: Int
    /// What a worker took for it.
    var milliseconds: Int
  }

  static let most = 5
  /// Larger ones aren't kept until the end.
  private static let mostBytes = 1 << 20

  private var items: [Kind: [Item]] = [:]
  /// Where all documents have as many pages, none stands out by them.
  private var leastPages = Int.max

  mutating func add(_ record: PreparedRecord, _ entry: ManifestEntry) {
    guard entry.status == .done, record.request.content.bytes.count <= Self.mostBytes else {
      return
    }
    let time = entry.milliseconds
    add(Item(record: record, amount: time, milliseconds: time), as: .longest)
    if entry.warningCount > 0 {
      add(Item(record: record, amount: entry.warningCount, milliseconds: time), as: .warnings)
    }
    add(Item(record: record, amount: entry.pageCount, milliseconds: time), as: .pages)
    leastPages = min(leastPages, entry.pageCount)
  }

  private mutating func add(_ item: Item, as kind: Kind) {
    var list = items[kind] ?? []
    let place = list.firstIndex { $0.amount < item.amount } ?? list.count
    guard place < Self.most else { return }
    list.insert(item, at: place)
    items[kind] = Array(list.prefix(Self.most))
  }

  /// The largest amount first.
  func items(_ kind: Kind) -> [Item] {
    let items = items[kind] ?? []
    return kind == .pages ? items.filter { $0.amount > leastPages } : items
  }
}
