import Graphics

/// Link annotations (ISO 32000-1, 12.5.6.5), one for each line of a link's text.
enum LinkWriter {
  struct Written {
    /// Of the annotation.
    var number: Int
    var leaf: Structure.LeafID?
    var contents: PDFValue
    /// Its key in the parent tree.
    var structParent: Int
  }

  /// The annotations of each page; links to places that aren't drawn are left out.
  static func write(
    _ pages: [DrawnPage], _ pageNumbers: [Int], _ destinations: DestinationWriter,
    to writer: inout PDFFileWriter
  ) -> [[Written]] {
    // The first keys of the parent tree belong to the pages.
    var key = pages.count
    return zip(pages, pageNumbers).map { page, pageNumber in
      page.links.compactMap { link in
        let contents = PDFSyntax.text(link.area.contents)
        var annotation: PDFDictionary = [
          "Type": .name("Annot"), "Subtype": .name("Link"), "Rect": page.flipped(link.area.rect),
          "Border": .array([.integer(0), .integer(0), .integer(0)]), "F": .integer(4),
          "P": .reference(pageNumber), "StructParent": .integer(key),
          "Contents": contents,
        ]
        switch link.area.target {
        case .uri(let uri):
          annotation["A"] = .dictionary([
            "S": .name("URI"), "URI": .string(URIText.ascii(uri)),
          ])
        case .destination(let name):
          guard let place = destinations.reference(to: name) else { return nil }
          annotation["Dest"] = place
        }
        let written = Written(
          number: writer.add(.dictionary(annotation)), leaf: link.leaf, contents: contents,
          structParent: key)
        key += 1
        return written
      }
    }
  }
}
