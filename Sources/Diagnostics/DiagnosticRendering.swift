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
    if excerpts, let excerpt = location?.excerpt {
      lines += [excerpt.line, painted(excerpt.caret, "1;32")]
    }
    for note in notes {
      lines.append((note.location.map { "\($0.shown): " } ?? "") + "note: \(note.message.visible)")
      if excerpts, let excerpt = note.location?.excerpt {
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

  /// The source line, cut to what fits beside the caret, and the caret line under it.
  fileprivate var excerpt: (line: String, caret: String)? {
    guard let range, !source.bytes.isEmpty else { return nil }
    let (text, start) = source.line(around: range.lowerBound)
    let line = Array(text.unicodeScalars)
    let before = source.bytes[start..<min(max(range.lowerBound, start), source.bytes.count)]
    let column = before.count { $0 & 0xC0 != 0x80 }
    let inRange = source.bytes[
      min(range.lowerBound, source.bytes.count)..<min(range.upperBound, source.bytes.count)]
    let length = inRange.prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 }
    let from = column > 90 ? column - 60 : 0
    let to = min(line.count, from + 110)
    guard from <= to, column >= from else { return nil }
    var shown = String.UnicodeScalarView()
    for scalar in line[from..<to] { shown.append(scalar == "\t" ? " " : scalar) }
    let lead = line[from..<min(column, to)].reduce(0) { $0 + $1.columns }
    let under = line[min(column, to)..<min(column + max(length, 1), to)].reduce(0) {
      $0 + $1.columns
    }
    let prefix = from > 0 ? "… " : ""
    return (
      "  " + prefix + String(shown).visible + (to < line.count ? " …" : ""),
      "  " + String(repeating: " ", count: lead + prefix.count)
        + String(repeating: "^", count: max(under, 1))
    )
  }
}

extension Unicode.Scalar {
  /// Columns a terminal gives the scalar: two for the wide East Asian blocks, else one.
  fileprivate var columns: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension String {
  /// The text with control and bidirectional scalars spelled out, so that data can't move a terminal's cursor.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isUnsafeToShow) else { return self }
    var out = ""
    for scalar in unicodeScalars {
      if scalar.isUnsafeToShow {
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
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
  fileprivate var isUnsafeToShow: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFDD0...0xFDEF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
