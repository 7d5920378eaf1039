import Graphics

/// Attachments: each a file specification that the catalog lists twice, by name and as associated with the document.
enum AttachmentWriter {
  struct Written {
    /// The name tree's number.
    var names: Int
    /// The numbers of the file specifications, in order.
    var files: [Int]
  }

  /// Nil without attachments.
  static func write(
    _ attachments: [PDFAttachment], date: CivilTime?, to writer: inout PDFFileWriter
  ) -> Written? {
    guard !attachments.isEmpty else { return nil }
    var entries: [(name: [UInt8], value: PDFValue)] = []
    let files = attachments.map { attachment in
      let file = write(attachment, date: date, to: &writer)
      entries.append((PDFSyntax.textBytes(attachment.name), .reference(file)))
      return file
    }
    let names = PDFTree.write(PDFTree.sorted(entries), as: "Names", to: &writer)
    return Written(names: names, files: files)
  }

  private static func write(
    _ attachment: PDFAttachment, date: CivilTime?, to writer: inout PDFFileWriter
  ) -> Int {
    var parameters: PDFDictionary = ["Size": .integer(attachment.bytes.count)]
    if let date { parameters["ModDate"] = .string(Array(date.pdf.utf8)) }
    let stream = writer.addStream(
      [
        "Type": .name("EmbeddedFile"), "Subtype": PDFSyntax.name(attachment.mediaType),
        "Params": .dictionary(parameters),
      ], data: attachment.bytes, compress: true)
    // Readers of before PDF 1.7 know `F` alone, in which only ASCII is safe.
    let plain = attachment.name.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x5F }
    return writer.add(
      .dictionary([
        "Type": .name("Filespec"), "F": .string(plain), "UF": PDFSyntax.text(attachment.name),
        "Desc": PDFSyntax.text(attachment.description),
        "AFRelationship": .name(attachment.relationship.rawValue),
        "EF": .dictionary(["F": .reference(stream), "UF": .reference(stream)]),
      ]))
  }
}
