import Diagnostics

/// Collects faults: as many as somebody reads, and how many more there are.
struct FaultList {
  private static let mostErrors = 50
  private static let mostWarnings = 50

  private static let moreID = "report.more"

  private var shown: [Diagnostic] = []
  /// What lists inside this one have left out.
  private var left: [Diagnostic] = []
  private var errors = 0
  private var warnings = 0

  mutating func add(_ diagnostic: Diagnostic) {
    if diagnostic.id == Self.moreID {
      left.append(diagnostic)
      return
    }
    switch diagnostic.severity {
    case .error:
      errors += 1
      if errors <= Self.mostErrors { shown.append(diagnostic) }
    case .warning: addWarning { diagnostic }
    }
  }

  /// Adds a warning that takes time to make, if it will be shown.
  mutating func addWarning(_ make: () -> Diagnostic) {
    warnings += 1
    if warnings <= Self.mostWarnings { shown.append(make()) }
  }

  /// The result of a step, or nil where it failed; its faults are kept.
  mutating func collect<T>(_ step: () throws(DiagnosticError) -> T) -> T? {
    do throws(DiagnosticError) {
      return try step()
    } catch {
      for diagnostic in error.diagnostics { add(diagnostic) }
      return nil
    }
  }

  var hasErrors: Bool { errors > 0 }

  var diagnostics: [Diagnostic] {
    var all = shown + left
    if errors > Self.mostErrors {
      all.append(.error(Self.moreID, "\(errors - Self.mostErrors) more errors of this kind"))
    }
    if warnings > Self.mostWarnings {
      all.append(
        .warning(Self.moreID, "\(warnings - Self.mostWarnings) more warnings of this kind"))
    }
    return all
  }

  /// Ends a stage: throws if there is an error, else gives the warnings.
  func finish() throws(DiagnosticError) -> [Diagnostic] {
    if hasErrors { throw DiagnosticError(diagnostics) }
    return diagnostics
  }
}
