import Diagnostics

/// What can be wrong with the grammar of a JSON text, and where.
struct JSONFault: Error {
  enum Kind {
    /// Nothing, or nothing but white space.
    case empty
    case utf16
    case tooDeep
    case endsInside(Container)
    case endsInText
    case endsInWord(String)
    case trailingComma(before: Character)
    /// Something where a comma or the end of the container belongs.
    case noComma(Container, found: String, beginsValue: Bool)
    case noColon(key: String, found: String)
    case noKey(found: String)
    case unquotedKey(String)
    case noValue(found: String)
    case badNumber(String)
    case unknownWord(String)
    case comment
    case wrongQuotes
    /// White space or a format character that JSON doesn't skip.
    case invisible(String)
    case bareControl(UInt8)
    case badEscape(String)
    case loneSurrogate(String)
    case notUTF8(UInt8)
    case tooManyMarks
    case afterEnd(found: String)
  }

  /// What holds values: the two containers of JSON.
  enum Container {
    case object
    case list

    var name: String {
      switch self {
      case .object: "object"
      case .list: "list"
      }
    }

    var end: Character {
      switch self {
      case .object: "}"
      case .list: "]"
      }
    }
  }

  var kind: Kind
  var range: Range<Int>
  /// The innermost open container and the place of its bracket, where that explains the fault.
  var inside: (container: Container, at: Int)?
}

extension JSONFault {
  func diagnostic(in source: Source, limits: Limits) -> Diagnostic {
    let location = SourceLocation(source, range)
    if case .tooDeep = kind { return limits.exceeded(.inputDepth, by: message, at: location) }
    var notes: [Diagnostic.Note] = []
    if let inside {
      notes.append(
        Diagnostic.Note(
          "the \(inside.container.name) was opened here",
          at: SourceLocation(source, inside.at..<inside.at + 1)))
    }
    return .error("json.\(name)", message, at: location, notes: notes, hints: hints)
  }

  private var name: String {
    switch kind {
    case .empty: "empty"
    case .utf16: "encoding"
    case .tooDeep: "depth"
    case .tooManyMarks: "marks"
    case .endsInside, .endsInText, .endsInWord: "truncated"
    case .trailingComma: "trailing-comma"
    case .noComma, .noColon, .noValue: "syntax"
    case .noKey: "key"
    case .unquotedKey: "unquoted-key"
    case .badNumber: "number"
    case .unknownWord: "word"
    case .comment: "comment"
    case .wrongQuotes: "quotes"
    case .invisible: "invisible"
    case .bareControl: "control"
    case .badEscape: "escape"
    case .loneSurrogate: "surrogate"
    case .notUTF8: "utf-8"
    case .afterEnd: "after-end"
    }
  }

  private var message: String {
    switch kind {
    case .empty: "there is nothing to read, where JSON is expected"
    case .utf16: "the text is UTF-16 or UTF-32, where JSON is UTF-8"
    case .tooDeep: "the nesting of lists and objects"
    case .tooManyMarks: "more than \(CombiningMarks.longestRun) combining marks in a row"
    case .endsInside(.object): "the text ends inside an object"
    case .endsInside(.list): "the text ends inside a list"
    case .endsInText: "the text ends inside a quoted text"
    case .endsInWord(let word): "the text ends inside the word \"\(word)\""
    case .trailingComma(let end): "a comma stands before the closing \"\(end)\""
    case .noComma(let container, let found, _):
      "expected \",\" or \"\(container.end)\", found \(found)"
    case .noColon(let key, let found): "expected \":\" after the key \"\(key)\", found \(found)"
    case .noKey(let found): "expected a key in double quotes, found \(found)"
    case .unquotedKey(let key): "the key \"\(key)\" stands without quotes"
    case .noValue(let found): "expected a value, found \(found)"
    case .badNumber(let text): "\"\(text)\" is not a JSON number"
    case .unknownWord(let word): "unknown word \"\(word)\""
    case .comment: "JSON has no comments"
    case .wrongQuotes: "a text in quotes that JSON doesn't know"
    case .invisible(let code): "the invisible character \(code) stands outside a quoted text"
    case .bareControl(let byte): "\(Self.name(ofControl: byte)) inside a quoted text"
    case .badEscape(let text): "unknown escape \"\(text)\""
    case .loneSurrogate(let text): "\"\(text)\" is half of a surrogate pair"
    case .notUTF8(let byte): "the byte 0x\(TextEncoding.hex(byte, digits: 2)) is not UTF-8 here"
    case .afterEnd(let found): "expected the end of the file after the value, found \(found)"
    }
  }

