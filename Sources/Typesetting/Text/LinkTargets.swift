import Diagnostics
import Graphics

/// The places in the document that links lead to, and the links that need them.
struct LinkTargets {
  private var declared: [String] = []
  private var known: Set<String> = []
  private var wanted: [(id: String, place: SourceLocation?)] = []
  private var firstCitation: SourceLocation??
  /// Whether the list of sources has been set.
  private(set) var listsSources = false
  private var faults: [Diagnostic] = []

  static func destination(ofBlock id: String) -> String { "block-\(id)" }
  static func destination(ofSource number: Int) -> String { "source-\(number)" }

  mutating func declare(_ id: String, at place: SourceLocation?) {
    if known.insert(id).inserted {
      declared.append(id)
    } else {
      faults.append(
        .error(
          "link.id", "two blocks have the id \"\(id)\"", at: place,
          hints: ["give one of them another id"]))
    }
  }

  mutating func declareSources(at place: SourceLocation?) {
    if listsSources {
      faults.append(
        .error(
          "sources.twice", "the sources are listed twice", at: place,
          hints: ["leave one block ::: {.sources}"]))
    }
    listsSources = true
  }

  /// What an address in the text means: a place in the document where it begins with `#`.
  mutating func target(of uri: String, at place: SourceLocation?) -> LinkArea.Target {
    guard uri.first == "#" else { return .uri(uri) }
    let id = String(uri.dropFirst())
    wanted.append((id, place))
    return .destination(Self.destination(ofBlock: id))
  }

  mutating func citation(_ number: Int, at place: SourceLocation?) -> LinkArea.Target {
    if firstCitation == nil { firstCitation = .some(place) }
    return .destination(Self.destination(ofSource: number))
  }

  /// What is wrong with the links once all blocks are known.
  var diagnostics: [Diagnostic] {
    var diagnostics = faults
    for (id, place) in wanted where !known.contains(id) {
      diagnostics.append(
        .error(
          "link.target", "no block has the id \"\(id)\"", at: place,
          hints: Suggestion.hints(for: id, in: declared)
            + ["write an id behind a heading or figure: {#\(id)}"]))
    }
    if let firstCitation, !listsSources {
      diagnostics.append(
        .error(
          "sources.missing", "sources are cited but not listed", at: firstCitation,
          hints: ["add a block ::: {.sources} with its ::: where they should stand"]))
    }
    return diagnostics
  }
}
