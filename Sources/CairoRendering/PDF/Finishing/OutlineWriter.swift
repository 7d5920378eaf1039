import Graphics

/// The outline (ISO 32000-1, 12.3.3), which viewers show as bookmarks.
enum OutlineWriter {
  private struct Entry {
    var title: String
    var place: PDFValue
    var level: Int
    var number: Int
    var parent: Int?
    /// 0 for the top.
    var depth: Int
    var children: [Int] = []
    /// How many entries below it are shown at first.
    var shown = 0
  }

  /// Entries less deep than this show their children at first.
  private static let openDepth = 2

  /// The outline's number; nil if no entry leads anywhere. Entries whose place isn't drawn are left out.
  static func write(
    _ items: [DocumentInfo.OutlineItem], _ destinations: DestinationWriter,
    to writer: inout PDFFileWriter
  ) -> Int? {
    var entries: [Entry] = []
    var roots: [Int] = []
    // Entries from the top down to the last one, each of a higher level than the one before.
    var path: [Int] = []
    for item in items {
      guard let place = destinations.reference(to: item.destination) else { continue }
      while let last = path.last, entries[last].level >= item.level { path.removeLast() }
      let index = entries.count
      entries.append(
        Entry(
          title: item.title, place: place, level: item.level, number: writer.reserve(),
          parent: path.last, depth: path.count))
      if let parent = path.last {
        entries[parent].children.append(index)
      } else {
        roots.append(index)
      }
      path.append(index)
    }
    guard let first = roots.first, let last = roots.last else { return nil }
    // Children come behind their parents.
    for index in entries.indices.reversed() {
      guard let parent = entries[index].parent, entries[index].depth <= openDepth else { continue }
      entries[parent].shown += 1 + entries[index].shown
    }

    let outline = writer.reserve()
    for siblings in [roots] + entries.map(\.children) {
      for (place, index) in siblings.enumerated() {
        let entry = entries[index]
        var dictionary: PDFDictionary = [
          "Title": PDFSyntax.text(entry.title), "Dest": entry.place,
          "Parent": .reference(entry.parent.map { entries[$0].number } ?? outline),
        ]
        if place > 0 { dictionary["Prev"] = .reference(entries[siblings[place - 1]].number) }
        if place + 1 < siblings.count {
          dictionary["Next"] = .reference(entries[siblings[place + 1]].number)
        }
        if let first = entry.children.first, let last = entry.children.last {
          dictionary["First"] = .reference(entries[first].number)
          dictionary["Last"] = .reference(entries[last].number)
          let isOpen = entry.depth < openDepth
          dictionary["Count"] = .integer(isOpen ? entry.shown : -entry.children.count)
        }
        writer.write(.dictionary(dictionary), as: entry.number)
      }
    }
    let visible = roots.reduce(roots.count) { $0 + entries[$1].shown }
    writer.write(
      .dictionary([
        "Type": .name("Outlines"), "First": .reference(entries[first].number),
        "Last": .reference(entries[last].number), "Count": .integer(visible),
      ]), as: outline)
    return outline
  }
}
