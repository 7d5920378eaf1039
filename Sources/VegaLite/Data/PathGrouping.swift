import Tables

/// The columns that divide rows into lines or areas.
struct PathGrouping {
  let columns: [String]

  init(_ unit: UnitSpec) {
    var columns: [String] = []
    for channel in unit.encoding.channels {
      let divides: Bool =
        switch channel {
        case .detail, .key, .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity,
          .strokeDash, .strokeWidth:
          true
        case .size: unit.mark.type != .trail
        // The order of points along a line doesn't divide it, the order of areas in a stack does.
        case .order: unit.mark.type == .area
        default: false
        }
      guard divides else { continue }
      for definition in unit.encoding.all(channel) {
        guard let item = definition.scaled, item.isField, item.aggregate == nil else { continue }
        if !columns.contains(item.column.name) { columns.append(item.column.name) }
      }
    }
    self.columns = columns
  }
}
