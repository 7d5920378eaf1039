import Diagnostics

/// Finds what the data hold and a report never reads.
struct UnusedData {
  /// Paths that are printed or named as columns.
  private var read: Set<String> = []
  /// Paths that are gone through, or decide whether text stands.
  private var entered: Set<String> = []

  init(_ reads: [ReportRead], tables: [FrontMatter.DerivedTable], scope: StaticScope) {
    for item in reads {
      switch item.role {
      case .value, .field: read.insert(item.path)
      case .section, .rows: entered.insert(item.path)
      }
    }
    // A column that a derived table only hands on is a column of what it is made of.
    for _ in tables.indices {
      for table in tables { passOn(table, scope) }
    }
  }

  private mutating func passOn(_ table: FrontMatter.DerivedTable, _ scope: StaticScope) {
    guard let path = try? NamePath(table.data.text), case .found(let place) = scope.look(up: path)
    else { return }
    let start = "\(table.name)[]."
    for used in read where used.hasPrefix(start) {
      read.insert("\(place.entered.path).\(used.dropFirst(start.count))")
    }
  }

  /// The unused places at a place and below it, each as a whole where nothing in it is used.
  func below(_ place: StaticScope.Place) -> [ReportInspection.Unused] {
    isUsed(place) ? parts(of: place) : [.init(path: place.path, shape: place.shape)]
  }

  private func parts(of place: StaticScope.Place) -> [ReportInspection.Unused] {
    if read.contains(place.path) { return [] }
    if place.shape.items != nil { return parts(of: place.entered) }
    return place.shape.keys.compactMap(place.member).flatMap(below)
  }

  /// Whether a place or anything below it is used.
  private func isUsed(_ place: StaticScope.Place) -> Bool {
    if read.contains(place.path) || entered.contains(place.path) { return true }
    if place.shape.items != nil { return isUsed(place.entered) }
    return place.shape.keys.contains { key in place.member(key).map(isUsed) ?? false }
  }
}
