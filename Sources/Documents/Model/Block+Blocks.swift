extension Block {
  /// The lists of blocks that lie right in it, in order.
  var innerBlocks: [[Block]] {
    switch kind {
    case .div(_, let blocks), .quote(let blocks): [blocks]
    case .list(let list): list.items
    case .heading, .paragraph, .code, .rule, .table, .figure: []
    }
  }

  /// The block with the lists of blocks that lie right in it replaced.
  func mappingBlocks(_ transform: ([Block]) -> [Block]) -> Block {
    var block = self
    switch kind {
    case .div(let role, let blocks): block.kind = .div(role, transform(blocks))
    case .quote(let blocks): block.kind = .quote(transform(blocks))
    case .list(var list):
      list.items = list.items.map(transform)
      block.kind = .list(list)
    case .heading, .paragraph, .code, .rule, .table, .figure: break
    }
    return block
  }
}

extension [Block] {
  /// Whether a block that passes stands among them, or in one of them.
  func hold(where passes: (Block) -> Bool) -> Bool {
    contains { passes($0) || $0.innerBlocks.contains { $0.hold(where: passes) } }
  }

  /// Whether a div of a role stands among them, or in one of them.
  func hold(_ role: DivRole) -> Bool {
    hold { if case .div(role, _) = $0.kind { true } else { false } }
  }
}
