/// One measured number, and what it may be at most.
struct Figure: Encodable {
  /// What others refer to it by: `chart.cold.png.cpu`.
  var id: String
  /// What it measures, for a reader.
  var name: String
  var value: Double
  var unit: String
  var limit: Limit?

  /// The most a figure may be: a number, or a share of another figure of the same run.
  enum Limit: Encodable {
    case number(Double)
    /// A share of a figure by its id; where that one wasn't measured, there is no limit.
    case share(Double, of: String)

    private enum Key: CodingKey {
      case number
      case share
      case figure
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      switch self {
      case .number(let number): try container.encode(number, forKey: .number)
      case .share(let share, let figure):
        try container.encode(share, forKey: .share)
        try container.encode(figure, forKey: .figure)
      }
    }
  }
}
