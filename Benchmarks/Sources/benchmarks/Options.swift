/// What the command line asks for.
struct Options {
  var program: String
  /// Where the figures go as JSON.
  var json: String?
  var groups: [CaseGroup]

  static let usage = """
    usage: benchmarks PROGRAM [--json FILE] [GROUP ...]
    Measures the program, from BriefKit's folder. Groups, all where none is named:
    \(CaseGroup.allCases.map(\.rawValue).joined(separator: ", "))

    """

  /// Nil for wrong usage.
  init?(_ arguments: some Collection<String>) {
    var rest = Array(arguments)
    if let place = rest.firstIndex(of: "--json") {
      guard place + 1 < rest.count else { return nil }
      json = rest[place + 1]
      rest.removeSubrange(place...place + 1)
    }
    guard let program = rest.first else { return nil }
    self.program = program
    let named = rest.dropFirst().map { CaseGroup(rawValue: $0) }
    guard !named.contains(nil) else { return nil }
    groups = named.isEmpty ? CaseGroup.allCases : named.compactMap(\.self)
  }
}
