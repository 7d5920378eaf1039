/// Figures beside what they may be at most.
struct FigureTable {
  private(set) var figures: [Figure] = []

  mutating func add(
    _ id: String, _ name: String, _ value: Double, _ unit: String, most limit: Figure.Limit? = nil
  ) {
    figures.append(Figure(id: id, name: name, value: value, unit: unit, limit: limit))
  }

  /// The most that a figure may be; nil where nothing limits it, or what limits it wasn't measured.
  func most(_ figure: Figure) -> Double? {
    switch figure.limit {
    case .number(let number): number
    case .share(let share, let id): figures.first { $0.id == id }.map { $0.value * share }
    case nil: nil
    }
  }

  func isExceeded(_ figure: Figure) -> Bool { figure.value > most(figure) ?? .infinity }

  /// Whether a figure is above what it may be.
  var isExceeded: Bool { figures.contains(where: isExceeded) }

  var text: String {
    let width = figures.map(\.name.count).max() ?? 0
    return figures.map { figure in
      let value = figure.value.shown
      var line = figure.name + Self.spaces(width - figure.name.count + 10 - value.count) + value
      line += " " + figure.unit
      guard let most = most(figure) else { return line + "\n" }
      line += Self.spaces(8 - figure.unit.count) + "at most \(most.shown)"
      if case .share(let share, let id) = figure.limit {
        line += share < 1 ? ", 1/\((1 / share).shown) of \(id)" : ", \(share.shown) of \(id)"
        if let other = figures.first(where: { $0.id == id }) {
          let times = other.value / figure.value
          line += times > 1 ? ": is 1/\(times.shown)" : ": is \((1 / times).shown)"
        }
      }
      return line + (isExceeded(figure) ? "   EXCEEDED\n" : "\n")
    }.joined()
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(1, count))
  }
}

extension Double {
  /// With one decimal place.
  var shown: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
