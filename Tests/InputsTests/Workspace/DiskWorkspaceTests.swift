import Diagnostics
import Foundation
import Inputs
import Testing

/// The workspace over real files, pipes and links.
final class DiskWorkspaceTests {
  private let folder: String
  private let workspace: Workspace

  init() throws {
    let manager = FileManager.default
    let temporary = manager.temporaryDirectory.appendingPathComponent(
      "briefkit-\(UUID().uuidString)")
    folder = temporary.path
    try manager.createDirectory(atPath: folder + "/root/sub", withIntermediateDirectories: true)
    try Data("[1]".utf8).write(to: temporary.appendingPathComponent("root/a.json"))
    try Data("secret".utf8).write(to: temporary.appendingPathComponent("outside.json"))
    try manager.createSymbolicLink(
      atPath: folder + "/root/escape.json", withDestinationPath: "../outside.json")
    try manager.createSymbolicLink(atPath: folder + "/root/up", withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: folder + "/root/in.json", withDestinationPath: "a.json")
    try manager.createSymbolicLink(atPath: folder + "/root/loop", withDestinationPath: "loop")
    try manager.createSymbolicLink(
      atPath: folder + "/root/dangling", withDestinationPath: "nowhere")
    mkfifo(folder + "/root/pipe", 0o600)
    workspace = Workspace(roots: [folder + "/root"])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func id(_ path: String) -> String? {
    do throws(DiagnosticError) {
      _ = try workspace.read(path, relativeTo: folder + "/root")
      return nil
    } catch {
      return error.diagnostics.map(\.id).joined(separator: " ")
    }
  }

  @Test func readsFilesAndLinksInsideTheRoot() throws {
    #expect(try workspace.read("a.json", relativeTo: folder + "/root").bytes == Array("[1]".utf8))
    #expect(try workspace.read("in.json", relativeTo: folder + "/root").bytes == Array("[1]".utf8))
    #expect(
      try workspace.read("sub/../a.json", relativeTo: folder + "/root").name.hasSuffix(
        "sub/../a.json"))
  }

  @Test(arguments: [
    ("escape.json", "file.outside"), ("up/outside.json", "file.outside"),
    ("../outside.json", "file.outside"),
    ("/etc/passwd", "file.outside"), ("up/root/a.json", nil), ("pipe", "file.kind"),
    ("sub", "file.folder"),
    ("loop", "file.links"), ("dangling", "file.missing"), ("nothing", "file.missing"),
    ("a.json/x", "file.missing"),
    ("nothing/../../outside.json", "file.missing"), ("/dev/zero", "file.outside"),
  ])
  func answersForEachKindOfPath(path: String, expected: String?) {
    #expect(id(path) == expected)
  }

  @Test func aDeviceInTheRootsIsRefusedWithoutReading() {
    let error = #expect(throws: DiagnosticError.self) {
      try Workspace(roots: ["/dev"]).read("/dev/zero")
    }
    #expect(error?.diagnostics.map(\.id) == ["file.kind"])
  }

  @Test func tooLongNamesAreRefused() {
    #expect(id(String(repeating: "x", count: 300)) == "file.name")
    #expect(id(String(repeating: "x/", count: 5000)) != nil)
  }

  @Test(.enabled(if: getuid() != 0, "root may read every file"))
  func aFileThatMayNotBeReadSaysSo() {
    chmod(folder + "/root/a.json", 0)
    #expect(id("a.json") == "file.permission")
  }

  @Test func largeFilesAreReadWholeOrRefused() throws {
    let bytes = [UInt8]((0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/root/large"))
    #expect(try workspace.read(folder + "/root/large").bytes == bytes)
    var limits = Limits()
    limits[.inputBytes] = bytes.count - 1
    let error = #expect(throws: DiagnosticError.self) {
      try workspace.read(folder + "/root/large", limits: limits)
    }
    #expect(error?.diagnostics.map(\.id) == ["limit.input-bytes"])
  }

  /// Files of the kernel have no size before they are read.
  @Test func filesWithoutASizeAreRead() throws {
    #expect(try !Workspace(roots: ["/proc"]).read("/proc/version").bytes.isEmpty)
  }

  @Test func listsSorted() throws {
    #expect(
      try workspace.list(folder + "/root")
        == ["a.json", "dangling", "escape.json", "in.json", "loop", "pipe", "sub", "up"])
  }

  @Test func aFileAllowedByItselfMayBeALink() throws {
    let workspace = Workspace(roots: [], files: [folder + "/root/escape.json"])
    #expect(try workspace.read(folder + "/root/escape.json").bytes == Array("secret".utf8))
    #expect(!workspace.exists(folder + "/root/a.json"))
  }
}
