/// One schema of a compiled document: what it asks for, and where it stands.
struct SchemaNode: Sendable {
  var place: SchemaPlace
  /// The schema resource that it belongs to: what a `$id` begins.
  var resource: Int
  /// The answer of a schema that is `true` or `false`.
  var verdict: Bool?
  /// In the order of their cost, those that need the others' findings last.
  var rules: [SchemaRule] = []
  /// Whether it applies no other schema: its answer is found at once.
  var isSimple = false
  /// Whether it must know which members or items its other rules have seen.
  var tracksMarks = false
  /// A value that its author gives as an example, or that would do.
  var example: Value?
  /// What its author calls it.
  var title: String?
}

/// A place in one of a schema's documents.
struct SchemaPlace: Sendable, Hashable {
  var document: Int
  var range: Range<Int>
}

/// A keyword of a schema, compiled.
struct SchemaRule: Sendable {
  var keyword: String
  var place: SchemaPlace
  var kind: Kind

  enum Kind: Sendable {
    case assertion(Assertion)
    case inPlace(InPlaceApplicator)
    case members(MemberRules)
    case memberNames(Int)
    case items(ItemRules)
    case contains(ContainsRule)
    case unevaluatedMembers(Int)
    case unevaluatedItems(Int)
  }
}

/// A keyword that applies other schemas to the same value (core, section 10.2). Schemas are numbers of nodes.
enum InPlaceApplicator: Sendable {
  /// The number of a reference, whose node is found once all schemas are known.
  case reference(Int)
  case dynamicReference(Int)
  case allOf([Int])
  case anyOf([Int])
  case oneOf([Int])
  case not(Int)
  case conditional(test: Int, then: Int?, otherwise: Int?)
  case dependentSchemas([(key: String, schema: Int)])
}

/// Where a reference leads.
struct SchemaReference: Sendable {
  var node: Int
  /// The name that is looked for in the dynamic scope, where a `$dynamicRef` leads to a `$dynamicAnchor`.
  var dynamicAnchor: String?
}

/// `properties`, `patternProperties` and `additionalProperties` of one schema.
struct MemberRules: Sendable {
  var named: [String: Int] = [:]
  /// The names in their order of writing.
  var names: [String] = []
  var patterns: [(pattern: Pattern, schema: Int, place: SchemaPlace)] = []
  var additional: Int?
  var additionalPlace: SchemaPlace?
}

/// `prefixItems` and `items` of one schema.
struct ItemRules: Sendable {
  var prefix: [Int] = []
  var rest: Int?
  var restPlace: SchemaPlace?
}

/// `contains`, `minContains` and `maxContains` of one schema.
struct ContainsRule: Sendable {
  var schema: Int
  var least: Int
  var most: Int?
}

/// What a `$id` begins: a schema with names of its own.
struct SchemaResource: Sendable {
  var uri: String
  var document: Int
  /// The JSON Pointer of its root in the document.
  var pointer: String
  var anchors: [String: Int] = [:]
  var dynamicAnchors: [String: Int] = [:]
}
