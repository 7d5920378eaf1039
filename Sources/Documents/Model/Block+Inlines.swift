extension Block {
  /// The block with its pieces of text replaced, in order of reading; of a piece that holds others, these first.
  func mappingInlines(_ transform: (Inline) -> [Inline]) -> Block {
    var block = self
    block.attributes.entries = attributes.entries.map { entry in
      Attributes.Entry(key: entry.key, text: entry.text.mappingInlines(transform))
    }
    switch kind {
    case .heading(var heading):
      heading.text = heading.text.mappingInlines(transform)
      block.kind = .heading(heading)
    case .paragraph(let text):
      block.kind = .paragraph(text.mappingInlines(transform))
    case .list(var list):
      list.items = list.items.map { $0.map { $0.mappingInlines(transform) } }
      block.kind = .list(list)
    case .quote(let blocks): block.kind = .quote(blocks.map { $0.mappingInlines(transform) })
    case .div(let role, let blocks):
      block.kind = .div(role, blocks.map { $0.mappingInlines(transform) })
    case .table(let table): block.kind = .table(table.mappingInlines(transform))
    case .figure(var figure):
      figure.caption = figure.caption.mappingInlines(transform)
      figure.subtitle = figure.subtitle.mappingInlines(transform)
      figure.note = figure.note.mappingInlines(transform)
      block.kind = .figure(figure)
    case .code, .rule: break
    }
    return block
  }

  /// The block with its bound values replaced, in order of reading.
  func mappingValues(_ transform: (BoundValue) -> BoundValue) -> Block {
    mappingInlines { inline in
      if case .value(let value) = inline { [.value(transform(value))] } else { [inline] }
    }
  }
}

extension TableBlock {
  fileprivate func mappingInlines(_ transform: (Inline) -> [Inline]) -> TableBlock {
    var table = self
    table.caption = caption.mappingInlines(transform)
    table.subtitle = subtitle.mappingInlines(transform)
    for level in levels.indices {
      for index in levels[level].indices {
        table.levels[level][index].title = levels[level][index].title.mappingInlines(transform)
      }
    }
    for index in columns.indices {
      table.columns[index].title = columns[index].title.mappingInlines(transform)
    }
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        table.rows[row].cells[cell].inlines =
          rows[row].cells[cell].inlines.mappingInlines(transform)
      }
    }
    for row in carry?.sums.indices ?? 0..<0 {
      guard let sums = carry?.sums[row] else { break }
      table.carry?.sums[row] = sums.map { sum in
        // A sum stays one value, whatever else becomes of it.
        if case .value(let value)? = transform(.value(sum)).first { value } else { sum }
      }
    }
    table.note = note.mappingInlines(transform)
    return table
  }
}

extension [Inline] {
  func mappingInlines(_ transform: (Inline) -> [Inline]) -> [Inline] {
    // Most text of large tables is one value.
    if count == 1, let only = first, only.isLeaf { return transform(only) }
    return flatMap { inline -> [Inline] in
      let mapped: Inline =
        switch inline {
        case .emphasis(let inner): .emphasis(inner.mappingInlines(transform))
        case .strong(let inner): .strong(inner.mappingInlines(transform))
        case .strikethrough(let inner): .strikethrough(inner.mappingInlines(transform))
        case .link(let uri, let inner): .link(uri: uri, inner.mappingInlines(transform))
        case .span(let role, let attributes, let inner):
          .span(role, attributes, inner.mappingInlines(transform))
        case .text, .value, .code, .citation, .reference, .note, .picture, .lineBreak,
          .softBreak:
          inline
        }
      return transform(mapped)
    }
  }
}

extension Inline {
  fileprivate var isLeaf: Bool {
    switch self {
    case .text, .value, .code, .citation, .reference, .note, .picture, .lineBreak,
      .softBreak:
      true
    case .emphasis, .strong, .strikethrough, .link, .span: false
    }
  }
}
