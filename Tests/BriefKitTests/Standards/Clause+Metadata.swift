@testable import CairoRendering

extension Clause {
  /// What the file says of itself (ISO 19005-3, 6.6; ISO 14289-1, 5 and 7.1).
  static let metadata: [Clause] = [
    Clause(
      "A 6.6.2.1", "the metadata are plain XMP, in a packet without attributes of old",
      faults: { file in
        let stream = file.dictionary(file.catalog["Metadata"])
        let text = file.metadata
        return (stream["Filter"] == nil).or("filtered")
          + (stream["Type"] == .name("Metadata") && stream["Subtype"] == .name("XML")).or("no XML")
          + (text.hasPrefix("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")).or(
            "another header")
          + text.hasSuffix("<?xpacket end=\"r\"?>").or("another end")
      }, damage: { $0.metadata = $0.metadata.replacing("?xpacket begin", with: "?xpacket bytes") }),
    Clause(
      "A 6.6.2.3", "schemas that PDF/A doesn't know are described",
      faults: { file in
        let text = file.metadata
        let known = [
          "dc", "xmp", "pdf", "pdfaid", "pdfuaid", "rdf", "x", "xml", "xmlns", "pdfaExtension",
          "pdfaSchema", "pdfaProperty",
        ]
        let prefixes = text.split(separator: "<").compactMap { tag in
          tag.drop { $0 == "/" }.split { ": />".contains($0) }.first.map(String.init)
        }
        return prefixes.filter { !known.contains($0) && !$0.hasPrefix("?") }
          + text.contains("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>").or("pdfuaid is not")
          + text.contains("<pdfaProperty:name>part</pdfaProperty:name>").or("its part is not")
      },
      damage: { $0.metadata = $0.metadata.replacing("<pdfaSchema:prefix>pdfuaid", with: "<x>") }),
    Clause(
      "A 6.6.3", "properties and metadata say the same",
      faults: { file in
        [
          ("Title", file.property("dc:title")), ("Author", file.property("dc:creator")),
          ("Subject", file.property("dc:description")),
          ("Keywords", file.property("pdf:Keywords")),
          ("Creator", file.property("xmp:CreatorTool")),
          ("Producer", file.property("pdf:Producer")),
          ("CreationDate", file.property("xmp:CreateDate").map(FinishedPDF.date)),
          ("ModDate", file.property("xmp:ModifyDate").map(FinishedPDF.date)),
        ].filter { file.text(file.info[$0.0]) != $0.1 }.map { "\($0.0)" }
          + file.info.entries.map(\.key).filter { key in
            ![
              "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate",
              "ModDate",
            ].contains(key)
          }
      },
      damage: { file in
        file.set("Title", of: file.trailer["Info"]?.reference, to: .string([0x61]))
      }),
    Clause(
      "A 6.6.4", "the metadata say PDF/A-3, level A",
      faults: { file in
        (file.property("pdfaid:part") == "3").or("part")
          + (file.property("pdfaid:conformance") == "A").or("conformance")
      },
      damage: { file in
        file.metadata = file.metadata.replacing(
          "<pdfaid:conformance>A", with: "<pdfaid:conformance>B")
      }),
    Clause(
      "UA 5", "the metadata say PDF/UA-1",
      faults: { ($0.property("pdfuaid:part") == "1").or("part") },
      damage: { $0.metadata = $0.metadata.replacing("<pdfuaid:part>1", with: "<pdfuaid:part>2") }),
    Clause(
      "UA 7.1", "the document has a title, which its window shows",
      faults: { file in
        (file.property("dc:title")?.isEmpty == false).or("no title")
          + (file.dictionary(file.catalog["ViewerPreferences"])["DisplayDocTitle"] == .bool(true))
          .or("the window shows the file's name")
      }, damage: { $0.catalog["ViewerPreferences"] = nil }),
    Clause(
      "A 6.8; UA 7.11", "each attached file says what it is, and to what it belongs",
      faults: { file in
        let associated = file.array(file.catalog["AF"]).compactMap(\.reference)
        let named = file.entries(
          of: file.dictionary(file.catalog["Names"])["EmbeddedFiles"], "Names")
        let keys = named.map(\.key)
        return file.fileSpecifications.flatMap { number -> [String] in
          let specification = file.objects[number]?.value.dictionary ?? [:]
          let files = file.dictionary(specification["EF"])
          let stream = file.dictionary(files["UF"])
          let relations = ["Source", "Data", "Alternative", "Supplement", "Unspecified"]
          return (specification["F"] != nil && specification["UF"] != nil).or("no name")
            + (file.text(specification["Desc"])?.isEmpty == false).or("no description")
            + relations.contains(file.name(specification["AFRelationship"]) ?? "").or("no relation")
            + (files["F"] == files["UF"]).or("two files")
            + (file.name(stream["Subtype"])?.lowercased().contains("#2f") == true).or(
              "no media type")
            + (file.dictionary(stream["Params"])["ModDate"] != nil).or("no date")
            + associated.contains(number).or("not associated")
            + named.contains { $0.value.reference == number }.or("not named")
        }
          + (associated.count == file.fileSpecifications.count).or("other associated files")
          + (Set(keys.map { file.text($0) ?? "" }).count == keys.count).or("one name twice")
      }, damage: { $0.set("AFRelationship", of: $0.fileSpecifications.first, to: nil) }),
    Clause(
      "A 6.7.4; UA 7.2", "languages are named as BCP 47 does, the document's first of all",
      faults: { file in
        var faults = (file.text(file.catalog["Lang"])?.isEmpty == false).or("the document's")
        file.dictionaries { dictionary, number in
          guard let language = dictionary["Lang"] else { return }
          let parts = (file.text(language) ?? "").split(
            separator: "-", omittingEmptySubsequences: false)
          if !(2...3).contains(parts[0].count)
            || !parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isASCII) })
          {
            faults.append("object \(number)")
          }
        }
        return faults + (file.property("dc:language") == file.text(file.catalog["Lang"])).or("XMP")
      }, damage: { $0.set("Lang", of: $0.first("P"), to: .string(Array("Korean".utf8))) }),
  ]
}

extension FinishedPDF {
  /// The text of a property of the metadata, its lists' first item.
  func property(_ name: String) -> String? {
    guard let start = metadata.firstRange(of: "<\(name)>"),
      let end = metadata.firstRange(of: "</\(name)>")
    else { return nil }
    var text = metadata[start.upperBound..<end.lowerBound]
    if let item = text.firstRange(of: "<rdf:li"), let close = text.firstRange(of: "</rdf:li>") {
      text = text[item.upperBound..<close.lowerBound].drop { $0 != ">" }.dropFirst()
    }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  /// A date of XMP as PDF writes it.
  fileprivate static func date(_ iso: String) -> String {
    "D:" + iso.filter(\.isNumber) + "Z"
  }
}
