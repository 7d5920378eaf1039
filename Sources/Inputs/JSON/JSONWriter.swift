import Diagnostics

/// Writes a tree as JSON (RFC 8259).
///
/// Numbers keep their source text; what JSON has no number for, such as infinity, is null.
package enum JSONWriter {
  /// Everything on one line, without spaces.
  package static func compact(_ value: Value) -> String {
    var text = ""
    _ = append(value, to: &text, separators: (",", ":"), limit: .max)
    return text
  }

  /// Two spaces of indentation; what fits on a line of that many columns stands on one.
  package static func readable(_ value: Value, columns: Int = 100) -> String {
    var text = ""
    append(value, to: &text, indentation: 0, taken: 0, columns: columns)
    return text
  }

  /// - Parameter taken: Columns of the line that the key has.
  private static func append(
    _ value: Value, to text: inout String, indentation: Int, taken: Int, columns: Int
  ) {
    var line = ""
    // The comma behind the value takes a column too.
    let limit = columns - indentation - taken - 1
    let fits = append(value, to: &line, separators: (", ", ": "), limit: limit)
    guard !fits, value.hasItems else {
      text += fits ? line : compact(value)
      return
    }
    let outer = "\n" + String(repeating: " ", count: indentation)
    let inner = outer + "  "
    switch value.kind {
    case .null, .bool, .number, .string: break
    case .array(let items):
      for (position, item) in items.enumerated() {
        text += (position == 0 ? "[" : ",") + inner
        append(item, to: &text, indentation: indentation + 2, taken: 0, columns: columns)
      }
      text += outer + "]"
    case .object(let object):
      for (position, member) in object.members.enumerated() {
        let key = member.key.quotedForJSON + ": "
        text += (position == 0 ? "{" : ",") + inner + key
        append(
          member.value, to: &text, indentation: indentation + 2, taken: key.terminalColumns,
          columns: columns)
      }
      text += outer + "}"
    }
  }

  /// Writes on one line; false as soon as it is longer than the limit.
  private static func append(
    _ value: Value, to text: inout String, separators: (item: String, key: String), limit: Int
  ) -> Bool {
    switch value.kind {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number.isJSON ? number.text : "null"
    case .string(let string): text += string.quotedForJSON
    case .array(let items):
      text += "["
      for (position, item) in items.enumerated() {
        if position > 0 { text += separators.item }
        guard append(item, to: &text, separators: separators, limit: limit) else { return false }
      }
      text += "]"
    case .object(let object):
      text += "{"
      for (position, member) in object.members.enumerated() {
        if position > 0 { text += separators.item }
        text += member.key.quotedForJSON + separators.key
        guard append(member.value, to: &text, separators: separators, limit: limit) else {
          return false
        }
      }
      text += "}"
    }
    return text.utf8.count <= limit || text.terminalColumns <= limit
  }
}

extension Number {
  /// Whether the text is one of JSON's: a computed infinity or not-a-number isn't.
  fileprivate var isJSON: Bool {
    text.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}

extension Value {
  fileprivate var hasItems: Bool {
    switch kind {
    case .null, .bool, .number, .string: false
    case .array(let items): !items.isEmpty
    case .object(let object): !object.members.isEmpty
    }
  }
}
