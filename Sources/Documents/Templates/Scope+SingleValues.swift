import Inputs
import Tables

extension Scope {
  /// The data's names that stand for one value, neither list nor object, for expressions to read.
  var singleValues: [String: Datum] {
    var values: [String: Datum] = [:]
    for name in names where name.first != "@" {
      guard let binding = try? look(up: NamePath(segments: [name])) else { continue }
      switch binding.value.kind {
      case .array, .object: continue
      case .null, .bool, .number, .string: values[name] = Datum(binding.value)
      }
    }
    return values
  }
}
