import Diagnostics
import Inputs
import Testing

struct WorkspaceTests {
  static let store = MemoryFileStore(
    files: [
      "/report/report.md": Array("# 보고".utf8), "/report/charts/sectors.vl.json": Array("{}".utf8),
      "/report/charts/차트.vl.json": [], "/data/summit.json": Array("[1]".utf8),
      "/data/other.json": [],
      "/secret/key": [],
    ],
    links: [
      "/report/out": "/secret", "/report/in.json": "/report/charts/sectors.vl.json",
      "/report/key": "/secret/key", "/a": "/b", "/b": "/a", "/report/round": "/a",
    ],
    standardInput: Array("[2]".utf8))

  private let workspace = Workspace(
    roots: ["/report"], files: ["/data/summit.json", "/data/mising.json"], clock: .fixed(7),
    store: Self.store)

  private func complaint(_ path: String, relativeTo folder: String? = nil) -> String? {
    do throws(DiagnosticError) {
      _ = try workspace.read(path, relativeTo: folder)
      return nil
    } catch {
      return error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
    }
  }

  @Test func readsFilesBelowItsRootsUnderTheNameAsTyped() throws {
    let source = try workspace.read("report/./charts/../report.md")
    #expect(source.name == "report/./charts/../report.md")
    #expect(source.bytes == Array("# 보고".utf8))
  }

  @Test func readsRelativeToAFolder() throws {
    let source = try workspace.read("charts/sectors.vl.json", relativeTo: "report")
    #expect(source.name == "report/charts/sectors.vl.json")
    #expect(
      try workspace.read("/report/report.md", relativeTo: "elsewhere").name == "/report/report.md")
  }

  @Test func readsFilesGivenByThemselvesButNotTheirNeighbours() throws {
    #expect(try workspace.read("/data/summit.json").bytes == Array("[1]".utf8))
    #expect(complaint("/data/other.json")?.contains("lies outside") == true)
  }

  @Test func readsStandardInput() throws {
    let source = try workspace.read("-")
    #expect(source.name == "<stdin>")
    #expect(source.bytes == Array("[2]".utf8))
  }

  @Test func linksInsideTheRootsAreFollowed() throws {
    #expect(try workspace.read("report/in.json").bytes == Array("{}".utf8))
  }

  @Test(arguments: [
    "/secret/key", "secret/key", "report/../secret/key", "report/charts/../../secret/key",
    "/report/key",
    "report/out/key", "report/charts/../out/key", "/secret/nothing", "/nothing",
    "report/../nothing",
    "/reports/x", "/", "..", "/data", "report/out/missing",
  ])
  func refusesWhatLiesOutside(path: String) {
    #expect(
      complaint(path) == """
        \(path): error: "\(path)" lies outside the folders that may be read
          hint: copy the file into the report's folder, or pass it with --data NAME=FILE
        """)
    #expect(!workspace.exists(path) && !workspace.isFolder(path))
  }

  @Test(arguments: [
    (
      "report/charts/sectrs.vl.json",
      """
      report/charts/sectrs.vl.json: error: there is no file "report/charts/sectrs.vl.json"
        hint: did you mean "sectors.vl.json"?
      """
    ),
    (
      "report/chart/sectors.vl.json",
      """
      report/chart/sectors.vl.json: error: there is no file "report/chart/sectors.vl.json": the folder "chart" is missing
        hint: did you mean "charts"?
      """
    ),
    (
      "report/report.md/x",
      """
      report/report.md/x: error: there is no file "report/report.md/x"
      """
    ),
    (
      "/data/mising.json",
      """
      /data/mising.json: error: there is no file "/data/mising.json"
        hint: did you mean "missing.json"?
      """
    ),
    (
      "report/charts",
      """
      report/charts: error: "report/charts" is a folder, where a file is expected
        hint: name a file in it
      """
    ),
    (
      "https://example.com/a.json",
      """
      error: "https://example.com/a.json" is an address, and the network is never read
        hint: save the file beside the spec and write its name
      """
    ),
    (
      "//example.com/a.json",
      """
      error: "//example.com/a.json" is an address, and the network is never read
        hint: save the file beside the spec and write its name
      """
    ),
    (
      "FILE:///report/report.md",
      """
      error: "FILE:///report/report.md" is an address, where a path is expected
        hint: write the path without "file:"
      """
    ),
    (
      "data:text/plain,x",
      """
      error: a "data:" address stands where a path is expected
        hint: save the data as a file beside the spec and write its name
      """
    ),
    (
      "",
      """
      error: the path is empty
        hint: write the name of a file
      """
    ),
    (
      "report/report.md\u{0}.png",
      """
      error: the path holds the character U+0000
        hint: write the name of a file
      """
    ),
  ])
  func saysWhatIsWrongWithAPath(path: String, message: String) {
    // The missing file given by itself has a neighbour of nearly its name.
    let files = ["/report/report.md", "/report/charts/sectors.vl.json", "/data/missing.json"]
    let store = MemoryFileStore(files: Dictionary(uniqueKeysWithValues: files.map { ($0, []) }))
    let workspace = Workspace(roots: ["/report"], files: ["/data/mising.json"], store: store)
    let error = #expect(throws: DiagnosticError.self) { try workspace.read(path) }
    #expect(error?.diagnostics.map { $0.rendered(.plain) } == [message])
  }

  @Test func refusesMoreBytesThanTheLimit() {
    var limits = Limits()
    limits[.inputBytes] = 1
    for path in ["report/report.md", "-"] {
      let error = #expect(throws: DiagnosticError.self) { try workspace.read(path, limits: limits) }
      #expect(error?.diagnostics.map(\.id) == ["limit.input-bytes"])
    }
  }

  @Test func findsANameInAnotherNormalization() throws {
    let decomposed = "\u{110E}\u{1161}\u{1110}\u{1173}.vl.json"
    #expect(try workspace.read("report/charts/\(decomposed)").bytes == [])
    #expect(workspace.exists("charts/\(decomposed)", relativeTo: "/report"))
  }

  @Test func listsAFolderSorted() throws {
    #expect(
      try workspace.list("report") == ["charts", "in.json", "key", "out", "report.md", "round"])
    #expect(
      try workspace.list("charts", relativeTo: "report") == ["sectors.vl.json", "차트.vl.json"])
    let error = #expect(throws: DiagnosticError.self) { try workspace.list("report/report.md") }
    #expect(
      error?.diagnostics.map(\.message) == [
        "\"report/report.md\" is a file, where a folder is expected"
      ])
  }

  @Test func tellsFilesFromFolders() {
    #expect(workspace.exists("report/report.md") && !workspace.isFolder("report/report.md"))
    #expect(workspace.exists("report") && workspace.isFolder("report"))
    #expect(!workspace.exists("report/nothing") && !workspace.isFolder("https://a.b"))
  }

  @Test func resolvesPathsForLibrariesThatOpenFilesThemselves() throws {
    #expect(
      try workspace.resolvedPath("in.json", relativeTo: "report")
        == "/report/charts/sectors.vl.json")
    #expect(throws: DiagnosticError.self) { try workspace.resolvedPath("report/key") }
  }

  @Test func theClockIsTheGivenOne() {
    #expect(workspace.clock.now() == 7)
    // 2020-01-01: no machine that runs this has a clock before it.
    #expect(WallClock.system.now() > 1_577_836_800)
  }

  @Test func aWorkspaceOfTextsReadsThemAll() throws {
    let workspace = Workspace(files: ["report/report.md": "# 제목", "data.json": "{}"])
    #expect(try workspace.read("report.md", relativeTo: "report").bytes == Array("# 제목".utf8))
    #expect(try workspace.list("/") == ["data.json", "report"])
  }
}

