import CPango
import Graphics

/// One pass of Pango over a paragraph: itemize, shape each item, read off its clusters.
struct ParagraphShaper {
  let stack: PangoStack
  /// Without zero bytes.
  let text: UnsafePointer<CChar>
  let length: Int32
  let language: OpaquePointer?

  func shape(attributes: OpaquePointer?, into builder: inout ShapedTextBuilder) {
    pango_context_set_language(stack.context, language)
    let breaks = logicalAttributes()
    guard let glyphs = pango_glyph_string_new() else { return }
    defer { pango_glyph_string_free(glyphs) }
    let items = pango_itemize(stack.context, text, 0, length, attributes, nil)
    defer { g_list_free(items) }
    var character = 0
    var node = items
    while let current = node {
      node = current.pointee.next
      guard let data = current.pointee.data else { continue }
      let item = data.assumingMemoryBound(to: PangoItem.self)
      defer { pango_item_free(item) }
      shape(item, glyphs, breaks, &character, into: &builder)
    }
  }

  /// Where lines may break and what is white (UAX #14), one entry a character and one for the end.
  private func logicalAttributes() -> [PangoLogAttr] {
    let count = Int(g_utf8_strlen(text, Int(length))) + 1
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: count)
    pango_get_log_attrs(text, length, -1, language, &attributes, Int32(clamping: count))
    return attributes
  }

  private func shape(
    _ item: UnsafeMutablePointer<PangoItem>, _ string: UnsafeMutablePointer<PangoGlyphString>,
    _ breaks: [PangoLogAttr], _ character: inout Int, into builder: inout ShapedTextBuilder
  ) {
    let offset = Int(item.pointee.offset)
    let itemLength = Int(item.pointee.length)
    pango_shape_full(
      text + offset, Int32(clamping: itemLength), text, length, &item.pointee.analysis, string)
    guard let fontPointer = item.pointee.analysis.font, let font = stack.font(fontPointer),
      let infos = string.pointee.glyphs, let starts = string.pointee.log_clusters
    else {
      builder.appendMissing(offset..<offset + itemLength, .noGlyph)
      character += Int(item.pointee.num_chars)
      return
    }
    let isRightToLeft = item.pointee.analysis.level & 1 != 0
    for cluster in clusters(of: string, starts, itemLength, isRightToLeft) {
      let bytes = offset + cluster.bytes.lowerBound..<offset + cluster.bytes.upperBound
      guard let scalar = builder.bytes[bytes].firstScalar else { continue }
      let attribute = breaks[min(character, breaks.count - 1)]
      let style = builder.style(at: bytes.lowerBound)
      let firstGlyph = builder.glyphCount
      var advance = 0.0
      if scalar.isStrayControl {
        builder.appendMissing(bytes, .control)
      } else if isRightToLeft {
        builder.appendMissing(bytes, .rightToLeft)
      } else if scalar.isLineEnd || scalar == "\t" {
        // A space stands for both, so that words stay apart in a document's text; a line's end takes no room.
        advance = appendSpace(font, style, takesRoom: scalar == "\t", into: &builder)
      } else {
        advance = append(infos, cluster.glyphs, bytes, scalar, style, font, into: &builder)
        advance += style.letterSpacing
      }
      builder.appendCluster(
        bytes, firstGlyph: firstGlyph, advance: advance, face: font.face, style: style,
        breakBefore: character == 0
          ? .prohibited
          : attribute.is_mandatory_break != 0
            ? .mandatory : attribute.is_line_break != 0 ? .allowed : .prohibited,
        isSpace: attribute.is_white != 0 && !scalar.isNoBreakSpace)
      character += builder.bytes[bytes].count { $0 & 0xC0 != 0x80 }
    }
  }

  private struct ItemCluster {
    /// Within the item.
    var bytes: Range<Int>
    var glyphs: Range<Int>
  }

  /// The item's clusters in logical order; a right-to-left item has its glyphs in visual order.
  private func clusters(
    of string: UnsafeMutablePointer<PangoGlyphString>, _ starts: UnsafeMutablePointer<Int32>,
    _ itemLength: Int, _ isRightToLeft: Bool
  ) -> [ItemCluster] {
    let count = Int(string.pointee.num_glyphs)
    var found: [ItemCluster] = []
    found.reserveCapacity(count)
    var first = 0
    while first < count {
      var next = first + 1
      while next < count, starts[next] == starts[first] { next += 1 }
      let start = min(max(Int(starts[first]), 0), itemLength)
      found.append(ItemCluster(bytes: start..<start, glyphs: first..<next))
      first = next
    }
    if isRightToLeft { found.reverse() }
    for index in found.indices {
      let start = found[index].bytes.lowerBound
      let end = index + 1 < found.count ? found[index + 1].bytes.lowerBound : itemLength
      found[index].bytes = start..<max(start, end)
    }
    return found
  }

  /// Appends the cluster's glyphs and gives their advance; one that can't be shown is noted and takes half an em.
  private func append(
    _ infos: UnsafeMutablePointer<PangoGlyphInfo>, _ range: Range<Int>, _ bytes: Range<Int>,
    _ scalar: Unicode.Scalar, _ style: TextStyle, _ font: ShapedFont,
    into builder: inout ShapedTextBuilder
  ) -> Double {
    let unit = 1 / Double(PANGO_SCALE)
    var advance = 0.0
    var isBlank = true
    var unknown: Set<UInt32> = []
    for index in range {
      let info = infos[index]
      if info.glyph == Self.emptyGlyph { continue }
      if info.glyph == 0 || info.glyph & Self.unknownFlag != 0 {
        unknown.insert(info.glyph & ~Self.unknownFlag)
        continue
      }
      if isBlank { isBlank = font.isBlank(info.glyph) }
      let width = Double(info.geometry.width) * unit
      builder.appendGlyph(
        Glyph(
          id: info.glyph, xOffset: Double(info.geometry.x_offset) * unit,
          yOffset: Double(info.geometry.y_offset) * unit - style.rise, advance: width))
      advance += width
    }
    if !unknown.isEmpty {
      builder.appendMissing(bytes, .noGlyph) { unknown.contains($0.value) }
      return advance + style.size / 2
    }
    if isBlank, !scalar.isInvisible {
      builder.appendMissing(bytes, .blankGlyph, font: stack.fileName(of: font.face))
    }
    return advance
  }

  private func appendSpace(
    _ font: ShapedFont, _ style: TextStyle, takesRoom: Bool, into builder: inout ShapedTextBuilder
  ) -> Double {
    guard var space = font.space else { return takesRoom ? style.size / 4 : 0 }
    if !takesRoom { space.advance = 0 }
    space.yOffset = -style.rise
    builder.appendGlyph(space)
    return space.advance + (takesRoom ? style.letterSpacing : 0)
  }

  /// `PANGO_GLYPH_EMPTY`, which Swift can't import.
  private static let emptyGlyph: UInt32 = 0x0FFF_FFFF
  /// `PANGO_GLYPH_UNKNOWN_FLAG`, which Swift can't import.
  private static let unknownFlag: UInt32 = 0x1000_0000
}
