/// A language that BriefKit writes in.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case ko
  case en
}

/// A text in each language it is known in.
package struct LocalizedText: Sendable, Hashable {
  package var ko: String?
  package var en: String?

  package init(ko: String?, en: String?) {
    self.ko = ko
    self.en = en
  }

  package subscript(language: Language) -> String? {
    switch language {
    case .ko: ko
    case .en: en
    }
  }
}
