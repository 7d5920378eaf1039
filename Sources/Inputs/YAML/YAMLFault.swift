import Diagnostics
import Yams

/// A fault of grammar as libyaml reports it, said in words that tell what to type.
struct YAMLFault {
  /// Levels after which libyaml gives up.
  private static let greatestDepth = 1000

  private let error: YamlError

  init(_ error: YamlError) {
    self.error = error
  }

  func diagnostic(marks: inout YAMLMarks, limits: Limits) -> Diagnostic {
    switch error {
    case .reader: return characterFault(marks)
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return grammarFault(problem, at: mark, context: context, marks: &marks, limits: limits)
    case .duplicatedKeysInMapping(let keys, let context):
      return repeatedKey(keys.first ?? "", first: context.mark, marks: &marks)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return .error(
        "yaml.syntax", "the YAML can't be read", at: SourceLocation(marks.source, marks.range))
    }
  }

  // MARK: Characters

  /// libyaml counts where the character is in its own way, so it is searched for again.
  private func characterFault(_ marks: YAMLMarks) -> Diagnostic {
    let text = String(decoding: marks.source.bytes[marks.range], as: UTF8.self)
    var offset = marks.range.lowerBound
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if !isAllowed(scalar) {
        return .error(
          "yaml.character", "the character \(TextEncoding.code(scalar)) may not stand in YAML",
          at: SourceLocation(marks.source, offset..<offset + length),
          hints: ["remove it, or write it as an escape in double quotes"])
      }
      offset += length
    }
    return .error(
      "yaml.syntax", "the YAML can't be read", at: SourceLocation(marks.source, marks.range))
  }

  /// `c-printable` of YAML 1.2, section 5.1.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      scalar.value != 0xFEFF
    default: false
    }
  }

  // MARK: Grammar

  private func grammarFault(
    _ problem: String, at mark: Mark, context: YamlError.Context?, marks: inout YAMLMarks,
    limits: Limits
  ) -> Diagnostic {
    let offset = marks.offset(mark)
    var location = SourceLocation(
      marks.source,
      (offset..<offset + 1).clamped(to: marks.range.lowerBound..<marks.range.upperBound))
    let begun = context.map { SourceLocation(marks.source, marks.point($0.mark)) }
    if problem.hasPrefix("Maximum nesting level") {
      return depthFault(at: location, limits: limits)
    }
    let words = Words(
      problem: problem, context: context?.text ?? "",
      found: offset < marks.range.upperBound ? marks.source.bytes[offset] : 0,
      before: lineBefore(offset, marks: marks))
    if words.pointsToBeginning, let begun { location = begun }
    let notes =
      words.noteAtBeginning.flatMap { note in begun.map { [Diagnostic.Note(note, at: $0)] } } ?? []
    return .error(words.id, words.message, at: location, notes: notes, hints: words.hints)
  }

  private func depthFault(at location: SourceLocation, limits: Limits) -> Diagnostic {
    let thing = "the nesting of lists and objects"
    guard limits[.inputDepth] > Self.greatestDepth else {
      return limits.exceeded(.inputDepth, by: thing, at: location)
    }
    return .error(
      "limit.\(Limits.Name.inputDepth.rawValue)",
      "\(thing) passes the \(Self.greatestDepth) levels that YAML is read to", at: location)
  }

  /// What stands before an offset in its line, without the spaces around it.
  private func lineBefore(_ offset: Int, marks: YAMLMarks) -> String {
    let line = marks.source.bytes[marks.range.lowerBound..<offset].suffix(200)
    let start = line.lastIndex(of: 0x0A).map { $0 + 1 } ?? line.startIndex
    let text = line[start...].drop { $0 == 0x20 }
    return String(decoding: text, as: UTF8.self)
  }

  /// The words for a problem of libyaml.
  private struct Words {
    var id = "yaml.syntax"
    var message: String
    var hints: [String] = []
    /// The fault is where the construct began, not where libyaml gave up.
    var pointsToBeginning = false
    var noteAtBeginning: String?

    /// `found` is the byte where libyaml gave up, `before` what stands before it in its line.
    init(problem: String, context: String, found: UInt8, before: String) {
      let shown = String(UnicodeScalar(found < 0x80 ? found : 0x20))
      switch problem {
      case "mapping values are not allowed in this context":
        message = "a \":\" stands where no key can end"
        hints = ["put a text that holds \": \" in quotes, or check the line's indentation"]
      case "could not find expected ':'":
        message = "expected \":\" after this key"
        hints = ["a key ends with \":\", an item of a list begins with \"- \""]
        pointsToBeginning = true
      case "did not find expected key" where before.contains("{{"):
        message = "text after the end of an object, which \"{{\" begins here"
        hints = ["put a text that begins with \"{{\" in quotes"]
      case "did not find expected key" where !before.isEmpty:
        message = "text after the end of this value"
        hints = ["put the whole text in quotes"]
      case "did not find expected key" where found == UInt8(ascii: ":"):
        id = "yaml.key"
        message = "a key is missing before \":\""
      case "did not find expected key":
        message = "this line doesn't fit the object around it"
        hints = [
          "indent it like the other keys, or put a text that holds special characters in quotes"
        ]
        noteAtBeginning = "the object begins here"
      case "did not find expected '-' indicator":
        message = "this line doesn't fit the list around it"
        hints = ["begin an item with \"- \", indented like the others"]
        noteAtBeginning = "the list begins here"
      case "did not find expected ',' or ']'":
        message = "expected \",\" or \"]\" in this list"
        noteAtBeginning = "the list begins here"
      case "did not find expected ',' or '}'":
        message = "expected \",\" or \"}\" in this object"
        noteAtBeginning = "the object begins here"
        hints = ["put a text that begins with \"{\" in quotes"]
      case "found character that cannot start any token" where found == 0x09,
        "found a tab character that violates indentation",
        "found a tab character where an indentation space is expected":
        id = "yaml.tab"
        message = "a tab stands where spaces indent"
        hints = ["use spaces"]
      case "found character that cannot start any token":
        message = "no value begins with \"\(shown)\""
        hints = ["put the text in quotes"]
      case "found unexpected end of stream" where context.contains("quoted"):
        id = "yaml.truncated"
        message = "the quote that opens here is never closed"
        hints = ["inside double quotes write \\\" for a quote, inside single quotes ''"]
        pointsToBeginning = true
      case "found unknown escape character", "did not find expected hexdecimal number":
        message = "unknown escape in double quotes"
        hints = ["write \\\\ for a backslash, or use single quotes"]
      case "found invalid Unicode character escape code":
        message = "this escape is no character"
        hints = ["write the character itself, or \\U and its eight hexadecimal digits"]
      case "block sequence entries are not allowed in this context":
        message = "a list can't begin here"
        hints = ["put \"- \" on the line below the key, or write [a, b]"]
      case "mapping keys are not allowed in this context":
        message = "a key can't begin here"
        hints = ["put a text that begins with \"? \" in quotes"]
      case "did not find expected <document start>":
        message = "text after the end of the value"
        hints = ["check the line's indentation"]
      case "found undefined alias":
        id = "yaml.anchor"
        message = "anchors and aliases are not read here"
        hints = ["put a text that begins with \"*\" in quotes"]
      case "did not find expected alphabetic or numeric character":
        message = "no value begins with \"\(context.contains("alias") ? "*" : "&")\""
        hints = ["put the text in quotes"]
        pointsToBeginning = true
      default:
        message = problem
      }
    }
  }

  // MARK: Repeated keys

  /// Yams tells only the first of equal keys; the second is searched for below it at the same indentation.
  private func repeatedKey(_ key: String, first mark: Mark, marks: inout YAMLMarks) -> Diagnostic {
    let start = marks.offset(mark)
    let bytes = marks.source.bytes[start..<marks.range.upperBound]
    let first = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != 0x0A }
    let location: SourceLocation
    var notes: [Diagnostic.Note] = []
    if let second = lineStart(of: Array(first), indented: mark.column - 1, below: bytes) {
      location = SourceLocation(marks.source, second..<second + first.count)
      notes = [
        Diagnostic.Note(
          "the first one", at: SourceLocation(marks.source, start..<start + first.count))
      ]
    } else {
      location = SourceLocation(marks.source, start..<start + first.count)
    }
    return .error(
      "yaml.duplicate-key", "the key \"\(key)\" stands twice in one object", at: location,
      notes: notes, hints: ["remove or rename one of them"])
  }

  /// The offset of the text at the beginning of a later line of the same block.
  private func lineStart(
    of text: [UInt8], indented indentation: Int, below bytes: ArraySlice<UInt8>
  ) -> Int? {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true).dropFirst() {
      let content = line.drop { $0 == 0x20 }
      guard let begin = content.first, begin != UInt8(ascii: "#"), begin != 0x0D else { continue }
      if content.startIndex - line.startIndex < indentation { return nil }
      let rest = content.dropFirst(text.count).drop { $0 == 0x20 }
      if content.startIndex - line.startIndex == indentation, content.starts(with: text),
        rest.first == UInt8(ascii: ":")
      {
        return content.startIndex
      }
    }
    return nil
  }
}
