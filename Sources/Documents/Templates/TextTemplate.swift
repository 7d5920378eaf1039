package import Diagnostics
package import Inputs

/// Fills variables in a single text, such as a title or a chart's subtitle; no sections, no Markdown.
package struct TextTemplate: Sendable {
  private let printer: HolePrinter
  private let limits: Limits

  package init(printer: HolePrinter, limits: Limits) {
    self.printer = printer
    self.limits = limits
  }

  /// The text as inlines, its values with their origin. Faults are reported at `location`, where the text stands.
  package func inlines(
    _ text: String, in scope: Scope, at location: SourceLocation?
  ) throws(DiagnosticError) -> [Inline] {
    guard text.contains("{{") else { return [Inline](lines: text) }
    let template: Template
    do throws(DiagnosticError) {
      template = try TemplateParser.parse(Source(name: "", text: text), limits: limits)
    } catch {
      throw error.moved(to: location)
    }
    var inlines: [Inline] = []
    var faults: [Diagnostic] = []
    for node in template.nodes {
      switch node {
      case .text(let range):
        inlines += [Inline](lines: String(decoding: template.source.bytes[range], as: UTF8.self))
      case .variable(_, let hole):
        do throws(HolePrinter.Fault) {
          inlines += try printer.value(of: hole, in: scope)?.inlines ?? []
        } catch {
          faults.append(error.diagnostic(of: hole, at: location))
        }
      case .section, .partial, .block:
        faults.append(
          .error(
            "template.section", "only variables may stand here, no sections", at: location,
            hints: ["choose between texts in report.md, where sections may stand"]))
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults) }
    return inlines
  }

  /// A specification with the variables in its string values filled, but for the keys that hold names or code.
  package func filling(
    _ spec: Located, in scope: Scope, except literalKeys: Set<String>
  ) throws(DiagnosticError) -> Value {
    var faults: [Diagnostic] = []
    let value = fill(spec, in: scope, except: literalKeys, &faults)
    if faults.hasErrors { throw DiagnosticError(faults) }
    return value
  }

  private func fill(
    _ spec: Located, in scope: Scope, except literalKeys: Set<String>,
    _ faults: inout [Diagnostic]
  ) -> Value {
    let value = spec.value
    switch value.kind {
    case .null, .bool, .number: return value
    case .string(let text):
      guard text.contains("{{") else { return value }
      do throws(DiagnosticError) {
        let filled = try inlines(text, in: scope, at: spec.location).plainText
        return Value(.string(filled), range: value.range)
      } catch {
        faults += error.diagnostics
        return value
      }
    case .array(let items):
      let filled = items.map {
        fill(Located($0, in: spec.source), in: scope, except: literalKeys, &faults)
      }
      return Value(.array(filled), range: value.range)
    case .object(let object):
      let members = object.members.map { member in
        guard !literalKeys.contains(member.key) else { return member }
        let part = Located(member.value, in: spec.source)
        return Object.Member(
          key: member.key, keyRange: member.keyRange,
          value: fill(part, in: scope, except: literalKeys, &faults))
      }
      return Value(.object(Object(members)), range: value.range)
    }
  }
}

extension DiagnosticError {
  /// The same faults at another place: that of the text they were found in.
  fileprivate func moved(to location: SourceLocation?) -> DiagnosticError {
    DiagnosticError(
      diagnostics.map { fault in
        var fault = fault
        fault.location = location
        fault.notes = []
        return fault
      })
  }
}
