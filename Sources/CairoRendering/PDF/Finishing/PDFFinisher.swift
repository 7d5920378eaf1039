import Graphics

/// Makes a finished PDF of cairo's: copies its pages and writes all that cairo can't.
///
/// Pages, fonts and images are kept; catalog, structure tree, links, outline and metadata are written anew.
struct PDFFinisher {
  private let source: CairoFile
  private let pages: [DrawnPage]
  private let info: DocumentInfo
  private let options: PDFOptions
  private let deflater: Deflater
  private let inflater: Inflater
  private var writer: PDFFileWriter
  /// New numbers of cairo's objects, and those still to be copied.
  private var numbers: [Int: Int] = [:]
  private var pending: [Int] = []

  static func finish(
    _ bytes: [UInt8], pages: [DrawnPage], info: DocumentInfo, options: PDFOptions
  ) throws(PDFFault) -> [UInt8] {
    guard let deflater = Deflater(level: 6), let inflater = Inflater() else {
      throw PDFFault("there is no memory left")
    }
    var finisher = PDFFinisher(
      source: try CairoFile(bytes), pages: pages, info: info, options: options,
      deflater: deflater, inflater: inflater, writer: PDFFileWriter(deflater: deflater))
    return try finisher.run()
  }

  private mutating func run() throws(PDFFault) -> [UInt8] {
    let kids = try sourcePages()
    let tree = writer.reserve()
    let pageNumbers = pages.map { _ in writer.reserve() }
    let destinations = DestinationWriter(pages, pageNumbers)
    let links = LinkWriter.write(pages, pageNumbers, destinations, to: &writer)
    let isTagged = !info.structure.root.children.isEmpty || info.structure.root.leaf != nil
    var structure: StructureWriter?
    if isTagged {
      structure = try StructureWriter(info.structure, pages, pageNumbers, links)
    }
    for (index, kid) in kids.enumerated() {
      try writePage(kid, index, pageNumbers[index], tree, links[index], structure)
    }
    try copyPending()
    writer.write(
      .dictionary([
        "Type": .name("Pages"), "Count": .integer(pages.count),
        "Kids": .array(pageNumbers.map { .reference($0) }),
      ]), as: tree)

    var catalog: PDFDictionary = [
      "Type": .name("Catalog"), "Pages": .reference(tree), "Lang": PDFSyntax.text(info.language),
      "ViewerPreferences": .dictionary(["DisplayDocTitle": .bool(true)]),
      "PageLabels": .dictionary([
        "Nums": .array([
          .integer(0),
          .dictionary(["S": .name("D"), "St": .integer(max(options.firstPage, 1))]),
        ])
      ]),
    ]
    if let structure {
      catalog["MarkInfo"] = .dictionary(["Marked": .bool(true)])
      catalog["StructTreeRoot"] = .reference(try structure.write(to: &writer))
    }
    let properties = DocumentProperties(info, standards: options.standards)
    var names = PDFDictionary()
    names["Dests"] = destinations.write(to: &writer).map { .reference($0) }
    if let attachments = AttachmentWriter.write(
      options.attachments, date: properties.date, to: &writer)
    {
      names["EmbeddedFiles"] = .reference(attachments.names)
      catalog["AF"] = .array(attachments.files.map { .reference($0) })
    }
    if !names.entries.isEmpty { catalog["Names"] = .dictionary(names) }
    if let outline = OutlineWriter.write(info.outline, destinations, to: &writer) {
      catalog["Outlines"] = .reference(outline)
      catalog["PageMode"] = .name("UseOutlines")
    }
    if options.standards.contains(.a3a) {
      catalog["OutputIntents"] = .array([.reference(OutputIntent.write(to: &writer))])
    }
    catalog["Metadata"] = .reference(properties.writeXMP(to: &writer))
    let root = writer.add(.dictionary(catalog))
    let infoNumber = writer.add(.dictionary(properties.infoDictionary))
    return try writer.finish(root: root, info: infoNumber)
  }

  /// Cairo's page objects in order, as many as were drawn.
  private func sourcePages() throws(PDFFault) -> [Int] {
    guard let tree = try source.dictionary(source.root)["Pages"]?.reference,
      let kids = try source.dictionary(tree)["Kids"]?.array
    else { throw PDFFault("its catalog names no pages") }
    let numbers = kids.compactMap(\.reference)
    guard numbers.count == pages.count, numbers.count == kids.count else {
      throw PDFFault("it has \(kids.count) pages where \(pages.count) were drawn")
    }
    return numbers
  }

