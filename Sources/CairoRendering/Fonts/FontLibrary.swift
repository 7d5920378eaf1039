package import Diagnostics
package import Graphics

/// The faces that a run may use, and no others: system fonts are never looked at.
///
/// A value to share between tasks; each render makes a shaper of its own from it.
package struct FontLibrary: Sendable {
  /// In the order of the files; where two are alike in family, weight and slant, only the first is kept.
  package let faces: [FontFace]
  /// Files that can't be used.
  package let diagnostics: [Diagnostic]

  /// Reads what the files say of themselves; the caller's order is the order of precedence.
  package init(_ files: [FontFile]) {
    var faces: [FontFace] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      do {
        for face in try Self.read(file)
        where !faces.contains(where: {
          $0.family == face.family && $0.weight == face.weight && $0.slant == face.slant
        }) {
          faces.append(face)
        }
      } catch {
        diagnostics.append(
          .error(
            "font.unusable", "the font file \"\(file.name)\" can't be used: \(error.reason)",
            at: SourceLocation(file: file.name)))
      }
    }
    if faces.isEmpty, diagnostics.isEmpty {
      diagnostics.append(
        .error(
          "font.none", "there are no font files",
          hints: ["put .otf or .ttf files into \"Fonts\" of the home folder, or give --fonts DIR"]))
    }
    self.faces = faces
    self.diagnostics = diagnostics
  }

  private static func read(_ file: FontFile) throws(FontTables.Fault) -> [FontFace] {
    guard let reader = FileReader(path: file.path) else {
      throw FontTables.Fault(reason: "it can't be opened")
    }
    let content = FontContent(file)
    var faces: [FontFace] = []
    for (index, offset) in try FontTables.fontOffsets(reader).enumerated() {
      faces.append(
        try FontFace(file, reader: reader, offset: offset, index: index, content: content))
    }
    return faces
  }

  /// The families there are, each once, in order of precedence.
  package var families: [String] {
    var seen: Set<String> = []
    return faces.map(\.family).filter { seen.insert($0).inserted }
  }

  /// The face that shaped text names.
  package func face(_ id: FaceID) -> FontFace? {
    faces.first { $0.id == id }
  }

  /// The faces that have a glyph for the scalar, in order of precedence.
  package func faces(covering scalar: Unicode.Scalar) -> [FontFace] {
    faces.filter { $0.covers(scalar) }
  }
}

extension FontLibrary: TextShaperFactory {
  package func makeShaper() -> any TextShaper {
    PangoShaper(self)
  }
}
