import Graphics

/// Chooses among the weights of a family that are there (CSS Fonts Level 4, 5.2 "Matching font styles").
enum FontMatching {
  /// Which of the weights stands in for the wanted one; nil if there are none.
  static func nearest(to wanted: Int, in weights: [Int]) -> Int? {
    weights.min { penalty($0, for: wanted) < penalty($1, for: wanted) }
  }

  /// How late CSS comes to a weight: 400 and 500 first try each other, lighter ones look lighter first, bolder bolder.
  private static func penalty(_ weight: Int, for wanted: Int) -> (Int, Int) {
    let distance = abs(weight - wanted)
    if distance == 0 { return (0, 0) }
    if (400...500).contains(wanted) {
      if weight > wanted && weight <= 500 { return (1, distance) }
      return (weight < wanted ? 2 : 3, distance)
    }
    return ((weight < wanted) == (wanted < 400) ? 1 : 2, distance)
  }
}
