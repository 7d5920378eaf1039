package import Graphics

/// One face that a report may use: what its own tables say of it.
package struct FontFace: Sendable {
  /// Measures in font units.
  struct Measures: Sendable, Hashable {
    var unitsPerEm: Int
    var ascent: Int
    var descent: Int
    var capHeight: Int
    var underlinePosition: Int
    var underlineThickness: Int
  }

  package let file: FontFile
  /// Its place in a collection; 0 in an ordinary file.
  package let index: Int
  package let family: String
  /// OS/2 `usWeightClass`, 400 for regular.
  package let weight: Int
  package let slant: TextStyle.Slant
  package let embedding: EmbeddingRights
  let measures: Measures
  let content: FontContent

  /// The identity that shaped text carries.
  package let id: FaceID

  /// Whether the face maps the scalar to a glyph.
  package func covers(_ scalar: Unicode.Scalar) -> Bool {
    content.coverage(of: index).contains(scalar)
  }

  /// `Brief Sans KR`, weight and slant behind it where they aren't regular.
  package var shownName: String {
    family + (weight == 400 ? "" : " \(weight)") + (slant == .italic ? " italic" : "")
  }

  func metrics(at size: Double) -> FontMetrics {
    let scale = size / Double(measures.unitsPerEm)
    return FontMetrics(
      ascent: Double(measures.ascent) * scale, descent: Double(measures.descent) * scale,
      capHeight: Double(measures.capHeight) * scale,
      underlinePosition: Double(measures.underlinePosition) * scale,
      underlineThickness: Double(measures.underlineThickness) * scale)
  }
}

extension FontFace {
  /// Reads what a face says of itself; every table that shaping or embedding relies on has to be there.
  init(
    _ file: FontFile, reader: borrowing FileReader, offset: Int, index: Int, content: FontContent
  ) throws(FontTables.Fault) {
    let tables = try FontTables(reader, at: offset)
    let head = try tables.bytes("head", in: reader)
    let os2 = try tables.bytes("OS/2", in: reader)
    let hhea = try tables.bytes("hhea", in: reader)
    _ = try tables.bytes("maxp", in: reader)
    guard tables.has("hmtx"), tables.has("cmap") else {
      throw FontTables.Fault(reason: "it has no table \"hmtx\" or \"cmap\"")
    }
    guard tables.has("glyf") || tables.has("CFF ") else {
      throw FontTables.Fault(reason: "it has no glyph outlines (table \"glyf\" or \"CFF \")")
    }
    guard !tables.has("fvar") else {
      throw FontTables.Fault(
        reason: "it is a variable font, which isn't built in yet; give a file for each weight")
    }
    guard let unitsPerEm = head.big16(at: 18), (16...16384).contains(unitsPerEm) else {
      throw FontTables.Fault(reason: "its table \"head\" is damaged")
    }
    guard let fsType = os2.big16(at: 8), let weight = os2.big16(at: 4),
      let selection = os2.big16(at: 62), let ascender = hhea.bigSigned16(at: 4),
      let descender = hhea.bigSigned16(at: 6)
    else { throw FontTables.Fault(reason: "its table \"OS/2\" or \"hhea\" is cut off") }
    let names = try tables.bytes("name", in: reader)
    guard let family = FontNames.family(names) else {
      throw FontTables.Fault(reason: "it doesn't name its family")
    }

    // The directory has a checksum of every table, so the file needn't be read through; and where that of a damaged file
    // lies, no two faces of a library are alike in all that is read of them here.
    let identity = ContentHash.of(tables.directory + head + os2 + hhea + names)
    let em = Int(unitsPerEm)
    let usesTypographic = selection & 0x80 != 0
    let capHeight = (os2.big16(at: 0) ?? 0) >= 2 ? os2.bigSigned16(at: 88) ?? 0 : 0
    let post = (try? tables.bytes("post", in: reader)) ?? []
    self.init(
      file: file, index: index, family: family,
      weight: min(max(Int(weight), 1), 1000),
      slant: selection & 0x201 != 0 ? .italic : .upright,
      embedding: EmbeddingRights(fsType: fsType),
      measures: Measures(
        unitsPerEm: em,
        ascent: (usesTypographic ? os2.bigSigned16(at: 68) : nil) ?? ascender,
        descent: -((usesTypographic ? os2.bigSigned16(at: 70) : nil) ?? descender),
        capHeight: capHeight > 0 ? capHeight : em * 7 / 10,
        underlinePosition: -(post.bigSigned16(at: 8) ?? -em / 10),
        underlineThickness: post.bigSigned16(at: 10) ?? em / 20),
      content: content, id: FaceID(hash: identity, index: index))
  }
}
