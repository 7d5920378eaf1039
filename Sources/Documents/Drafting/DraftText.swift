import Inputs
import Tables

/// Names from data as the languages of a report write them.
enum DraftText {
  /// A name as text of the report: what Markdown or a tag would read otherwise is escaped.
  static func markdown(_ name: String) -> String {
    var text = ""
    for character in name {
      if "\\`*[]{}<>|#~".contains(character) { text.append("\\") }
      text.append(character.isNewline ? " " : character)
    }
    return text
  }

  /// A name as a YAML scalar: as it stands where that is safe, else in quotes.
  static func yaml(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_. ".unicodeScalars.contains($0)
      }
      && !name.hasSuffix(" ")
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        .contains(name.lowercased())
    return isPlain ? name : JSONWriter.compact(.string(name))
  }

  /// Whether a template can name a key.
  static func isWritable(_ key: String) -> Bool {
    let path = NamePath(segments: [key])
    return (try? NamePath(path.text)) == path && !key.contains("{{") && !key.contains("}}")
      && !key.contains(where: \.isNewline)
  }

  /// A column's name as a field of a chart.
  static func vegaField(_ name: String) -> String { FieldPath.escaped(name) }

  /// A name as a text of an expression.
  static func quoted(_ name: String) -> String {
    "'" + name.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  /// A name for files and tables: letters, digits and underscores.
  static func stem(_ path: String) -> String {
    let parts = path.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let stem = parts.joined(separator: "_")
    return stem.isEmpty || stem.first?.isNumber == true ? "list_\(stem)" : stem
  }
}
