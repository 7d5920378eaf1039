package import Diagnostics

/// A JSON Schema of draft 2020-12, compiled once and held against as many inputs as wanted.
///
///     let (schema, warnings) = try JSONSchema.compile(Located(value, in: source))
///     let violations = schema.violations(in: data)
///
/// All that is wrong with the schema itself is found when it is compiled. Nothing is ever loaded from a network: a
/// reference leads into the schema, or into the metaschema of the draft, which is known here.
package struct JSONSchema: Sendable {
  let nodes: [SchemaNode]
  let references: [SchemaReference]
  let resources: [SchemaResource]
  /// The schema's own source, then those of the metaschemas that it refers to.
  let sources: [Source]
  let root: Int
  let limits: Limits

  /// Reads a schema: all its faults at once, or the schema with warnings.
  package static func compile(
    _ schema: Located, limits: Limits = Limits()
  ) throws(DiagnosticError) -> (schema: JSONSchema, warnings: [Diagnostic]) {
    var compiler = SchemaCompiler(limits: limits)
    let root = compiler.add(schema, uri: "")
    let references = compiler.resolveReferences()
    if !compiler.faults.hasErrors { compiler.findLoops(references) }
    let faults = compiler.sortedFaults
    if faults.hasErrors { throw DiagnosticError(faults) }
    return (
      JSONSchema(
        nodes: compiler.nodes, references: references, resources: compiler.resources,
        sources: compiler.documents.map(\.source), root: root, limits: limits), faults
    )
  }

  /// All that an input breaks, in order of place; each is an error.
  ///
  /// - Parameter assertsFormats: Whether `format` is held against texts, or says no more than what is meant.
  package func violations(in data: Located, assertsFormats: Bool = true) -> [Diagnostic] {
    var evaluation = Evaluation(self, data.source, assertsFormats: assertsFormats)
    return evaluation.violations(in: data.value)
  }

  func location(_ place: SchemaPlace) -> SourceLocation {
    SourceLocation(sources[place.document], place.range)
  }
}
