import Diagnostics
import Graphics

/// Text of the Private Use Area, which an archive of level A can't hold: nobody knows what it says (ISO 19005-3, 6.2.11.7.3).
enum PrivateUse {
  static func check(_ scene: Scene) throws(DiagnosticError) {
    try check(scene.items)
  }

  private static func check(_ items: [SceneItem]) throws(DiagnosticError) {
    for item in items {
      switch item.content {
      case .glyphs(let run): try check(run.text)
      case .group(let group): try check(group.items)
      case .path, .image, .link: break
      }
    }
  }

  private static func check(_ text: String) throws(DiagnosticError) {
    // The first bytes of such scalars in UTF-8; most texts have none of them.
    guard text.utf8.contains(where: { $0 == 0xEE || $0 == 0xEF || $0 >= 0xF3 }),
      let scalar = text.unicodeScalars.first(where: { $0.properties.generalCategory == .privateUse }
      )
    else { return }
    let code = String(scalar.value, radix: 16, uppercase: true)
    throw DiagnosticError(
      .error(
        "pdf.private-use",
        "the text holds the private-use character U+\(code), which no archive can read",
        hints: ["write a character of Unicode, or ask for no archive: --standard pdf17"]))
  }
}
