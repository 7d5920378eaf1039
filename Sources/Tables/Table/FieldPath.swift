/// A field as Vega-Lite writes it: `a`, `a.b`, `a[0]`, `a['b c']`, with `\\.` and `\\[` for a literal dot or bracket.
package struct FieldPath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case name(String)
    case index(Int)
  }

  /// The column the path starts at.
  package let column: String
  /// What is looked up inside a cell of the column.
  package let steps: [Step]
  /// The path as one name, backslashes gone: what the column of a nested field is called once it is taken out.
  package let name: String

  /// A column's name as a field that means just that column.
  package static func escaped(_ column: String) -> String {
    column.replacing("\\", with: "\\\\").replacing(".", with: "\\.").replacing("[", with: "\\[")
  }

  package init(_ text: String) {
    var steps: [Step] = []
    var current = ""
    var hasCurrent = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    func flush(_ steps: inout [Step]) {
      if hasCurrent { steps.append(.name(current)) }
      current = ""
      hasCurrent = false
    }
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "\\" where index + 1 < scalars.count:
        index += 1
        current.unicodeScalars.append(scalars[index])
        hasCurrent = true
      case "." where hasCurrent || !steps.isEmpty:
        flush(&steps)
      case "[":
        if let close = scalars[index...].firstIndex(of: "]") {
          flush(&steps)
          steps.append(Self.bracketed(scalars[(index + 1)..<close]))
          index = close
        } else {
          current.unicodeScalars.append(scalar)
          hasCurrent = true
        }
      default:
        current.unicodeScalars.append(scalar)
        hasCurrent = true
      }
      index += 1
    }
    flush(&steps)
    if case .name(let first)? = steps.first {
      column = first
      self.steps = Array(steps.dropFirst())
    } else {
      column = text
      self.steps = []
    }
    name = text.contains("\\") ? text.filter { $0 != "\\" } : text
  }

  /// A column by its very name, whatever characters it holds.
  package init(column: String) {
    self.column = column
    steps = []
    name = column
  }

  private static func bracketed(_ scalars: ArraySlice<Unicode.Scalar>) -> Step {
    var inner = scalars
    if let quote = inner.first, quote == "'" || quote == "\"", inner.count >= 2,
      inner.last == quote
    {
      inner = inner.dropFirst().dropLast()
    } else {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: inner)
      if let position = Int(String(text)) { return .index(position) }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: inner)
    return .name(String(text))
  }

  /// What stands at the steps inside a cell; null where there is nothing.
  package func resolve(in cell: Datum) -> Datum {
    var current = cell
    for step in steps {
      switch (step, current) {
      case (.name(let name), .record(let record)): current = record[name] ?? .null
      case (.index(let index), .list(let items)):
        current = items.indices.contains(index) ? items[index] : .null
      case (.index(let index), .record(let record)): current = record[String(index)] ?? .null
      default: return .null
      }
    }
    return current
  }
}
