import Formats

/// The words of a language for what charts show.
struct ChartVocabulary {
  private let isKorean: Bool

  init(_ language: Language) {
    isKorean = language == .ko
  }

  private func word(_ english: String, _ korean: String) -> String {
    isKorean ? korean : english
  }

  func kind(_ mark: CompositeMarkType) -> String {
    switch mark {
    case .boxplot: word("Box plot", "상자 그림")
    case .errorbar: word("Error bars", "오차 막대")
    case .errorband: word("Error band", "오차 띠")
    }
  }

  func kind(_ mark: MarkType, isRing: Bool) -> String {
    switch mark {
    case .bar: word("Bar chart", "막대 차트")
    case .line, .trail: word("Line chart", "선 차트")
    case .area: word("Area chart", "영역 차트")
    case .point, .circle, .square: word("Scatter plot", "산점도")
    case .rect: word("Heat map", "히트맵")
    case .arc where isRing: word("Donut chart", "도넛 차트")
    case .arc: word("Pie chart", "원형 차트")
    case .tick: word("Strip plot", "눈금 차트")
    case .rule: word("Lines", "선")
    case .text: word("Text", "글자")
    case .image: word("Pictures", "그림")
    case .geoshape: word("Map", "지도")
    }
  }

  func axis(_ channel: Channel, _ title: String) -> String {
    switch channel {
    case .x: word("across: \(title)", "가로: \(title)")
    case .y: word("up: \(title)", "세로: \(title)")
    case .theta: word("share: \(title)", "몫: \(title)")
    case .size: word("size: \(title)", "크기: \(title)")
    default: word("colour: \(title)", "색: \(title)")
    }
  }

  var nothing: String { word("No values.", "값이 없다.") }

  func count(_ count: Int, series: Int = 1) -> String {
    let values = word(count == 1 ? "1 value" : "\(count) values", "값 \(count)개")
    guard series > 1 else { return values + "." }
    return word("\(values) in \(series) series.", "\(values), 계열 \(series)개.")
  }

  /// What a composite mark sums up.
  func groups(_ count: Int) -> String {
    word(count == 1 ? "1 group." : "\(count) groups.", "집단 \(count)개.")
  }

  /// A value as it is written, and what it belongs to.
  typealias Figure = (number: String, name: String?)

  /// All values are one.
  func same(_ number: String) -> String { word("All are \(number).", "모두 \(number).") }

  private func told(_ value: Figure) -> String {
    value.name.map { "\(value.number) (\($0))" } ?? value.number
  }

  func extremes(
    _ low: Figure, _ high: Figure
  ) -> String {
    word(
      "Least \(told(low)), greatest \(told(high)).", "최소 \(told(low)), 최대 \(told(high)).")
  }

  func trend(
    _ first: Figure, _ last: Figure,
    rises: Bool, falls: Bool
  ) -> String {
    let way =
      rises ? word("a rise", "증가") : falls ? word("a fall", "감소") : word("no change", "변화 없음")
    return word(
      "From \(told(first)) to \(told(last)): \(way).",
      "처음 \(told(first)), 마지막 \(told(last)): \(way).")
  }

  func repeated(_ fields: [String], count: Int) -> String {
    let names = fields.joined(separator: ", ")
    return word("One for each \(names), \(count) in all.", "\(names)별로 하나씩, 모두 \(count)개.")
  }

  func views(_ count: Int) -> String {
    word("\(count) charts.", "차트 \(count)개.")
  }
}