/// A store whose one file can't be read.
private struct FaultyStore: FileStore {
  let fault: FileFault
  let workingFolder = "/"

  func realPath(_ path: String) throws(FileFault) -> String { path }
  func kind(_ realPath: String) throws(FileFault) -> FileKind { throw fault }
  func read(_ realPath: String, limit: Int) throws(FileFault) -> [UInt8] { throw fault }
  func names(in realPath: String) throws(FileFault) -> [String] { throw fault }
  func readStandardInput(limit: Int) throws(FileFault) -> [UInt8] { throw fault }
}

struct FileFaultTests {
  @Test(
    arguments: [
      (.notFound, "there is no file \"/a\""), (.notAllowed, "\"/a\" may not be read"),
      (.notFile(.folder), "\"/a\" is a folder, where a file is expected"),
      (.notFile(.other), "\"/a\" is a pipe or a device, where a file is expected"),
      (.notFolder, "\"/a\" is a file, where a folder is expected"),
      (.tooManyLinks, "\"/a\" is a link that leads round in circles"),
      (.nameTooLong, "the path \"/a\" is too long"),
      (.tooLarge, "\"/a\" passes the limit of 268435456 bytes"),
      (.system("Input/output error"), "\"/a\" can't be read: Input/output error"),
    ] as [(FileFault, String)])
  func everyFaultOfAStoreHasItsMessage(fault: FileFault, message: String) {
    let workspace = Workspace(roots: ["/"], store: FaultyStore(fault: fault))
    let error = #expect(throws: DiagnosticError.self) { try workspace.read("/a") }
    #expect(error?.diagnostics.map(\.message) == [message])
    #expect(error?.diagnostics.map { $0.location?.shown } == ["/a"])
  }
}
