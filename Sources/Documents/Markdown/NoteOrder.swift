/// Numbers notes in the order in which a reader meets their marks; the parser numbers them as they are written, and a table's
/// caption, which stands above it, is written below.
struct NoteOrder {
  /// The notes' numbers as they are written, in the order of reading.
  private var order: [Int] = []
  private var seen: Set<Int> = []

  /// The blocks and the notes with their numbers.
  static func settled(
    _ blocks: [Block], _ notes: [[Block]]
  ) -> (blocks: [Block], notes: [[Block]]) {
    guard notes.count > 1 else { return (blocks, notes) }
    var reading = NoteOrder()
    for block in blocks { reading.meet(block) }
    let order = reading.order + (1...notes.count).filter { !reading.seen.contains($0) }
    guard order != Array(1...notes.count), order.count == notes.count else {
      return (blocks, notes)
    }
    var numbers = [Int](repeating: 0, count: notes.count)
    for (place, number) in order.enumerated() { numbers[number - 1] = place + 1 }
    func renumbered(_ blocks: [Block]) -> [Block] {
      blocks.map { block in
        block.mappingInlines { inline in
          if case .note(let number) = inline { [.note(numbers[number - 1])] } else { [inline] }
        }
      }
    }
    // A note holds no marks of notes.
    return (renumbered(blocks), order.map { notes[$0 - 1] })
  }

  private mutating func meet(_ block: Block) {
    _ = block.mappingInlines { inline in
      if case .note(let number) = inline, seen.insert(number).inserted { order.append(number) }
      return [inline]
    }
  }
}
