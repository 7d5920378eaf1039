import Testing

/// One line of a table of expected results: fields between broken bars, blanks kept.
struct Row: Sendable, CustomTestStringConvertible {
  let fields: [String]

  subscript(index: Int) -> String { index < fields.count ? fields[index] : "" }

  var testDescription: String { fields.joined(separator: "¦") }
}

/// The lines of a table; empty ones and those that begin with `//` are left out.
func rows(_ table: String) -> [Row] {
  table.split(separator: "\n").filter { !$0.hasPrefix("//") }.map { line in
    Row(
      fields: line.split(separator: "¦", omittingEmptySubsequences: false).map { String($0) })
  }
}
