/// A value that equals another by the rules of JSON Schema (core, section 4.2.2).
///
/// Numbers are equal by their exact value (`1` and `1.0`), texts scalar by scalar, objects whatever the order of their
/// members. Where a value was read doesn't count.
struct ExactValue: Sendable, Hashable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  static func == (a: ExactValue, b: ExactValue) -> Bool {
    areEqual(a.value, b.value)
  }

  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    switch (a.kind, b.kind) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.number(let x), .number(let y)): x.isExactly(y)
    case (.string(let x), .string(let y)): x.utf8.elementsEqual(y.utf8)
    case (.array(let x), .array(let y)):
      x.count == y.count && zip(x, y).allSatisfy { areEqual($0, $1) }
    case (.object(let x), .object(let y)):
      x.members.count == y.members.count
        && x.members.allSatisfy { member in
          y[member.key].map { areEqual(member.value, $0) } ?? false
        }
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch value.kind {
    case .null: hasher.combine(0)
    case .bool(let flag): hasher.combine(flag)
    case .number(let number): hasher.combine(number.exact)
    case .string(let text): hasher.combine(text)
    case .array(let values):
      hasher.combine(values.count)
      for value in values { ExactValue(value).hash(into: &hasher) }
    case .object(let object):
      // A sum, so that the order of the members doesn't count.
      var sum = 0
      for member in object.members {
        var single = Hasher()
        single.combine(member.key)
        ExactValue(member.value).hash(into: &single)
        sum &+= single.finalize()
      }
      hasher.combine(sum)
    }
  }
}
