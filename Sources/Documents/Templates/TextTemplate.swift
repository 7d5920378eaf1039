package import Diagnostics
import Formats
package import Inputs

/// Fills variables in a single text, such as a title, an address or a chart's subtitle; no sections, no Markdown.
package struct TextTemplate {
  private let printer: ValuePrinter
  private let limits: Limits

  package init(printer: ValuePrinter, limits: Limits) {
    self.printer = printer
    self.limits = limits
  }

  /// The text as inlines, its values with their origin. Faults are reported at `location`, where the text stands.
  package func inlines(
    _ text: String, in scope: Scope, at location: SourceLocation?
  ) throws(DiagnosticError) -> [Inline] {
    guard text.contains("{{") else { return [.text(text)] }
    do throws(DiagnosticError) {
      let template = try TemplateParser.parse(Source(name: "", text: text), limits: limits)
      if let section = template.nodes.first(where: \.isSection) {
        throw DiagnosticError(
          .error(
            "template.section", "only variables may stand here, no sections",
            hints: section.hints))
      }
      let expansion = try Expander(printer: printer, limits: limits).expand(template, in: scope)
      let filled = String(decoding: expansion.bytes, as: UTF8.self)
      return Marker.pieces(of: filled, between: Marker.holeStart, and: Marker.holeEnd).flatMap {
        piece -> [Inline] in
        switch piece {
        case .text(let literal): [.text(String(literal))]
        case .number(let number): expansion.values[number].inlines
        }
      }
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          var fault = fault
          fault.location = location
          fault.notes = []
          return fault
        })
    }
  }

  package func string(
    _ text: String, in scope: Scope, at location: SourceLocation?
  ) throws(DiagnosticError) -> String {
    try inlines(text, in: scope, at: location).plainText
  }

  /// A specification with the variables in its string values filled, but for the keys that hold names or code.
  package func filling(
    _ spec: Located, in scope: Scope, except literalKeys: Set<String>
  ) throws(DiagnosticError) -> Value {
    var faults: [Diagnostic] = []
    let value = fill(spec.value, of: spec.source, in: scope, except: literalKeys, &faults)
    if faults.hasErrors { throw DiagnosticError(faults) }
    return value
  }

  private func fill(
    _ value: Value, of source: Source, in scope: Scope, except literalKeys: Set<String>,
    _ faults: inout [Diagnostic]
  ) -> Value {
    switch value.kind {
    case .null, .bool, .number: return value
    case .string(let text):
      guard text.contains("{{") else { return value }
      do throws(DiagnosticError) {
        let filled = try string(text, in: scope, at: SourceLocation(source, value.range))
        return Value(.string(filled), range: value.range)
      } catch {
        faults += error.diagnostics
        return value
      }
    case .array(let items):
      return Value(
        .array(items.map { fill($0, of: source, in: scope, except: literalKeys, &faults) }),
        range: value.range)
    case .object(let object):
      let members = object.members.map { member in
        literalKeys.contains(member.key)
          ? member
          : Object.Member(
            key: member.key, keyRange: member.keyRange,
            value: fill(member.value, of: source, in: scope, except: literalKeys, &faults))
      }
      return Value(.object(Object(members)), range: value.range)
    }
  }
}

extension Template.Node {
  fileprivate var isSection: Bool {
    switch self {
    case .section, .partial: true
    case .text, .variable: false
    }
  }

  fileprivate var hints: [String] {
    ["choose between texts in report.md, where sections may stand"]
  }
}
