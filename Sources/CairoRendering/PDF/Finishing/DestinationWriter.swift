import Graphics

/// Named places of the document (ISO 32000-1, 12.3.2.3).
struct DestinationWriter {
  private var places: [String: PDFValue] = [:]
  private var order: [String] = []

  /// Where a name is given twice, the first place counts.
  init(_ pages: [DrawnPage], _ pageNumbers: [Int]) {
    for (page, number) in zip(pages, pageNumbers) {
      for destination in page.destinations where places[destination.name] == nil {
        order.append(destination.name)
        places[destination.name] = .array([
          .reference(number), .name("XYZ"), .real(destination.point.x),
          .real(page.size.height - destination.point.y), .null,
        ])
      }
    }
  }

  /// What a link or an outline entry carries; nil for a place that lies on no drawn page.
  func reference(to name: String) -> PDFValue? {
    places[name] == nil ? nil : .string(Array(name.utf8))
  }

  /// The name tree's number; nil without places.
  func write(to writer: inout PDFFileWriter) -> Int? {
    guard !order.isEmpty else { return nil }
    let entries = order.compactMap { name in
      places[name].map { (name: Array(name.utf8), value: $0) }
    }
    return PDFTree.write(PDFTree.sorted(entries), as: "Names", to: &writer)
  }
}
