import Documents
import Formats

extension [Block] {
  /// The blocks as text, one a line, what is inside indented.
  var dump: String {
    lines.joined(separator: "\n")
  }

  fileprivate var lines: [String] {
    flatMap(\.lines)
  }
}

extension Block {
  fileprivate var lines: [String] {
    let braces = attributes.dump
    switch kind {
    case .heading(let heading):
      return [
        "h\(heading.level)\(heading.number.map { " \($0)" } ?? "")\(braces): \(heading.text.dump)"
      ]
    case .paragraph(let text): return ["p\(braces): \(text.dump)"]
    case .list(let list):
      let name = (list.start.map { "ol(\($0))" } ?? "ul") + (list.isTight ? "" : " loose")
      return [name] + list.items.flatMap { ["  -"] + $0.lines.map { "    " + $0 } }
    case .quote(let blocks): return ["quote"] + blocks.lines.map { "  " + $0 }
    case .code(let text): return ["code: \(text.debugDescription)"]
    case .rule: return ["rule"]
    case .table(let table): return ["table\(braces)"] + table.lines.map { "  " + $0 }
    case .figure(let figure): return ["figure\(braces)"] + figure.lines.map { "  " + $0 }
    case .div(let role, let blocks):
      return ["div \(role)\(braces)"] + blocks.lines.map { "  " + $0 }
    }
  }
}

extension TableBlock {
  fileprivate var lines: [String] {
    var lines = [
      "columns: " + columns.map { "\($0.title.dump) \($0.alignment)" }.joined(separator: " | ")
    ]
    if !caption.isEmpty { lines.insert("caption: \(caption.dump)", at: 0) }
    if !subtitle.isEmpty { lines.append("subtitle: \(subtitle.dump)") }
    lines += levels.map { level in
      "head: " + level.map { "\($0.title.dump) ×\($0.span)" }.joined(separator: " | ")
    }
    lines += rows.map { row in
      let role =
        switch row.role {
        case .data: ""
        case .subtotal: "− "
        case .total: "= "
        }
      return role + (row.look?.dump ?? "")
        + row.cells.filter { $0.columnSpan > 0 }.map(\.dump).joined(separator: " | ")
    }
    for sums in carry?.sums ?? [] {
      lines.append("carry: " + sums.map(\.text).joined(separator: " | "))
    }
    if !note.isEmpty { lines.append("note: \(note.dump)") }
    return lines
  }
}

extension TableBlock.Cell {
  fileprivate var dump: String {
    (key.map { "[\($0)] " } ?? "") + (look?.dump ?? "") + inlines.dump
      + (rowSpan == 1 ? "" : " ×\(rowSpan)") + (columnSpan == 1 ? "" : " ↔\(columnSpan)")
      + (graphic?.dump ?? "")
  }
}

extension TableLook {
  fileprivate var dump: String { "{\(style ?? "")/\(ground ?? "")} " }
}

extension TableGraphic {
  fileprivate var dump: String {
    switch self {
    case .bar(let bar): " ▬\(shown(bar.start))…\(shown(bar.end)) \(bar.color)"
    case .sparkline(let line):
      "\(line.form) \(line.points.map { $0.map(shown) ?? "–" }.joined(separator: " ")) \"\(line.alt)\""
    }
  }

  private func shown(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}

extension Figure {
  fileprivate var lines: [String] {
    let what =
      switch content {
      case .chart(let chart): "chart \(chart.name)"
      case .image(let bytes, _): "image of \(bytes.count) bytes"
      }
    return [what, "caption: \(caption.dump)"]
      + (subtitle.isEmpty ? [] : ["subtitle: \(subtitle.dump)"])
      + (note.isEmpty ? [] : ["note: \(note.dump)"]) + (alt.map { ["alt: \($0)"] } ?? [])
  }
}

extension Attributes {
  fileprivate var dump: String {
    let parts =
      (id.map { ["#\($0)"] } ?? []) + classes.map { ".\($0)" }
      + entries.map { "\($0.key)=\($0.value.debugDescription)" }
    return parts.isEmpty ? "" : "{\(parts.joined(separator: " "))}"
  }
}

extension [Inline] {
  /// Running text on one line: values in ‹›, line breaks as ⏎, line ends of the source as spaces.
  var dump: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .value(let value): "‹\(value.text)›"
      case .emphasis(let inner): "<em>\(inner.dump)</em>"
      case .strong(let inner): "<b>\(inner.dump)</b>"
      case .strikethrough(let inner): "<s>\(inner.dump)</s>"
      case .code(let code): "<code>\(code)</code>"
      case .link(let uri, let inner): "<a \(uri)>\(inner.dump)</a>"
      case .span(let kind, let attributes, let inner):
        "<span \(kind)\(attributes.dump)>\(inner.dump)</span>"
      case .citation(let numbers): "^\(numbers.map(String.init).joined(separator: ","))"
      case .lineBreak: "⏎"
      case .reference(let reference):
        "@\(reference.name)(\(reference.label.dump))"
          + (reference.particle.map { ":\($0.notation)" } ?? "")
      case .note(let number): "[\(number)]"
      case .picture(let mark): "<img \(mark.alt)>"
      case .softBreak: " "
      }
    }.joined()
  }

  /// The same with every text and value shown as one dot: the shape alone.
  var shape: String {
    map { inline in
      switch inline {
      case .text, .value, .lineBreak, .softBreak: "·"
      case .emphasis(let inner): "<em>\(inner.shape)</em>"
      case .strong(let inner): "<b>\(inner.shape)</b>"
      case .strikethrough(let inner): "<s>\(inner.shape)</s>"
      case .code: "<code>"
      case .link(_, let inner): "<a>\(inner.shape)</a>"
      case .span(let kind, _, let inner): "<span \(kind)>\(inner.shape)</span>"
      case .citation(let numbers): "^\(numbers)"
      case .reference: "@"
      case .note: "[n]"
      case .picture: "<img>"
      }
    }.joined().replacing(#/·+/#, with: "·")
  }
}

extension [Block] {
  /// The tree without its texts.
  var shape: String {
    map { block in
      switch block.kind {
      case .heading(let heading): "h\(heading.level)(\(heading.text.shape))"
      case .paragraph(let text): "p(\(text.shape))"
      case .list(let list): "list(\(list.items.map(\.shape).joined(separator: ";")))"
      case .quote(let blocks): "quote(\(blocks.shape))"
      case .code: "code"
      case .rule: "rule"
      case .table(let table):
        "table(\(table.caption.shape):\(table.columns.map(\.title.shape)):\(table.rows.map { $0.cells.map(\.inlines.shape) }):\(table.note.shape))"
      case .figure(let figure):
        "figure(\(figure.caption.shape):\(figure.subtitle.shape):\(figure.note.shape))"
      case .div(let role, let blocks):
        "div(\(role){\(block.attributes.entries.map(\.key))}\(blocks.shape))"
      }
    }.joined(separator: " ")
  }
}
