package import Formats

/// How far a list of participants goes; it travels with every count made from the list.
package enum Coverage: String, Code {
  /// Those whom the sources name; there were others.
  case named
  /// Those named in the group photograph.
  case photograph
  /// All who were there.
  case complete

  package var label: LocalizedText {
    switch self {
    case .named: LocalizedText(ko: "보도에 이름이 나온 참석자", en: "Participants named in the reports")
    case .photograph:
      LocalizedText(ko: "기념사진에 이름이 나온 참석자", en: "Participants named in the group photograph")
    case .complete: LocalizedText(ko: "전체 참석자", en: "All participants")
    }
  }

  /// What a reader of the counts must know; nothing where the list is complete.
  package var note: LocalizedText? {
    switch self {
    case .named:
      LocalizedText(
        ko: "보도에 이름이 나온 사람들이며 전체 명단은 아니다.",
        en: "Those whom the reports name; the list is not complete.")
    case .photograph:
      LocalizedText(
        ko: "기념사진에 이름이 나온 사람들이며 전체 명단은 아니다.",
        en: "Those named in the group photograph; the list is not complete.")
    case .complete: nil
    }
  }
}
