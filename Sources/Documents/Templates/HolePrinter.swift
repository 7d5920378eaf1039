import Diagnostics
package import Formats
package import Inputs

/// Looks up what a variable tag names and prints it as the tag asks.
package struct HolePrinter: Sendable {
  package var language: Language
  package var pronunciation: Pronunciation

  package init(language: Language, pronunciation: Pronunciation = .standard) {
    self.language = language
    self.pronunciation = pronunciation
  }

  /// Why a tag prints nothing.
  enum Fault: Error {
    case unknown(Scope.Miss)
    case null(Origin)
    case format(FormatError, Origin)

    /// Whether there is nothing to print, rather than something that can't be.
    var isMiss: Bool {
      switch self {
      case .unknown, .null: true
      case .format: false
      }
    }
  }

  /// The value of a tag; nil where it is missing and may be.
  func value(of hole: Template.Hole, in scope: Scope) throws(Fault) -> BoundValue? {
    let found: Scope.Binding
    do throws(Scope.Miss) {
      found = try scope.look(up: hole.path)
    } catch {
      if hole.isOptional { return nil }
      throw .unknown(error)
    }
    var bound: BoundValue?
    do throws(FormatError) {
      bound = try value(found.value, from: found.origin, format: hole.format)
    } catch {
      throw .format(error, found.origin)
    }
    guard var bound else {
      if hole.isOptional { return nil }
      throw .null(found.origin)
    }
    if let particle = hole.particle {
      let form = form(of: particle, after: bound.text)
      bound.text = hole.showsParticleOnly ? form : bound.text + form
      // A particle alone stands for no number.
      bound.format = hole.showsParticleOnly ? "particle" : bound.format
      bound.particle = hole.showsParticleOnly ? nil : particle
    }
    return bound
  }

  /// The form of a particle behind a text; English has none.
  func form(of particle: Particle, after text: String) -> String {
    language == .ko ? particle.form(after: text, pronunciation: pronunciation) : ""
  }

  /// A scalar as text, formatted where a format is given; nil for null. A number without a format prints as its author wrote it.
  package func value(
    _ value: Value, from origin: Origin, format: ValueFormat?
  ) throws(FormatError) -> BoundValue? {
    let text: String
    switch value.kind {
    case .null: return nil
    case .bool(let flag): text = flag ? "true" : "false"
    case .string(let string):
      text = try format?.string(.text(string), language: language) ?? string
    case .number(let number):
      text =
        try format?.string(.number(text: number.text, double: number.double), language: language)
        ?? number.shownText
    case .array: throw FormatError("format.list", "it is a list")
    case .object: throw FormatError("format.object", "it is an object")
    }
    return BoundValue(text: text, value: value, origin: origin, format: format?.text)
  }
}

extension Number {
  /// The text as its author wrote it, but never a zero with a minus.
  fileprivate var shownText: String {
    let isZero = text.prefix { $0 != "e" && $0 != "E" }.allSatisfy { "-0.".contains($0) }
    return isZero && text.first == "-" ? String(text.dropFirst()) : text
  }
}

extension HolePrinter.Fault {
  /// The fault of a tag, at the tag.
  func diagnostic(of hole: Template.Hole, at location: SourceLocation?) -> Diagnostic {
    let name = hole.path.text
    switch self {
    case .unknown(let miss):
      return miss.diagnostic(at: location, hint: "if it may be missing, write {{?\(name)}}")
    case .null(let origin):
      return .error(
        "template.null", "\"\(name)\" is null", at: location, notes: [origin.note],
        hints: ["if it may be missing, write {{?\(name)}}"])
    case .format(let error, let origin):
      let format = hole.format.map { " as \"\($0.text)\"" } ?? ""
      return .error(
        "template.value", "\"\(name)\" can't be printed\(format): \(error.message)",
        at: location, notes: [origin.note], hints: Self.hints(error, name))
    }
  }

  private static func hints(_ error: FormatError, _ name: String) -> [String] {
    switch error.id {
    case "format.list": ["go through its items: {{#\(name)}} … {{/\(name)}}"]
    case "format.object": ["name one of its members: {{\(name).…}}"]
    default: error.hints
    }
  }
}

extension Origin {
  /// Where in the data the value of a fault stands.
  var note: Diagnostic.Note {
    Diagnostic.Note("the value is \(pointer.isEmpty ? "the whole input" : pointer) in the data")
  }
}
