/// Says that the document's colours are sRGB (ISO 19005-3, 6.2.3).
enum OutputIntent {
  static func write(to writer: inout PDFFileWriter) -> Int {
    let profile = writer.addStream(
      ["N": .integer(3)], data: ColorProfile.sRGB(), compress: true)
    return writer.add(
      .dictionary([
        "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
        "OutputConditionIdentifier": .string(Array("sRGB IEC61966-2.1".utf8)),
        "Info": .string(Array("sRGB IEC61966-2.1".utf8)),
        "DestOutputProfile": .reference(profile),
      ]))
  }
}
