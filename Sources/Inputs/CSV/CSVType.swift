/// What the cells of a CSV column are, where it isn't left to them.
package enum CSVType: String, Sendable, Hashable, CaseIterable {
  case text
  case number
  case boolean

  /// The kind in a reader's words.
  var name: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    }
  }
}

/// What stands between the cells of a row.
package enum CSVSeparator: UInt8, Sendable, Hashable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B
  case bar = 0x7C

  /// The separator in a reader's words.
  var name: String {
    switch self {
    case .comma: "a comma"
    case .tab: "a tab"
    case .semicolon: "a semicolon"
    case .bar: "a bar"
    }
  }
}
