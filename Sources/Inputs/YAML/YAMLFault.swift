import Diagnostics
import Yams

/// An error of Yams as a diagnostic.
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
    let words = YAMLProblem(
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
