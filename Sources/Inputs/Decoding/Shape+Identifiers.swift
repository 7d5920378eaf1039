import Diagnostics

extension Shape where Output == String {
  /// The id of one of a noun's things; no two of them may share it.
  ///
  /// It holds letters, digits, `.`, `-` and `_`, so that it can stand in a citation `[@id]` as it is.
  package static func identifier(of noun: String) -> Shape {
    Shape.text.describing([("pattern", .string("^[A-Za-z0-9][A-Za-z0-9._-]*$"))])
      .map { id, value, decoding in
        guard id.utf8.allSatisfy(\.isIdentifierByte), id.utf8.first?.isLetterOrDigit == true else {
          decoding.error(
            "data.id", "\"\(id)\" can't be an id", at: value.range,
            hints: ["use the letters a to z, digits, \".\", \"-\" and \"_\", as in \"kim-ku\""])
          return nil
        }
        decoding.define(id, of: noun, at: value.range)
        return id
      }
  }

  /// The id of a thing that the input defines somewhere, before or after.
  package static func reference(to noun: String) -> Shape {
    Shape.text.map { id, value, decoding in
      decoding.refer(to: id, of: noun, at: value.range)
      return id
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var isIdentifierByte: Bool {
    isLetterOrDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_")
  }
}
