/// A value kept outside of what holds it: for what few have and all would otherwise make room for.
package indirect enum Apart<Value> {
  case value(Value)

  package init(_ value: Value) {
    self = .value(value)
  }

  package var value: Value {
    switch self {
    case .value(let value): value
    }
  }
}

extension Apart: Sendable where Value: Sendable {}
extension Apart: Equatable where Value: Equatable {}
extension Apart: Hashable where Value: Hashable {}
