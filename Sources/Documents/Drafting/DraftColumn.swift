import Formats

/// A column of a list that a draft is made for, and what it is good for.
struct DraftColumn {
  /// Texts that stand for a few groups, at the most.
  private static let mostCategories = 20
  /// A number that large is printed in 만, 억, 조.
  private static let leastAmount = 1e6

  let name: String
  let shape: DataShape
  let rowCount: Int

  var isNumber: Bool { shape.kind == .number }
  var isDate: Bool { shape.kind == .date }

  /// Words for columns that tell rows apart or put them in order rather than counting anything.
  private static let labels: Set<Substring> = [
    "id", "no", "code", "rank", "cluster", "group", "month", "day", "week", "quarter", "hour",
    "lat", "lon", "latitude", "longitude",
  ]
  private static let koreanLabels = ["번호", "코드", "순위", "등급", "월", "일", "주차", "분기"]

  var isIdentifier: Bool {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains(where: Self.labels.contains)
      || shape.allAreWhole && Self.koreanLabels.contains(where: name.hasSuffix)
  }

  var isYear: Bool {
    guard isNumber, shape.allAreWhole, let least = shape.least, let greatest = shape.greatest,
      least >= 1000, greatest <= 2999
    else { return false }
    return name.lowercased().contains("year") || name.contains("년") || name.contains("연도")
  }

  /// Whether sums and means of it say anything.
  var isMeasure: Bool { isNumber && !isYear && !isIdentifier }

  /// Whether it parts the rows into a few groups.
  var isCategory: Bool {
    shape.kind == .text && (2...Self.mostCategories).contains(shape.texts.count)
      && shape.longestText <= 40
  }

  /// Whether a table can show it.
  var isPrintable: Bool {
    let kinds = shape.kinds
    return !kinds.isEmpty && !kinds.contains(.list) && !kinds.contains(.object)
  }

  /// How much of the column is filled, 0 to 1.
  var coverage: Double {
    rowCount == 0 ? 0 : 1 - Double(shape.count(of: .null)) / Double(rowCount)
  }

  /// How its values are printed; nil as they stand.
  var format: String? {
    switch shape.kind {
    case .number where isYear || isIdentifier: shape.allAreWhole ? "d" : nil
    case .number where shape.allAreWhole: ",d"
    case .number: Self.decimals(shape)
    case .date: Self.dateFormat(shape)
    default: nil
    }
  }

  /// Whether its numbers are so large that they are counted in 만, 억, 조.
  var isAmount: Bool { isMeasure && (shape.greatest ?? 0).magnitude >= Self.leastAmount }

  /// Amounts are summed up, of other numbers the mean is told.
  var operation: String { isAmount ? "sum" : "mean" }

  /// How a sum or mean of it is printed.
  var aggregateFormat: String { isAmount ? "auto" : Self.decimals(shape) }

  static func decimals(_ shape: DataShape) -> String {
    max((shape.greatest ?? 0).magnitude, (shape.least ?? 0).magnitude) < 1 ? ",.3f" : ",.1f"
  }

  /// The format of a value that stands by itself.
  static func format(of shape: DataShape) -> String? {
    switch shape.kind {
    case .number where (shape.greatest ?? 0).magnitude >= leastAmount: "auto"
    case .number where shape.allAreWhole: ",d"
    case .number: decimals(shape)
    case .date: dateFormat(shape)
    default: nil
    }
  }

  /// A year alone stands as it is.
  private static func dateFormat(_ shape: DataShape) -> String? {
    shape.datePrecision == .year ? nil : shape.datePrecision == .month ? "month" : "date"
  }
}
