import Diagnostics

/// A `$ref` or `$dynamicRef` whose schema may not have been read yet.
struct PendingReference {
  var keyword: String
  /// As its author wrote it.
  var text: String
  var uri: URIReference
  var range: Range<Int>
  var context: SchemaCompiler.Context
}

extension SchemaCompiler {
  mutating func reference(
    _ member: Object.Member, isDynamic: Bool, _ context: Context
  ) -> SchemaRule.Kind? {
    guard let text = text(member, context) else { return nil }
    let base = URIReference(resources[context.resource].uri)
    pending.append(
      PendingReference(
        keyword: member.key, text: text, uri: URIReference(text).resolved(against: base),
        range: member.value.range, context: context))
    let number = pending.count - 1
    return .inPlace(isDynamic ? .dynamicReference(number) : .reference(number))
  }

  /// Finds what every reference leads to; that may bring further schemas with further references.
  mutating func resolveReferences() -> [SchemaReference] {
    var found: [SchemaReference] = []
    while found.count < pending.count {
      found.append(resolve(pending[found.count]) ?? SchemaReference(node: 0))
    }
    return found
  }

  private mutating func resolve(_ reference: PendingReference) -> SchemaReference? {
    guard let resource = resource(reference.uri.document) else {
      let isWeb = reference.uri.scheme != nil
      fault(
        "remote",
        isWeb
          ? "\(Shown.quoted(reference.uri.document)) is not loaded from a network"
          : "\(Shown.quoted(reference.text)) is another file, and a schema is one file",
        at: reference.range, in: reference.context,
        hints: hints(reference.text, in: reference.context)
          ?? ["copy that schema under \"$defs\" with its \"$id\", which this then leads to"])
      return nil
    }
    guard let fragment = URIReference.unescaped(reference.uri.fragment ?? "") else {
      fault(
        "reference", "\(Shown.quoted(reference.text)) has a \"%\" that escapes no character",
        at: reference.range, in: reference.context)
      return nil
    }
    if fragment.isEmpty || fragment.hasPrefix("/") {
      return node(at: fragment, in: resource, reference).map { SchemaReference(node: $0) }
    }
    guard let node = resources[resource].anchors[fragment] else {
      reportUnresolved(reference)
      return nil
    }
    let isDynamic =
      reference.keyword == "$dynamicRef" && resources[resource].dynamicAnchors[fragment] == node
    return SchemaReference(node: node, dynamicAnchor: isDynamic ? fragment : nil)
  }

  /// The resource of a URI: one of the schema's own, or a metaschema, read when it is first referred to.
  private mutating func resource(_ uri: String) -> Int? {
    if let resource = resourcesByURI[uri] { return resource }
    guard let document = Metaschema.document(uri) else { return nil }
    _ = add(document, uri: uri)
    return resourcesByURI[uri]
  }

  private mutating func node(
    at fragment: String, in resource: Int, _ reference: PendingReference
  ) -> Int? {
    let root = resources[resource]
    guard let tokens = JSONPointer.tokens(fragment), let start = JSONPointer.tokens(root.pointer)
    else {
      reportUnresolved(reference)
      return nil
    }
    var path = start
    var value = documents[root.document].value
    for token in start { value = value.child(token) ?? value }
    var context = Context(
      document: root.document, pointer: root.pointer, resource: resource,
      depth: reference.context.depth)
    for token in tokens {
      guard let child = value.child(token) else {
        reportUnresolved(reference)
        return nil
      }
      value = child
      path.append(token)
      context.pointer = JSONPointer.text(path)
      // A schema on the way may have begun a resource of its own.
      if let known = nodesByAddress[Address(document: root.document, pointer: context.pointer)] {
        context.resource = nodes[known].resource
      }
    }
    if let known = nodesByAddress[Address(document: root.document, pointer: context.pointer)] {
      return known
    }
    guard value.object != nil || value.bool != nil else {
      fault(
        "reference", "\(Shown.quoted(reference.text)) leads to \(value.kindName), not to a schema",
        at: reference.range, in: reference.context)
      return nil
    }
    // A schema where no keyword has one, such as under an unknown keyword.
    return compile(value, context)
  }

  private mutating func reportUnresolved(_ reference: PendingReference) {
    fault(
      "reference", "\(Shown.quoted(reference.text)) leads to no schema", at: reference.range,
      in: reference.context, hints: hints(reference.text, in: reference.context) ?? [])
  }

  /// The name that was meant, or all names if they are few.
  private func hints(_ text: String, in context: Context) -> [String]? {
    let known = knownReferences(in: context)
    let name = text.split(separator: "/").last.map(String.init) ?? text
    if let same = known.first(where: { $0.hasSuffix("/\(name)") || $0 == "#\(name)" }) {
      return ["did you mean \(Shown.quoted(same))?"]
    }
    guard text.hasPrefix("#") else {
      return Suggestion.nearest(to: "#/$defs/\(text)", in: known).map {
        ["did you mean \(Shown.quoted($0))?"]
      }
    }
    // The names behind the last slash are compared: what stands before them would make all alike.
    let names = known.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    if let meant = Suggestion.nearest(to: name, in: names), let index = names.firstIndex(of: meant)
    {
      return ["did you mean \(Shown.quoted(known[index]))?"]
    }
    return known.isEmpty || known.count > 24
      ? [] : ["known here: \(known.joined(separator: ", "))"]
  }

  /// The definitions and anchors of a document, in their order of writing.
  private func knownReferences(in context: Context) -> [String] {
    let definitions = documents[context.document].value["$defs"]?.object?.keys ?? []
    let anchors = resources.filter { $0.document == context.document }.flatMap { resource in
      resource.anchors.sorted { $0.value < $1.value }.map { "#\($0.key)" }
    }
    return definitions.map { "#/$defs/\(JSONPointer.escaped($0))" } + anchors
  }
}
