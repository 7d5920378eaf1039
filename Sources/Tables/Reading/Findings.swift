package import Diagnostics

/// Collects what is wrong while a specification is read, so that a run reports all that it can see.
package final class Findings {
  package private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  package init() {}

  /// Takes a diagnostic, once: a property read twice is reported once.
  package func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  package func add(_ error: DiagnosticError) {
    for diagnostic in error.diagnostics { add(diagnostic) }
  }

  package func error(
    _ id: String, _ message: String, at location: SourceLocation?, hints: [String] = []
  ) {
    add(.error(id, message, at: location, hints: hints))
  }

  package func warning(
    _ id: String, _ message: String, at location: SourceLocation?, hints: [String] = []
  ) {
    add(.warning(id, message, at: location, hints: hints))
  }

  package func throwIfErrors() throws(DiagnosticError) {
    if diagnostics.hasErrors { throw DiagnosticError(diagnostics) }
  }

  /// Runs a step that may throw and keeps its diagnostics; nil where it threw.
  package func attempt<T>(_ step: () throws(DiagnosticError) -> T) -> T? {
    do {
      return try step()
    } catch let error {
      add(error)
      return nil
    }
  }
}
