import BriefKit
import Testing

@Suite struct ReportTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try SmallReport.folder()
  }

  private func render(_ data: String, to output: String) throws(BriefError) -> Report.Brief {
    try Report(path: "\(folder.path)/r", settings: RunSettings(home: PackageFolder.path))
      .render(
        DataBinding(files: [DataArgument(path: "\(folder.path)/\(data)")]),
        to: "\(folder.path)/\(output)")
  }

  @Test func aBriefNamesItsFilesAndPages() throws {
    let brief = try render("d.json", to: "x.pdf")
    #expect(brief.files == ["\(folder.path)/x.pdf"])
    #expect(brief.pageCount == 1)
    #expect(brief.warnings == [])
  }

  @Test func aPreparedReportRendersManyAndEachAsIfAlone() throws {
    let report = Report(path: "\(folder.path)/r", settings: RunSettings(home: PackageFolder.path))
    var prepared = try report.prepared()
    for count in 1...3 {
      let json = "{\"name\": \"모임\", \"count\": \(count)}"
      try folder.write(json, to: "d.json")
      _ = try prepared.render(json: Array(json.utf8), to: "\(folder.path)/a.pdf")
      _ = try render("d.json", to: "b.pdf")
      #expect(try folder.bytes("a.pdf") == folder.bytes("b.pdf"))
    }
    let error = #expect(throws: BriefError.self) {
      try prepared.render(json: Array("{}".utf8), to: "\(folder.path)/a.pdf")
    }
    #expect(
      error?.messages.map(\.id) == ["template.unknown", "template.unknown", "template.unknown"])
  }

  @Test func aFaultInTheDataTellsItsPlace() throws {
    try folder.write("{\"name\": 1,}", to: "bad.json")
    let error = #expect(throws: BriefError.self) { try render("bad.json", to: "x.pdf") }
    #expect(error?.code == .input)
    let message = try #require(error?.messages.first)
    #expect(message.id == "json.trailing-comma")
    #expect(message.isError)
    #expect(message.text == "a comma stands before the closing \"}\"")
    #expect(message.hints == ["remove the comma"])
    #expect(message.file == "\(folder.path)/bad.json")
    #expect(message.position?.line == 1)
    #expect(message.position?.column == 11)
    #expect(message.description.hasPrefix("\(folder.path)/bad.json:1:11: error: a comma"))
  }

  @Test func whatAPDFCantBeIsWrongUsage() throws {
    let report = Report(
      path: "\(folder.path)/r", settings: RunSettings(home: PackageFolder.path))
    let data = DataBinding(files: [DataArgument(path: "\(folder.path)/d.json")])
    let error = #expect(throws: BriefError.self) {
      try report.render(
        data, to: "\(folder.path)/x.pdf",
        pdf: PDFSettings(protection: PDFProtection(permissions: [.print])))
    }
    #expect(error?.code == .usage)
    #expect(error?.messages.map(\.id) == ["usage.password"])
  }

  @Test func anOutputThatCannotBeWrittenHasItsOwnCode() throws {
    let error = #expect(throws: BriefError.self) { try render("d.json", to: "d.json/x.pdf") }
    #expect(error?.code == .output)
  }
}
