import Diagnostics

/// Reads schema documents into nodes and rules, and notes all that is wrong with them.
struct SchemaCompiler {
  /// Where a schema stands that is being read.
  struct Context {
    var document: Int
    var pointer: String
    var resource: Int
    /// How many schemas it lies in.
    var depth: Int

    func child(_ tokens: String...) -> Context {
      var copy = self
      copy.pointer += JSONPointer.text(tokens)
      copy.depth += 1
      return copy
    }
  }

  struct Address: Hashable {
    var document: Int
    var pointer: String
  }

  /// Schemas within each other: compiling uses the thread's stack.
  private static let deepest = 400

  let limits: Limits
  private(set) var documents: [Located] = []
  var nodes: [SchemaNode] = []
  var resources: [SchemaResource] = []
  var resourcesByURI: [String: Int] = [:]
  var nodesByAddress: [Address: Int] = [:]
  var pending: [PendingReference] = []
  private(set) var faults: [Diagnostic] = []

  init(limits: Limits) {
    self.limits = limits
  }

  /// Compiles a whole document and answers its root.
  mutating func add(_ document: Located, uri: String) -> Int {
    documents.append(document)
    resources.append(SchemaResource(uri: uri, document: documents.count - 1, pointer: ""))
    resourcesByURI[uri] = resources.count - 1
    let context = Context(
      document: documents.count - 1, pointer: "", resource: resources.count - 1, depth: 0)
    return compile(document.value, context)
  }

  mutating func compile(_ value: Value, _ context: Context) -> Int {
    let index = nodes.count
    let place = SchemaPlace(document: context.document, range: value.range)
    nodes.append(SchemaNode(place: place, resource: context.resource))
    nodesByAddress[Address(document: context.document, pointer: context.pointer)] = index
    switch value.kind {
    case .bool(let verdict):
      nodes[index].verdict = verdict
      nodes[index].isSimple = true
    case .object(let object):
      guard context.depth < min(Self.deepest, limits[.inputDepth]) else {
        var own = Limits()
        own[.inputDepth] = min(Self.deepest, limits[.inputDepth])
        report(own.exceeded(.inputDepth, by: "the nesting of schemas", at: location(place)))
        return index
      }
      compile(object, into: index, context)
    case .null, .number, .string, .array:
      fault(
        "schema", "a schema must be an object, true or false, not \(value.kindName)",
        at: value.range, in: context)
    }
    return index
  }

  private mutating func compile(_ object: Object, into index: Int, _ context: Context) {
    let context = enterResource(object, node: index, context)
    var rules: [SchemaRule] = []
    for member in object.members {
      guard let keyword = SchemaKeyword(rawValue: member.key) else {
        warnUnknown(member, context)
        continue
      }
      if let kind = rule(keyword, member, object, node: index, context) {
        rules.append(
          SchemaRule(keyword: member.key, place: place(member.keyRange, context), kind: kind))
      }
    }
    nodes[index].rules = rules.enumerated().sorted {
      ($0.element.kind.stage, $0.offset) < ($1.element.kind.stage, $1.offset)
    }.map(\.element)
    nodes[index].isSimple = rules.allSatisfy {
      if case .assertion = $0.kind { true } else { false }
    }
    nodes[index].tracksMarks = rules.contains { $0.kind.stage == SchemaRule.Kind.lastStage }
  }

  func place(_ range: Range<Int>, _ context: Context) -> SchemaPlace {
    SchemaPlace(document: context.document, range: range)
  }

  func location(_ place: SchemaPlace) -> SourceLocation {
    SourceLocation(documents[place.document].source, place.range)
  }
}

extension SchemaCompiler {
  mutating func report(_ diagnostic: Diagnostic) {
    faults.append(diagnostic)
  }

  mutating func fault(
    _ kind: String, _ message: String, at range: Range<Int>, in context: Context,
    notes: [Diagnostic.Note] = [], hints: [String] = []
  ) {
    report(
      .error(
        "schema-file.\(kind)", message, at: location(place(range, context)), notes: notes,
        hints: hints))
  }

  mutating func warning(
    _ kind: String, _ message: String, at range: Range<Int>, in context: Context,
    hints: [String] = []
  ) {
    report(
      .warning(
        "schema-file.\(kind)", message, at: location(place(range, context)), hints: hints))
  }

  /// All faults in order of place.
  var sortedFaults: [Diagnostic] {
    let sorted = faults.enumerated().sorted {
      ($0.element.location?.range?.lowerBound ?? 0, $0.offset)
        < ($1.element.location?.range?.lowerBound ?? 0, $1.offset)
    }.map(\.element)
    guard let source = documents.first?.source else { return sorted }
    return DiagnosticList.bounded(sorted, to: 100, in: source)
  }

  /// A keyword that isn't known is allowed and ignored; one that is nearly known is most likely a slip.
  private mutating func warnUnknown(_ member: Object.Member, _ context: Context) {
    if let replacement = SchemaKeyword.replaced[member.key] {
      if member.key == "id", member.value.string == nil { return }
      warning(
        "old-keyword", "\"\(member.key)\" is no keyword of draft 2020-12",
        at: member.keyRange, in: context, hints: ["write \(replacement)"])
    } else if member.key.utf8.count >= 4,
      let meant = Suggestion.nearest(
        to: member.key, in: SchemaKeyword.allCases.map(\.rawValue))
    {
      warning(
        "unknown-keyword", "unknown keyword \"\(member.key)\" is ignored", at: member.keyRange,
        in: context, hints: ["did you mean \"\(meant)\"?"])
    }
  }
}

extension SchemaRule.Kind {
  static let lastStage = 4

  /// When a rule is checked: first what costs little, last what needs the findings of the others.
  fileprivate var stage: Int {
    switch self {
    case .assertion(.pattern), .assertion(.uniqueItems): 1
    case .assertion: 0
    case .inPlace: 2
    case .members, .memberNames, .items, .contains: 3
    case .unevaluatedMembers, .unevaluatedItems: Self.lastStage
    }
  }
}
