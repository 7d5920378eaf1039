import Diagnostics

/// What names mean at one place of a report over all data at once: a list stands for the shape of its items.
struct StaticScope {
  /// A place in the data and what is there.
  struct Place {
    var path: String
    var shape: DataShape

    /// The items of a list; the place itself for anything else.
    var entered: Place {
      shape.items.map { Place(path: path + "[]", shape: $0) } ?? self
    }

    /// Whether it is lists without any item, so that nothing is known of what would be in them.
    var isEmptyList: Bool { shape.kind == .list && (shape.items?.count ?? 0) == 0 }

    func member(_ name: String) -> Place? {
      if let member = shape.member(name) {
        return Place(path: path.isEmpty ? name : "\(path).\(name)", shape: member)
      }
      guard Int(name) != nil, let items = shape.items else { return nil }
      return Place(path: path + "[]", shape: items)
    }
  }

  enum Result {
    case found(Place)
    /// With the names that are there instead.
    case missing(known: [String])
    /// Ours: `@index`, `@lang` …
    case builtin
  }

  /// By name; nil where the report isn't bound to data.
  private let roots: [String: Place]?
  private var frames: [Place] = []
  /// Whether a section around the place isn't in the data.
  private(set) var isHypothetical = false

  init(roots: [(String, DataShape)]?) {
    self.roots = roots.map { roots in
      Dictionary(
        roots.map { ($0.0, Place(path: $0.0, shape: $0.1)) }, uniquingKeysWith: { $1 })
    }
  }

  /// The frames as a text, to know a partial that is visited again in the same place.
  var key: String { frames.map(\.path).joined(separator: "|") }

  func entering(_ place: Place) -> StaticScope {
    var scope = self
    scope.frames.append(place.entered)
    return scope
  }

  /// Inside a section whose name is unknown.
  var hypothetical: StaticScope {
    var scope = self
    scope.isHypothetical = true
    return scope
  }

  func look(up path: NamePath) -> Result {
    guard let first = path.segments.first else {
      return frames.last.map { .found($0) } ?? .missing(known: [])
    }
    if ["@index", "@first", "@last", "@lang"].contains(first) { return .builtin }
    guard let roots else { return .missing(known: []) }
    guard var place = frames.reversed().lazy.compactMap({ $0.member(first) }).first ?? roots[first]
    else {
      let known = frames.reversed().flatMap(\.shape.keys) + roots.keys.sorted()
      return .missing(known: known)
    }
    for segment in path.segments.dropFirst() {
      guard let next = place.member(segment) else { return .missing(known: place.shape.keys) }
      place = next
    }
    return .found(place)
  }

  var hasData: Bool { roots != nil }
}
