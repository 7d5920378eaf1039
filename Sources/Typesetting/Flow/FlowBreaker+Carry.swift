import Graphics

/// Sums that a table takes over from page to page.
extension FlowBreaker {
  /// The room that must be left below some of the first items, so that the page can say what its table's rows come to.
  ///
  /// Rows are as high as that line at least, so leaving the room moves no row that could stand here.
  func carryRoom(in flow: Flow, behind count: Int) -> Double {
    guard let next = flow.item(at: count), next.carried != nil, let table = next.table,
      heads.indices.contains(table)
    else { return 0 }
    return heads[table].carryHeight
  }

  /// Says at a page's foot what the rows of the table come to that goes on on the next page.
  func addCarry(of flow: Flow, height: Double, to taken: inout Taken) {
    guard let row = flow.first, let carried = row.carried, let table = row.table,
      heads.indices.contains(table), !taken.fragments.isEmpty,
      taken.height + heads[table].carryHeight <= height + Self.tolerance
    else { return }
    let y = taken.height
    taken.fragments += carry(table, carried, true).map {
      $0.offset(x: row.x, y: y).repeated
    }
    taken.height += heads[table].carryHeight
  }

  /// What stands between a table's repeated head and its row, and its height.
  func broughtForward(before row: FlowItem, of table: Int) -> (
    fragments: [Fragment], height: Double
  ) {
    guard let carried = row.carried else { return ([], 0) }
    return (carry(table, carried, false), heads[table].carryHeight)
  }
}
