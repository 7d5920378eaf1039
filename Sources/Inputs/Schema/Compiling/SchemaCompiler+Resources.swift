import Diagnostics

/// What names a schema: `$id`, `$anchor`, `$dynamicAnchor`, and the dialect that it is written in (core, section 8).
extension SchemaCompiler {
  /// Notes the names of a schema, and answers the context of what lies in it.
  mutating func enterResource(_ object: Object, node: Int, _ context: Context) -> Context {
    var context = context
    if let member = object.member("$id"), let id = text(member, context) {
      context.resource = begin(id, member, context)
      nodes[node].resource = context.resource
    }
    for key in ["$anchor", "$dynamicAnchor"] {
      guard let member = object.member(key), let name = text(member, context) else { continue }
      define(name, member, node: node, context)
    }
    if let member = object.member("$schema"), let dialect = text(member, context) {
      checkDialect(dialect, member, context)
    }
    if let member = object.member("$vocabulary") {
      let flags = member.value.object?.members.map(\.value.bool)
      if flags?.contains(nil) ?? true { mismatch("an object of true and false", member, context) }
    }
    return context
  }

  private mutating func begin(
    _ id: String, _ member: Object.Member, _ context: Context
  ) -> Int {
    let reference = URIReference(id)
    if let fragment = reference.fragment, !fragment.isEmpty {
      fault(
        "id", "\"$id\" must have no \"#\", and has \(Shown.quoted("#" + fragment))",
        at: member.value.range, in: context, hints: ["write \"$anchor\": \(Shown.quoted(fragment))"]
      )
      return context.resource
    }
    let base = URIReference(resources[context.resource].uri)
    let uri = reference.resolved(against: base).document
    if resourcesByURI[uri] != nil, resources[context.resource].uri != uri {
      fault(
        "id", "two schemas have the id \(Shown.quoted(uri))", at: member.value.range, in: context)
    }
    resources.append(
      SchemaResource(uri: uri, document: context.document, pointer: context.pointer))
    resourcesByURI[uri] = resources.count - 1
    return resources.count - 1
  }

  private mutating func define(
    _ name: String, _ member: Object.Member, node: Int, _ context: Context
  ) {
    guard Self.isAnchor(name) else {
      fault(
        "anchor", "\"\(member.key)\" can't be \(Shown.quoted(name))", at: member.value.range,
        in: context,
        hints: ["begin with a letter or \"_\", and go on with letters, digits, \"-\", \"_\", \".\""]
      )
      return
    }
    if let other = resources[context.resource].anchors[name], other != node {
      fault(
        "anchor", "two schemas have the anchor \(Shown.quoted(name))", at: member.value.range,
        in: context,
        notes: [Diagnostic.Note("the first one", at: location(nodes[other].place))])
    }
    resources[context.resource].anchors[name] = node
    if member.key == "$dynamicAnchor" { resources[context.resource].dynamicAnchors[name] = node }
  }

  private static func isAnchor(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isLetter || first == UInt8(ascii: "_") else {
      return false
    }
    return name.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-._".utf8.contains($0) }
  }

  /// Draft 2020-12 is the one that is read; another metaschema could change what keywords mean.
  private mutating func checkDialect(
    _ dialect: String, _ member: Object.Member, _ context: Context
  ) {
    let name = dialect.hasSuffix("#") ? String(dialect.dropLast()) : dialect
    let parts = URIReference(name)
    let range = member.value.range
    guard parts.authority == "json-schema.org" else {
      if resourcesByURI[name] == nil {
        fault(
          "dialect", "the metaschema \(Shown.quoted(dialect)) is not loaded from a network",
          at: range, in: context, hints: ["write \(Shown.quoted(Metaschema.uri))"])
      }
      return
    }
    if parts.path != "/draft/2020-12/schema" {
      warning(
        "dialect", "\(Shown.quoted(dialect)) is read as draft 2020-12", at: range, in: context,
        hints: ["write \(Shown.quoted(Metaschema.uri))"])
    }
  }
}
