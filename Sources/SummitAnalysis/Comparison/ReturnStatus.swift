package import Formats
import SummitData

/// How somebody's presence compares with earlier summits.
package enum ReturnStatus: String, Code {
  /// Here now and then.
  case returning
  /// Here now, not then.
  case new
  /// Here then, not now.
  case gone

  package var label: LocalizedText {
    switch self {
    case .returning: LocalizedText(ko: "다시 참석", en: "Returning")
    case .new: LocalizedText(ko: "새로 참석", en: "New")
    case .gone: LocalizedText(ko: "이번에 없음", en: "Gone")
    }
  }

  /// Nil for somebody who was at neither.
  package init?(now: Bool, then: Bool) {
    switch (now, then) {
    case (true, true): self = .returning
    case (true, false): self = .new
    case (false, true): self = .gone
    case (false, false): return nil
    }
  }
}
