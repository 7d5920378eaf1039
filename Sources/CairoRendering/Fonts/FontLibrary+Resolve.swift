package import Diagnostics
package import Graphics

extension FontLibrary {
  /// The face a style is set in, and what had to be changed to find one; nil only if there are no faces at all.
  ///
  /// Weight and slant are never synthesised: a missing one is replaced by the nearest there is, with a warning.
  package func resolve(
    family: String, weight: TextStyle.Weight = .regular, slant: TextStyle.Slant = .upright,
    at location: SourceLocation? = nil, weightAt weightLocation: SourceLocation? = nil
  ) -> (face: FontFace?, diagnostics: [Diagnostic]) {
    var members = faces.filter { $0.family == family }
    if members.isEmpty {
      // Names of families differ in case between systems, never between two families.
      members = faces.filter { $0.family.lowercased() == family.lowercased() }
    }
    guard !members.isEmpty else {
      let error = Diagnostic.error(
        "font.unknown-family", "no font has the family name \"\(family)\"", at: location,
        hints: Suggestion.hints(for: family, in: families) + [
          "put its files into the report's folder fonts/, or name their folder: --fonts DIR"
        ])
      guard let first = faces.first else { return (nil, [error]) }
      return (resolve(family: first.family, weight: weight, slant: slant).face, [error])
    }

    var diagnostics: [Diagnostic] = []
    let slanted = members.filter { $0.slant == slant }
    if slanted.isEmpty {
      diagnostics.append(
        .warning(
          "font.missing-slant",
          "\"\(family)\" has no \(slant == .italic ? "italic" : "upright") face, "
            + "the \(slant == .italic ? "upright" : "italic") one is used",
          at: location,
          hints: [
            "add the face's file to the report's folder fonts/, or to one that is given: --fonts DIR"
          ]))
    } else {
      members = slanted
    }
    let weights = members.map(\.weight)
    guard let chosen = FontMatching.nearest(to: weight.rawValue, in: weights) else {
      return (members.first, diagnostics)
    }
    if chosen != weight.rawValue {
      let listed = Set(weights).sorted().map(String.init).joined(separator: ", ")
      diagnostics.append(
        .warning(
          "font.missing-weight",
          "\"\(family)\" has no weight \(weight.rawValue), \(chosen) is used",
          at: weightLocation ?? location,
          hints: [
            "its weights are \(listed); add the file of weight \(weight.rawValue) to the report's "
              + "folder fonts/, or to one that is given: --fonts DIR"
          ]))
    }
    return (members.first { $0.weight == chosen }, diagnostics)
  }
}
