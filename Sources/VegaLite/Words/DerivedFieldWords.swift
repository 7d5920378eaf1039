import Formats
import Tables

/// What is made of a field, in the words of a language: `Sum of sales`, `매출 합계`. The English is Vega-Lite's.
struct DerivedFieldWords {
  private let isKorean: Bool

  init(_ language: Language) {
    isKorean = language == .ko
  }

  var count: String { isKorean ? "건수" : "Count of Records" }

  func binned(_ field: String) -> String { isKorean ? "\(field) 구간" : "\(field) (binned)" }

  /// The part of a moment that is left of it.
  func time(_ field: String, _ unit: TimeUnit) -> String {
    isKorean
      ? "\(field)(\(unit.parts.map(Self.korean).joined(separator: "·")))"
      : "\(field) (\(unit.parts.map(\.rawValue).joined(separator: "-")))"
  }

  func aggregate(_ operation: AggregateOperation, _ field: String) -> String {
    if isKorean { return "\(field) \(Self.korean(operation))" }
    let name = operation.rawValue
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) of \(field)"
  }

  /// The field's value in the row that has the least or the greatest of another.
  func extreme(_ field: String, ofLeast other: String) -> String {
    isKorean ? "\(field)(\(other) 최소)" : "\(field) for min \(other)"
  }

  func extreme(_ field: String, ofGreatest other: String) -> String {
    isKorean ? "\(field)(\(other) 최대)" : "\(field) for max \(other)"
  }

  private static func korean(_ part: TimeUnit.Part) -> String {
    switch part {
    case .year: "연"
    case .quarter: "분기"
    case .month: "월"
    case .week: "주"
    case .day: "요일"
    case .dayofyear: "연중 일"
    case .date: "일"
    case .hours: "시"
    case .minutes: "분"
    case .seconds: "초"
    case .milliseconds: "밀리초"
    }
  }

  private static func korean(_ operation: AggregateOperation) -> String {
    switch operation {
    case .count: "건수"
    case .valid: "유효 건수"
    case .missing: "결측 건수"
    case .distinct: "종류 수"
    case .values: "값"
    case .sum: "합계"
    case .product: "곱"
    case .mean, .average: "평균"
    case .variance: "분산"
    case .variancep: "모분산"
    case .stdev: "표준편차"
    case .stdevp: "모표준편차"
    case .stderr: "표준오차"
    case .median: "중앙값"
    case .q1: "1사분위수"
    case .q3: "3사분위수"
    case .ci0: "신뢰구간 하한"
    case .ci1: "신뢰구간 상한"
    case .min, .argmin: "최솟값"
    case .max, .argmax: "최댓값"
    case .exponential, .exponentialb: "지수평균"
    }
  }
}
