import Inputs

/// The composite mark that views were made of: what its author wrote, for whoever speaks of it.
struct CompositeOrigin {
  let type: CompositeMarkType
  /// The channels as written, with the fields that the author named.
  let encoding: Encoding
  /// Equal for the parts of one mark.
  let identity: String

  init(_ composite: CompositeMark) {
    type = composite.type
    encoding = composite.encoding
    identity =
      "\(type.rawValue) \(JSONWriter.compact(composite.mark)) \(JSONWriter.compact(composite.written))"
  }
}

extension ViewSpec {
  /// The view and those in it as parts of a composite mark.
  func made(of origin: CompositeOrigin) -> ViewSpec {
    var view = self
    view.composite = origin
    if case .layer(let parts) = body { view.body = .layer(parts.map { $0.made(of: origin) }) }
    return view
  }
}
