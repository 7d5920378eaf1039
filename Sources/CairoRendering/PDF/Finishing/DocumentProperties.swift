import CCairo
import Graphics

/// What the document says of itself, as an information dictionary and as XMP; the two always agree.
struct DocumentProperties {
  private let info: DocumentInfo
  private let standards: Set<PDFStandard>
  let date: CivilTime?
  private let producer: String

  init(_ info: DocumentInfo, standards: Set<PDFStandard>) {
    self.info = info
    self.standards = standards
    date = info.created.flatMap(CivilTime.init(secondsSince1970:))
    let cairo = cairo_version_string().map { String(cString: $0) } ?? ""
    producer = "\(info.creator); cairo \(cairo)"
  }

  /// ISO 32000-1, 14.3.3.
  var infoDictionary: PDFDictionary {
    var dictionary: PDFDictionary = ["Title": PDFSyntax.text(info.title)]
    if let author = info.author { dictionary["Author"] = PDFSyntax.text(author) }
    if let subject = info.subject { dictionary["Subject"] = PDFSyntax.text(subject) }
    if !info.keywords.isEmpty { dictionary["Keywords"] = PDFSyntax.text(keywords) }
    dictionary["Creator"] = PDFSyntax.text(info.creator)
    dictionary["Producer"] = PDFSyntax.text(producer)
    if let date {
      dictionary["CreationDate"] = .string(Array(date.pdf.utf8))
      dictionary["ModDate"] = .string(Array(date.pdf.utf8))
    }
    return dictionary
  }

  private var keywords: String { info.keywords.joined(separator: ", ") }

  /// Writes the metadata stream (14.3.2), left uncompressed so that any program finds it.
  func writeXMP(to writer: inout PDFFileWriter) -> Int {
    writer.addStream(
      ["Type": .name("Metadata"), "Subtype": .name("XML")], data: Array(xmp.utf8), compress: false)
  }

  private var xmp: String {
    var lines = [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        + " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        + " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">",
      "<dc:format>application/pdf</dc:format>",
      "<dc:title>\(alternative(info.title))</dc:title>",
    ]
    if let author = info.author {
      lines.append("<dc:creator><rdf:Seq><rdf:li>\(author.xml)</rdf:li></rdf:Seq></dc:creator>")
    }
    if let subject = info.subject {
      lines.append("<dc:description>\(alternative(subject))</dc:description>")
    }
    if !info.keywords.isEmpty {
      let items = info.keywords.map { "<rdf:li>\($0.xml)</rdf:li>" }.joined()
      lines.append("<dc:subject><rdf:Bag>\(items)</rdf:Bag></dc:subject>")
      lines.append("<pdf:Keywords>\(keywords.xml)</pdf:Keywords>")
    }
    lines.append(
      "<dc:language><rdf:Bag><rdf:li>\(info.language.xml)</rdf:li></rdf:Bag></dc:language>")
    lines.append("<xmp:CreatorTool>\(info.creator.xml)</xmp:CreatorTool>")
    if let date {
      lines.append("<xmp:CreateDate>\(date.iso)</xmp:CreateDate>")
      lines.append("<xmp:ModifyDate>\(date.iso)</xmp:ModifyDate>")
    }
    lines.append("<pdf:Producer>\(producer.xml)</pdf:Producer>")
    if standards.contains(.a3a) {
      lines.append("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
    }
    if standards.contains(.ua1) { lines.append("<pdfuaid:part>1</pdfuaid:part>") }
    lines.append("</rdf:Description>")
    if standards.isSuperset(of: [.a3a, .ua1]) { lines.append(Self.extensionSchema) }
    lines += ["</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>"]
    return lines.joined(separator: "\n")
  }

  private func alternative(_ text: String) -> String {
    "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(text.xml)</rdf:li></rdf:Alt>"
  }

  /// PDF/A wants every schema described that it doesn't know itself (ISO 19005-3, 6.6.2.3).
  private static let extensionSchema = """
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>
    """
}