  private var hints: [String] {
    switch kind {
    case .empty: ["the smallest JSON file is {}"]
    case .utf16, .notUTF8: ["save the file as UTF-8"]
    case .tooDeep: []
    case .tooManyMarks: ["remove them"]
    case .endsInside(let container): ["is the file complete? a \"\(container.end)\" is missing"]
    case .endsInText: ["is the file complete? a \" is missing"]
    case .endsInWord: ["is the file complete?"]
    case .trailingComma: ["remove the comma"]
    case .noComma(let container, let found, let beginsValue):
      switch container {
      case .list where found == "\"}\"": ["close the list with \"]\" first"]
      case .object where found == "\"]\"": ["close the object with \"}\" first"]
      case .list, .object: beginsValue ? ["put a comma before it"] : []
      }
    case .noColon, .noValue, .noKey: []
    case .unquotedKey(let key): ["write \"\(key)\" in double quotes"]
    case .badNumber(let text): [Self.numberHint(text)]
    case .unknownWord(let word): Self.wordHints(word)
    case .comment: ["remove the comment"]
    case .wrongQuotes: ["use the straight double quote \""]
    case .invisible: ["remove it"]
    case .bareControl(let byte): ["write \(Self.escape(ofControl: byte))"]
    case .badEscape:
      [#"JSON knows \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits"#]
    case .loneSurrogate: [#"write both halves, such as \ud83d\ude00, or the character itself"#]
    case .afterEnd: ["a file holds one value; many values, one a line, go into a .ndjson file"]
    }
  }

  private static func numberHint(_ text: String) -> String {
    let digits = text.drop { $0 == "-" || $0 == "+" }.lowercased()
    if text.hasPrefix("+") { return "leave out the plus sign" }
    if digits.hasPrefix("inf") || digits.hasPrefix("nan") {
      return "JSON has no such number; write null where there is none"
    }
    if digits.hasPrefix("0x") { return "write it in decimal digits" }
    if digits.contains("_") { return "leave out the underscores" }
    if digits.hasPrefix(".") { return "write a digit before the point" }
    if digits.hasSuffix(".") || digits.contains(".e") { return "write a digit after the point" }
    if digits.count > 1, digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true {
      return "leave out the leading zero, or quote it if it is a code"
    }
    if digits.last == "e" || digits.hasSuffix("e+") || digits.hasSuffix("e-") {
      return "write digits after the \"e\""
    }
    return "a number looks like -12.5e3; anything else goes in double quotes"
  }

  private static func wordHints(_ word: String) -> [String] {
    switch word.lowercased() {
    case "true": ["write true"]
    case "false": ["write false"]
    case "null", "none", "nil", "undefined": ["write null"]
    case "nan", "infinity", "inf": ["JSON has no such number; write null where there is none"]
    default: ["a text goes in double quotes"]
    }
  }

  private static func name(ofControl byte: UInt8) -> String {
    switch byte {
    case 0x09: "a tab"
    case 0x0A, 0x0D: "a line break"
    default: "the control character U+\(TextEncoding.hex(byte, digits: 4))"
    }
  }

  private static func escape(ofControl byte: UInt8) -> String {
    switch byte {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u\(TextEncoding.hex(byte, digits: 4).lowercased())"
    }
  }
}
