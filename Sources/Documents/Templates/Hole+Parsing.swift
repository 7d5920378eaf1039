import Diagnostics
import Formats

extension Template.Hole {
  /// Why the content of a tag asks for nothing.
  struct Fault: Error {
    var id: String
    var message: String
    var hints: [String]
  }

  /// Reads what stands in a variable tag: `name`, `?name`, `name:format`, `name:particle`, `name:format:particle`.
  ///
  /// The last part is a particle if it stands in the closed list; all between the name and it is one format, which may hold
  /// colons of its own (`%H:%M`).
  init(_ text: String, isMarkdown: Bool) throws(Fault) {
    var content = Substring(text)
    isOptional = content.first == "?"
    if isOptional { content = content.dropFirst() }
    let nameEnd = Self.endOfName(in: content)
    do throws(NamePath.Fault) {
      path = try NamePath(content[..<nameEnd].trimmingSpaces)
    } catch {
      throw Fault(id: "template.name", message: error.message, hints: [error.hint])
    }
    self.isMarkdown = isMarkdown
    guard nameEnd < content.endIndex else { return }
    var rest = content[content.index(after: nameEnd)...].trimmingSpaces
    let last = rest.lastIndex(of: ":").map { rest.index(after: $0) } ?? rest.startIndex
    let notation = rest[last...].trimmingSpaces
    let bare = notation.first == "-" ? notation.dropFirst() : notation
    particle = Particle(String(bare))
    if particle != nil {
      showsParticleOnly = notation.first == "-"
      guard last > rest.startIndex else { return }
      rest = rest[..<rest.index(before: last)].trimmingSpaces
    }
    do throws(FormatError) {
      format = try ValueFormat.parse(String(rest))
    } catch {
      throw Self.fault(error, in: rest)
    }
  }

  /// The colon that ends the name: the first one outside brackets.
  private static func endOfName(in text: Substring) -> Substring.Index {
    var isInBrackets = false
    for index in text.indices {
      switch text[index] {
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case ":" where !isInBrackets: return index
      default: break
      }
    }
    return text.endIndex
  }

  /// What is no format may be meant as a particle: Hangul alone, perhaps with the parentheses or the slash of the notation.
  private static func fault(_ error: FormatError, in text: Substring) -> Fault {
    let notation = text.first == "-" ? text.dropFirst() : text
    let isHangul = notation.unicodeScalars.allSatisfy {
      (0xAC00...0xD7A3).contains($0.value) || "()/".unicodeScalars.contains($0)
    }
    guard isHangul, !notation.isEmpty else {
      return Fault(id: "template.format", message: error.message, hints: error.hints)
    }
    let known = Particle.all.first { $0.long == notation || $0.short == notation }?.notation
    let meant =
      known ?? Suggestion.nearest(to: String(notation), in: Particle.all.map(\.notation))
    return Fault(
      id: "template.format", message: "\"\(notation)\" is neither a particle nor a format",
      hints: meant.map { ["did you mean \"\($0)\"?"] }
        ?? ["a particle is written with both its forms: {{name:은(는)}}"])
  }
}
