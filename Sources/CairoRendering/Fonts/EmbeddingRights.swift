/// What a font's maker allows when a document carries it (OS/2 `fsType`, OpenType 1.9).
package struct EmbeddingRights: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable {
    case installable
    case editable
    case previewAndPrint = "preview and print"
    case restricted
  }

  package var level: Level
  /// Only the whole font may be embedded, never a part of it.
  package var forbidsSubsetting: Bool
  /// Only bitmaps of its glyphs may be embedded.
  package var bitmapsOnly: Bool

  package init(fsType: UInt16) {
    // Where several bits are set, the least restrictive counts.
    level =
      if fsType & 0x000F == 0 {
        .installable
      } else if fsType & 0x0008 != 0 {
        .editable
      } else if fsType & 0x0004 != 0 {
        .previewAndPrint
      } else {
        .restricted
      }
    forbidsSubsetting = fsType & 0x0100 != 0
    bitmapsOnly = fsType & 0x0200 != 0
  }

  /// Whether a PDF may carry the outlines of the glyphs it uses.
  package var allowsSubset: Bool { level != .restricted && !forbidsSubsetting && !bitmapsOnly }

  /// The level and what is forbidden beside it.
  package var shown: String {
    ([level.rawValue] + (forbidsSubsetting ? ["no subsets"] : [])
      + (bitmapsOnly ? ["bitmaps only"] : [])).joined(separator: ", ")
  }
}
