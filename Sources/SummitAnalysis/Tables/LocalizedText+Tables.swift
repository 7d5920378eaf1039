import Formats
import SummitData

extension LocalizedText {
  /// The texts of several as one list, each in the other language where this one is unknown; nil for none.
  static func list(_ texts: [LocalizedText]) -> LocalizedText? {
    guard !texts.isEmpty else { return nil }
    func joined(_ language: Language) -> String {
      texts.compactMap { $0[language] ?? $0.ko ?? $0.en }.joined(separator: ", ")
    }
    return LocalizedText(ko: joined(.ko), en: joined(.en))
  }

  /// What readers of counts over several summits must know: each list's coverage where it isn't complete.
  static func coverage(of attendances: [Attendance]) -> LocalizedText? {
    let open = attendances.map(\.summit).filter { $0.coverage != .complete }
    guard !open.isEmpty else { return nil }
    func note(_ language: Language) -> String {
      open.map { "\($0.edition): \($0.coverage.label[language] ?? "")" }.joined(separator: "; ")
    }
    return LocalizedText(ko: note(.ko), en: note(.en))
  }
}
