import CCmarkGFM
import Synchronization

/// A parsed CommonMark document; owns cmark's nodes.
final class CmarkTree {
  private let document: OpaquePointer

  /// Registers the table and strikethrough extensions, once for the process.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// cmark-gfm keeps which characters an extension wakes up for in one table of the process while it reads inlines, so that of
  /// two that parse at once one may miss its `~~` (inlines.c, `cmark_inlines_add_special_character`).
  private static let oneAtATime = Mutex(())

  /// Parses CommonMark with GFM tables, footnotes and double-tilde strikethrough. Nil where cmark gives no tree.
  init?(_ bytes: [UInt8]) {
    guard Self.extensionsAreRegistered,
      let parser = cmark_parser_new(
        CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FOOTNOTES)
    else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    bytes.withUnsafeBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        if let base = $0.baseAddress { cmark_parser_feed(parser, base, $0.count) }
      }
    }
    let document = Self.oneAtATime.withLock { _ in
      UInt(bitPattern: cmark_parser_finish(parser))
    }
    guard let document = OpaquePointer(bitPattern: document) else { return nil }
    self.document = document
  }

  deinit {
    cmark_node_free(document)
  }

  var root: CmarkNode { CmarkNode(document) }
}

/// One node of a `CmarkTree`, valid as long as the tree.
struct CmarkNode {
  enum Kind {
    case document, quote, list, item, code, html, paragraph, heading, rule
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, strikethrough, link
    case image
    /// A mark in the text, whose literal is the note's number, and the note, moved to the document's end.
    case noteMark, note
    case other
  }

  private let node: OpaquePointer

  fileprivate init(_ node: OpaquePointer) {
    self.node = node
  }

  var kind: Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .noteMark
    case CMARK_NODE_FOOTNOTE_DEFINITION: .note
    case ccmark_table(): .table
    case ccmark_table_row(): .tableRow
    case ccmark_table_cell(): .tableCell
    case ccmark_strikethrough(): .strikethrough
    default: .other
    }
  }

  var children: [CmarkNode] {
    var children: [CmarkNode] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(CmarkNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// From 1.
  var line: Int { Int(cmark_node_get_start_line(node)) }
  /// The line that it ends on, from 1.
  var endLine: Int { Int(cmark_node_get_end_line(node)) }
  /// In bytes, from 1.
  var column: Int { Int(cmark_node_get_start_column(node)) }

  var literal: String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// The address of a link or image.
  var url: String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }

  /// The title of a link or image, `[text](address "title")`.
  var title: String {
    cmark_node_get_title(node).map { String(cString: $0) } ?? ""
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }

  /// The first number of an ordered list; nil for bullets.
  var listStart: Int? {
    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(node)) : nil
  }

  var isTight: Bool { cmark_node_get_list_tight(node) != 0 }

  /// The marks of a table's columns: `l`, `c`, `r` or 0.
  var tableAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let marks = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { marks[$0] }
  }
}
