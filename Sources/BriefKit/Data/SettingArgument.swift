import Diagnostics
import Documents
import Inputs

/// A value given on the command line, `--set a.b=value`, in reach of a report as `@set.a.b`.
public struct SettingArgument: Sendable, Hashable {
  let path: [String]
  let text: String

  /// Reads `NAME=VALUE` as typed; nil where no name stands before an equals sign.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="),
      let path = try? NamePath(argument[..<equals]), !path.segments.isEmpty
    else { return nil }
    self.path = path.segments
    text = String(argument[argument.index(after: equals)...])
  }

  /// As it is typed: `NAME=VALUE`.
  package var words: String { "\(NamePath(segments: path).text)=\(text)" }

  /// The value: what the text means in JSON, else the text.
  var value: Value {
    (try? JSONReader.read(Source(name: "--set", text: text))).map { Value($0.kind) }
      ?? .string(text)
  }
}

extension [SettingArgument] {
  /// All settings as one object; two that give one name are an error.
  func object() throws(DiagnosticError) -> Value {
    var object: Value = .object([])
    for setting in self {
      guard let next = Self.setting(setting.path[...], to: setting.value, in: object) else {
        let name = NamePath(segments: setting.path).text
        throw DiagnosticError(
          .error(
            "data.set", "\"\(name)\" is set twice, or stands below a name that is",
            hints: ["give each name once: --set \(name)=…"]))
      }
      object = next
    }
    return object
  }

  private static func setting(
    _ path: ArraySlice<String>, to value: Value, in object: Value
  ) -> Value? {
    guard let first = path.first, let members = object.object?.members else { return nil }
    let rest = path.dropFirst()
    var pairs = members.map { ($0.key, $0.value) }
    let index = pairs.firstIndex { $0.0 == first }
    guard !rest.isEmpty else {
      guard index == nil else { return nil }
      return .object(pairs + [(first, value)])
    }
    guard let inner = setting(rest, to: value, in: index.map { pairs[$0].1 } ?? .object([])) else {
      return nil
    }
    if let index {
      pairs[index].1 = inner
    } else {
      pairs.append((first, inner))
    }
    return .object(pairs)
  }
}
