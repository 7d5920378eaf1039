import Diagnostics
import Inputs
import Testing

/// A text that a reader refuses, and all that it says of it.
struct Refusal: Sendable, CustomTestStringConvertible {
  let id: String
  let text: String
  let message: String

  init(_ id: String, _ text: String, _ message: String) {
    self.id = id
    self.text = text
    self.message = message
  }

  var testDescription: String { id }
}

/// What a reader says of a text that it refuses; nil if it takes it.
func complaint(
  about text: String, in name: String,
  by read: (Source) throws(DiagnosticError) -> Value
) -> String? {
  do throws(DiagnosticError) {
    _ = try read(Source(name: name, text: text))
    return nil
  } catch {
    return error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
  }
}

/// The bytes of a source that a value was read from, as text.
func written(_ value: Value?, in source: Source) -> String? {
  value.map { String(decoding: source.bytes[$0.range], as: UTF8.self) }
}

/// Bytes that are the same in each run: a linear congruential generator (Knuth's MMIX).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
