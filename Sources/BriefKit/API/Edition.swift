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

/// Which editions of a report are meant.
public enum EditionChoice: Sendable, Hashable {
  /// The one that the report names, else Korean.
  case own
  /// One language.
  case one(Edition)
  /// Every language that the report has words in.
  case all

  /// The language to begin with; nil for the report's own.
  var first: Language? {
    switch self {
    case .one(let edition): edition.language
    case .own, .all: nil
    }
  }
}
