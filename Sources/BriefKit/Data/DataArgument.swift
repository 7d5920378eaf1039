/// A data file given to a run: the main input, or one by a name.
public struct DataArgument: Sendable, Hashable {
  /// Nil for the main input.
  public var name: String?
  /// A path, or `-` for standard input.
  public var path: String

  /// Makes an argument from its parts.
  public init(name: String? = nil, path: String) {
    self.name = name
    self.path = path
  }

  /// Reads `FILE` or `NAME=FILE` as typed on the command line.
  public init(argument: String) {
    if let equals = argument.firstIndex(of: "="), equals > argument.startIndex,
      !argument[..<equals].contains("/"), !argument[..<equals].contains(".")
    {
      self.init(
        name: String(argument[..<equals]),
        path: String(argument[argument.index(after: equals)...]))
    } else {
      self.init(path: argument)
    }
  }
}
