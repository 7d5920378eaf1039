import Formats
import Inputs
import SummitData

extension LocalizedText {
  /// The texts of several as one list, each in the other language where this one is unknown.
  static func list(_ texts: [LocalizedText]) -> LocalizedText {
    func joined(_ language: Language) -> String {
      texts.compactMap { $0[language] ?? $0.ko ?? $0.en }.joined(separator: ", ")
    }
    return LocalizedText(ko: joined(.ko), en: joined(.en))
  }
}

extension Value {
  init(_ text: LocalizedText?) {
    self = text?.value ?? .null
  }

  init(_ date: ApproximateDate?) {
    self = date.map { .string($0.latestDay.description) } ?? .null
  }

  init(measure: Double?, decimals: Int = 4) {
    self = measure.map { Value(.number(Number($0, decimals: decimals))) } ?? .null
  }
}
