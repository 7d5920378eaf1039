package import Formats
import SummitData

/// How an organization stands to a summit.
package enum AttendanceStatus: String, Code {
  /// A member that sent somebody.
  case present
  /// A member of whom nobody is named.
  case absent
  /// No member, but there.
  case guest

  package var label: LocalizedText {
    switch self {
    case .present: LocalizedText(ko: "참석", en: "Present")
    case .absent: LocalizedText(ko: "명단에 없음", en: "Not on the list")
    case .guest: LocalizedText(ko: "회원 아님", en: "Guest")
    }
  }
}
