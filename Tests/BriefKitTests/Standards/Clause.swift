import Testing

@testable import CairoRendering

/// A clause of a standard that our writer touches: what it asks for, what of a file breaks it, and how to break it.
struct Clause: Sendable, CustomTestStringConvertible {
  /// `A` for ISO 19005-3 (PDF/A-3), `UA` for ISO 14289-1 (PDF/UA-1), with the clause's number.
  var id: String
  var asks: String
  /// What of the file breaks the clause.
  var faults: @Sendable (FinishedPDF) -> [String]
  /// Breaks a file that keeps it.
  var damage: @Sendable (inout FinishedPDF) -> Void

  var testDescription: String { "\(id): \(asks)" }

  init(
    _ id: String, _ asks: String, faults: @escaping @Sendable (FinishedPDF) -> [String],
    damage: @escaping @Sendable (inout FinishedPDF) -> Void
  ) {
    self.id = id
    self.asks = asks
    self.faults = faults
    self.damage = damage
  }

  static let all = file + graphics + fonts + metadata + structure + marks + annotations
}

extension Bool {
  /// The message where it is false.
  func or(_ message: String) -> [String] { self ? [] : [message] }
}
