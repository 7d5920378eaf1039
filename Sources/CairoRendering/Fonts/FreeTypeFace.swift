import CCairo
import Glibc

/// A face opened by FreeType over its file in memory, with a character map that is empty.
///
/// cairo's PDF surface looks for the character of each glyph that is new to a document, in the map of the face: it copies the map and
/// goes through it from the start, for every such glyph. It doesn't have to, since it is told the text of all glyphs
/// (`cairo_show_text_glyphs`), and it believes that where the map has nothing.
final class FreeTypeFace {
  /// A `cmap` for Unicode with the one segment that has to be there, U+FFFF without a glyph (OpenType 1.9, "cmap", format 4).
  ///
  /// FreeType would make up a map for a face that has none.
  private static let emptyMap: [UInt8] = [
    0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12,
    0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 1, 0, 0,
  ]

  private let bytes: UnsafeMutableRawPointer
  private let size: Int
  private let library: FT_Library
  let face: FT_Face

  /// Nil if the file can't be read, or FreeType doesn't take it.
  init?(_ file: FontFile, index: Int) {
    guard let reader = FileReader(path: file.path),
      let offsets = try? FontTables.fontOffsets(reader), offsets.indices.contains(index),
      let tables = try? FontTables(reader, at: offsets[index]),
      let map = tables.range("cmap"), let bytes = reader.map()
    else { return nil }
    if map.count >= Self.emptyMap.count {
      // Only the page with these bytes is copied.
      bytes.advanced(by: map.lowerBound).copyMemory(
        from: Self.emptyMap, byteCount: Self.emptyMap.count)
    }
    var library: FT_Library?
    var face: FT_Face?
    guard FT_Init_FreeType(&library) == 0, let library else {
      munmap(bytes, reader.size)
      return nil
    }
    guard
      FT_New_Memory_Face(
        library, bytes.assumingMemoryBound(to: FT_Byte.self), FT_Long(reader.size),
        FT_Long(index), &face) == 0, let face
    else {
      FT_Done_FreeType(library)
      munmap(bytes, reader.size)
      return nil
    }
    self.bytes = bytes
    size = reader.size
    self.library = library
    self.face = face
  }

  /// Gives back the memory of a face that nobody draws with any more, which cairo may keep for long all the same.
  func rest() {
    madvise(bytes, size, MADV_DONTNEED)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    munmap(bytes, size)
  }
}
