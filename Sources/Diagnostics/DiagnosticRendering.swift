/// How diagnostics are written out: plain lines, lines with an excerpt, or JSON.
package enum DiagnosticStyle: Sendable {
  /// `file:line:column: error: message`, hints and notes on lines of their own.
  case plain
  /// The same with the source line and a caret below, coloured for a terminal.
  case excerpt(colour: Bool)
  /// One JSON object a line.
  case json
}

extension Diagnostic {
  /// The diagnostic as text without a final newline.
  package func rendered(_ style: DiagnosticStyle) -> String {
    switch style {
    case .plain: plain(painted: { text, _ in text }, excerpts: false)
    case .excerpt(let colour):
      plain(painted: { colour ? "\u{1B}[\($1)m\($0)\u{1B}[0m" : $0 }, excerpts: true)
    case .json: json
    }
  }

  private func plain(painted: (String, String) -> String, excerpts: Bool) -> String {
    let kind = painted("\(severity.rawValue):", severity == .error ? "1;31" : "1;33")
    let place = location.map { "\($0.shown): " } ?? ""
    var lines = [painted(place, "1") + "\(kind) \(message.visible)"]
    if excerpts, let excerpt = location.flatMap(Excerpt.init) {
      lines += [excerpt.line, painted(excerpt.caret, "1;32")]
    }
    for note in notes {
      lines.append((note.location.map { "\($0.shown): " } ?? "") + "note: \(note.message.visible)")
      if excerpts, let excerpt = note.location.flatMap(Excerpt.init) {
        lines += [excerpt.line, painted(excerpt.caret, "1;32")]
      }
    }
    lines += hints.map { "  " + painted("hint:", "1;36") + " \($0.visible)" }
    return lines.joined(separator: "\n")
  }

  private var json: String {
    var members = [
      "\"severity\":\(severity.rawValue.quotedForJSON)", "\"id\":\(id.quotedForJSON)",
      "\"message\":\(message.quotedForJSON)",
    ]
    if let location { members.append(location.jsonMembers) }
    if !notes.isEmpty {
      let items = notes.map { note in
        "{\"message\":\(note.message.quotedForJSON)"
          + (note.location.map { ",\($0.jsonMembers)" } ?? "") + "}"
      }
      members.append("\"notes\":[\(items.joined(separator: ","))]")
    }
    if !hints.isEmpty {
      members.append("\"hints\":[\(hints.map(\.quotedForJSON).joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ","))}"
  }
}

extension SourceLocation {
  /// `name:line:column`, or the name alone for a file as a whole.
  package var shown: String {
    guard let range else { return source.name.visible }
    let place = source.lineColumn(at: range.lowerBound)
    return "\(source.name.visible):\(place.line):\(place.column)"
  }

  fileprivate var jsonMembers: String {
    var text = "\"file\":\(source.name.quotedForJSON)"
    if let range {
      let start = source.lineColumn(at: range.lowerBound)
      let end = source.lineColumn(at: range.upperBound)
      text += ",\"line\":\(start.line),\"column\":\(start.column)"
      text += ",\"endLine\":\(end.line),\"endColumn\":\(end.column)"
    }
    return text
  }
}

extension String {
  /// The text with control and bidirectional scalars spelled out, so that data can't move a terminal's cursor.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isUnsafeToShow) else { return self }
    var out = ""
    for scalar in unicodeScalars { out += scalar.visible }
    return out
  }

  /// The text as a JSON string literal.
  package var quotedForJSON: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension Unicode.Scalar {
  /// The scalar as text, spelled out where it can't be shown.
  var visible: String {
    isUnsafeToShow ? "\\u{\(String(value, radix: 16, uppercase: true))}" : String(Character(self))
  }

  fileprivate var isUnsafeToShow: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFDD0...0xFDEF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
