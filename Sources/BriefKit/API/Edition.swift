import Formats

/// The language that an edition of a brief is written in.
public enum Edition: String, Sendable, Hashable, CaseIterable {
  /// Korean.
  case ko
  /// English.
  case en

  var language: Language {
    switch self {
    case .ko: .ko
    case .en: .en
    }
  }
}
