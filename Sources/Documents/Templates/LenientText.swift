import Diagnostics
import Formats
import Inputs

/// A template's text as the Mustache specification has it: what is missing is blank, values are escaped for HTML.
///
/// Reports are strict and never go this way; it is held against the specification's own cases, so that what reports
/// build on is known to be Mustache. Source: the Mustache specification 1.4 (mustache/spec).
enum LenientText {
  static func render(
    _ template: Template, in scope: Scope, partials: [String: Template] = [:],
    limits: Limits = Limits()
  ) throws(DiagnosticError) -> String {
    let expansion = try Expander.expand(
      template, in: scope, printer: HolePrinter(language: .en), partials: partials,
      strictness: .lenient, limits: limits)
    let text = String(decoding: expansion.bytes, as: UTF8.self)
    return Marker.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .hole(let number): escaped(expansion.values[number].text)
      case .cutting: ""
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
