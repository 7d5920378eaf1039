extension Block {
  /// The block with its bound values replaced, in order of reading.
  func mappingValues(_ transform: (BoundValue) -> BoundValue) -> Block {
    var block = self
    block.attributes.entries = attributes.entries.map { entry in
      Attributes.Entry(key: entry.key, text: entry.text.mappingValues(transform))
    }
    switch kind {
    case .heading(let level, let text):
      block.kind = .heading(level: level, text.mappingValues(transform))
    case .paragraph(let text): block.kind = .paragraph(text.mappingValues(transform))
    case .list(var list):
      list.items = list.items.map { $0.map { $0.mappingValues(transform) } }
      block.kind = .list(list)
    case .quote(let blocks): block.kind = .quote(blocks.map { $0.mappingValues(transform) })
    case .div(let role, let blocks):
      block.kind = .div(role, blocks.map { $0.mappingValues(transform) })
    case .table(let table): block.kind = .table(table.mappingValues(transform))
    case .figure(var figure):
      figure.caption = figure.caption.mappingValues(transform)
      figure.subtitle = figure.subtitle.mappingValues(transform)
      figure.note = figure.note.mappingValues(transform)
      block.kind = .figure(figure)
    case .code, .rule: break
    }
    return block
  }
}

extension TableBlock {
  fileprivate func mappingValues(_ transform: (BoundValue) -> BoundValue) -> TableBlock {
    var table = self
    table.caption = caption.mappingValues(transform)
    table.subtitle = subtitle.mappingValues(transform)
    for index in columns.indices {
      table.columns[index].title = columns[index].title.mappingValues(transform)
    }
    for row in rows.indices {
      for cell in rows[row].indices {
        table.rows[row][cell].inlines = rows[row][cell].inlines.mappingValues(transform)
      }
    }
    table.note = note.mappingValues(transform)
    return table
  }
}

extension [Inline] {
  fileprivate func mappingValues(_ transform: (BoundValue) -> BoundValue) -> [Inline] {
    map { inline in
      switch inline {
      case .value(let value): .value(transform(value))
      case .emphasis(let inner): .emphasis(inner.mappingValues(transform))
      case .strong(let inner): .strong(inner.mappingValues(transform))
      case .strikethrough(let inner): .strikethrough(inner.mappingValues(transform))
      case .link(let uri, let inner): .link(uri: uri, inner.mappingValues(transform))
      case .span(let role, let attributes, let inner):
        .span(role, attributes, inner.mappingValues(transform))
      case .text, .code, .citation, .lineBreak, .softBreak: inline
      }
    }
  }
}