  private mutating func writePage(
    _ kid: Int, _ index: Int, _ number: Int, _ tree: Int, _ links: [LinkWriter.Written],
    _ structure: StructureWriter?
  ) throws(PDFFault) {
    let source = try source.dictionary(kid)
    guard source["Type"] == .name("Page"), let contents = source["Contents"]?.reference,
      let box = source["MediaBox"], let resources = source["Resources"]
    else { throw PDFFault("page \(index + 1) lacks contents, size or resources") }
    var page: PDFDictionary = [
      "Type": .name("Page"), "Parent": .reference(tree), "MediaBox": box,
      "Resources": renumbered(resources),
      "Contents": .reference(try writeContents(contents, index, structure)),
    ]
    if let group = source["Group"] { page["Group"] = renumbered(group) }
    if !links.isEmpty { page["Annots"] = .array(links.map { .reference($0.number) }) }
    if structure != nil {
      page["StructParents"] = .integer(index)
      page["Tabs"] = .name("S")
    }
    writer.write(.dictionary(page), as: number)
  }

  private mutating func writeContents(
    _ number: Int, _ index: Int, _ structure: StructureWriter?
  ) throws(PDFFault) -> Int {
    let object = try source.object(number)
    guard let range = object.stream, let dictionary = object.value.dictionary else {
      throw PDFFault("the contents of page \(index + 1) are no stream")
    }
    guard let structure else { return renumber(number) }
    let content: [UInt8]
    switch dictionary["Filter"] {
    case nil: content = Array(source.bytes[range])
    case .name("FlateDecode")?:
      guard let expanded = inflater.expand(source.bytes[range], limit: 1 << 31) else {
        throw PDFFault("the contents of page \(index + 1) can't be expanded")
      }
      content = expanded
    default: throw PDFFault("the contents of page \(index + 1) have an unknown filter")
    }
    let marks = try pages[index].stretches.map { mark throws(PDFFault) -> ContentMarker.Mark in
      switch mark {
      case .leaf(let leaf): .role(try structure.role(of: leaf))
      case .artifact(let artifact): .artifact(artifact)
      }
    }
    return writer.addStream([:], data: try ContentMarker.mark(content, as: marks), compress: true)
  }

  /// The new number of one of cairo's objects, which is copied later if it hasn't been.
  private mutating func renumber(_ number: Int) -> Int {
    if let known = numbers[number] { return known }
    let new = writer.reserve()
    numbers[number] = new
    pending.append(number)
    return new
  }

  private mutating func renumbered(_ value: PDFValue) -> PDFValue {
    switch value {
    case .reference(let number): return .reference(renumber(number))
    case .array(var items):
      for index in items.indices { items[index] = renumbered(items[index]) }
      return .array(items)
    case .dictionary(var dictionary):
      // Cairo names an image as often as it stands on a page, but a key may come only once (ISO 32000-1, 7.3.7).
      var keys: Set<String> = []
      dictionary.entries.removeAll { !keys.insert($0.key).inserted }
      for index in dictionary.entries.indices {
        dictionary.entries[index].value = renumbered(dictionary.entries[index].value)
      }
      return .dictionary(dictionary)
    case .null, .bool, .number, .string, .name: return value
    }
  }

  /// A TrueType font's map from characters to glyphs, which cairo leaves to its default (ISO 19005-3, 6.2.11.3.2).
  private func completed(_ value: PDFValue) -> PDFValue {
    guard case .dictionary(var font) = value, font["Subtype"] == .name("CIDFontType2"),
      font["CIDToGIDMap"] == nil
    else { return value }
    font["CIDToGIDMap"] = .name("Identity")
    return .dictionary(font)
  }

  /// Copies what the pages refer to, and what that refers to.
  private mutating func copyPending() throws(PDFFault) {
    var next = 0
    while next < pending.count {
      let number = pending[next]
      next += 1
      let object = try source.object(number)
      let new = renumber(number)
      guard let range = object.stream, var dictionary = object.value.dictionary else {
        writer.write(completed(renumbered(object.value)), as: new)
        continue
      }
      // The length stands in an object of its own, which isn't needed any more.
      dictionary["Length"] = nil
      guard case .dictionary(let copied) = renumbered(.dictionary(dictionary)) else { continue }
      writer.writeStream(copied, data: source.bytes[range], as: new)
    }
  }
}
