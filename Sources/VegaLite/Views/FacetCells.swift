import Tables

/// The cells of a facet: the values of its rows and columns in order, and where they cross.
struct FacetCells {
  /// A value that cells are told apart by, and a row of the data that has it.
  struct Entry {
    var key: Datum
    var row: Int
  }

  /// A cell: its place in the entries of each channel.
  struct Cell {
    var row: Int?
    var column: Int?
    var single: Int?
  }

  let frame: Frame
  private(set) var entries: [Channel: [Entry]] = [:]
  private(set) var cells: [Cell] = []

  init(_ node: FacetNode) {
    frame = node.frame
    for channel in node.facet.channels.channels {
      guard let definition = node.facet.channels[channel] else { continue }
      entries[channel] = Self.entries(definition, node.frame)
    }
    let (rows, columns) = (entries[.row], entries[.column])
    if let single = entries[.facet] {
      cells = single.indices.map { Cell(single: $0) }
    } else if let rows, let columns {
      for row in rows.indices { cells += columns.indices.map { Cell(row: row, column: $0) } }
    } else if let rows {
      cells = rows.indices.map { Cell(row: $0) }
    } else if let columns {
      cells = columns.indices.map { Cell(column: $0) }
    }
  }

  /// How many cells there are, without making them.
  static func count(_ facet: FacetSpec, _ frame: Frame) -> Int {
    facet.channels.channels.reduce(1) { count, channel in
      guard let definition = facet.channels[channel] else { return count }
      return count * max(1, Set(frame.cells(definition.column)).count)
    }
  }

  /// The values of a cell by the columns they stand in.
  func key(_ cell: Cell, _ channels: Encoding) -> [(column: FieldPath, value: Datum)] {
    [(Channel.row, cell.row), (.column, cell.column), (.facet, cell.single)].compactMap {
      channel, place in
      guard let place, let entry = entries[channel]?[place], let definition = channels[channel]
      else { return nil }
      return (definition.column, entry.key)
    }
  }

  private static func entries(_ definition: ChannelDefinition, _ frame: Frame) -> [Entry] {
    let keys = frame.cells(definition.column)
    var rows: [Datum: [Int]] = [:]
    var entries: [Entry] = []
    for (row, key) in keys.enumerated() {
      if rows[key] == nil { entries.append(Entry(key: key, row: row)) }
      rows[key, default: []].append(row)
    }
    let order: [Datum]
    var descending = false
    switch definition.sort {
    case .unsorted: return entries
    case .field(let field, let operation, let isDescending):
      let cells = frame.cells(FieldPath(field ?? ""))
      order = entries.map {
        (operation ?? .min).apply(cells, rows: rows[$0.key] ?? [], frame: frame)
      }
      descending = isDescending
    case .values:
      let places = frame.cells(definition.sortColumn)
      order = entries.map { places[$0.row] }
    case .ascending, .descending, .channel, nil:
      order = entries.map(\.key)
      descending = definition.sort == .descending
    }
    return entries.indices.sorted { a, b in
      let comparison = Datum.ascending(order[a], order[b])
      if comparison == .before { return !descending }
      if comparison == .after { return descending }
      return a < b
    }.map { entries[$0] }
  }
}

/// Splits the rows of views by the values of columns.
struct FacetPartition {
  private let columns: [FieldPath]
  private var units: [Int: [[Datum]: UnitData]] = [:]
  private var frames: [Int: [[Datum]: Frame]] = [:]

  init(_ node: ViewNode, by columns: [FieldPath]) {
    self.columns = columns
    add(node)
  }

  private func isDivided(_ facets: [String]) -> Bool {
    columns.allSatisfy { facets.contains($0.name) }
  }

  private mutating func add(_ node: ViewNode) {
    switch node {
    case .group(let group):
      for unit in group.units where isDivided(unit.facets) { units[unit.id] = split(unit.data) }
    case .concat(let concat):
      for child in concat.children { add(child) }
    case .facet(let facet):
      if isDivided(facet.facets) {
        frames[facet.id] = rows(facet.frame).mapValues { facet.frame.selecting($0) }
      }
      add(facet.child)
    }
  }

  private func rows(_ frame: Frame) -> [[Datum]: [Int]] {
    let cells = columns.map { frame.cells($0) }
    var result: [[Datum]: [Int]] = [:]
    for row in 0..<frame.count { result[cells.map { $0[row] }, default: []].append(row) }
    return result
  }

  private func split(_ data: UnitData) -> [[Datum]: UnitData] {
    let empty = UnitData(
      raw: data.raw.selecting([]), marks: data.marks.selecting([]),
      scales: data.scales.selecting([]), bins: data.bins)
    var result: [[Datum]: UnitData] = [:]
    for (key, rows) in rows(data.raw) {
      result[key, default: empty].raw = data.raw.selecting(rows)
    }
    for (key, rows) in rows(data.marks) {
      result[key, default: empty].marks = data.marks.selecting(rows)
    }
    for (key, rows) in rows(data.scales) {
      result[key, default: empty].scales = data.scales.selecting(rows)
    }
    return result
  }

  /// A unit's rows of a cell; nil where the unit isn't divided.
  private func data(_ unit: UnitNode, _ key: [Datum]) -> UnitData? {
    guard let parts = units[unit.id] else { return nil }
    let none = unit.data
    return parts[key]
      ?? UnitData(
        raw: none.raw.selecting([]), marks: none.marks.selecting([]),
        scales: none.scales.selecting([]), bins: none.bins)
  }

  /// The rows that each unit shows in a cell, by the units' numbers.
  func data(of node: ViewNode, _ key: [Datum]) -> [Int: UnitData] {
    var result: [Int: UnitData] = [:]
    for unit in node.units { result[unit.id] = data(unit, key) }
    return result
  }

  /// The view as it is in a cell.
  func cell(_ node: ViewNode, _ key: [Datum]) -> ViewNode {
    switch node {
    case .group(var group):
      group.units = group.units.map { unit in
        guard let data = data(unit, key) else { return unit }
        var result = unit
        result.data = data
        for channel in result.parts.keys { result.parts[channel]?.data = data }
        return result
      }
      return .group(group)
    case .concat(var concat):
      concat.children = concat.children.map { cell($0, key) }
      return .concat(concat)
    case .facet(var facet):
      if let parts = frames[facet.id] { facet.frame = parts[key] ?? facet.frame.selecting([]) }
      facet.child = cell(facet.child, key)
      return .facet(facet)
    }
  }
}
