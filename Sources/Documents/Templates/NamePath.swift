package import Diagnostics

/// A name as a template writes it: `summit.date`, `rows.0.name`, `[US Gross]`, `.`, `@index`.
package struct NamePath: Sendable, Hashable {
  /// Empty for `.`, the current item itself.
  package var segments: [String]

  package init(segments: [String]) {
    self.segments = segments
  }

  /// Why a text is no name.
  package struct Fault: Error, Sendable {
    var message: String
    var hint: String
  }

  /// Reads a dotted name. Keys that are no identifiers stand in square brackets, as in Handlebars.
  package init(_ text: some StringProtocol) throws(Fault) {
    segments = []
    guard text != "." else { return }
    var rest = Substring(text)
    while true {
      if rest.first == "[" {
        guard let close = rest.firstIndex(of: "]") else {
          throw Fault(message: "the bracket in \"\(text)\" isn't closed", hint: "write [key]")
        }
        segments.append(String(rest[rest.index(after: rest.startIndex)..<close]))
        rest = rest[rest.index(after: close)...]
      } else {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.isNameScalar) else {
          throw Fault(
            message: "\"\(text)\" is no name",
            hint: "a name is made of letters, digits, _ and -; put any other key in brackets: "
              + "{{[US Gross]}}")
        }
        segments.append(String(name))
        rest = rest[name.endIndex...]
      }
      if rest.isEmpty { return }
      guard rest.first == "." else {
        throw Fault(
          message: "\"\(text)\" is no name", hint: "put a dot between a bracket and what follows")
      }
      rest = rest.dropFirst()
    }
  }

  /// Reads a name that stands in a file; what is wrong with it is said there.
  package static func read(
    _ text: String, at location: SourceLocation?
  ) throws(DiagnosticError) -> NamePath {
    do throws(Fault) {
      return try NamePath(text)
    } catch {
      throw DiagnosticError(
        .error("template.name", error.message, at: location, hints: [error.hint]))
    }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "@": true
    default: scalar.value > 0x7F && !scalar.properties.isWhitespace
    }
  }

  /// The path as it would be typed.
  package var text: String {
    segments.isEmpty
      ? "."
      : segments.map { segment in
        segment.unicodeScalars.allSatisfy(Self.isNameScalar) && !segment.isEmpty
          ? segment : "[\(segment)]"
      }.joined(separator: ".")
  }
}
