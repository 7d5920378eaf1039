import Foundation
import Testing

@Suite struct WallTests {
  let table: RoomTable

  init() throws {
    table = RoomTable(markdown: try PackageFolder.text("ARCHITECTURE.md"))
  }

  @Test func everyTargetHasItsRow() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: "\(PackageFolder.path)/Sources")
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(table.rooms.map(\.name)))
  }

  @Test func noTargetImportsWhatItsRowDoesNotName() throws {
    for room in table.rooms {
      let allowed = try #require(table.allowed(in: room.name))
      for found in try ImportReader.imports(of: room.name) {
        #expect(allowed.contains(found.module), "\(found.file) imports \(found.module)")
      }
    }
  }

  @Test func thePackageDeclaresWhatTheRowsName() throws {
    let manifest = try PackageFolder.text("Package.swift")
    let pattern = /room\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?\s*\)/
    var seen: Set<String> = []
    for room in manifest.matches(of: pattern) {
      let name = String(room.1)
      let listed = room.2.map { $0.replacing(/package: "[^"]*"/, with: "") } ?? ""
      let declared = Set(listed.matches(of: /"([\w-]+)"/).map { String($0.1) })
      let row = try #require(table.rooms.first { $0.name == name }?.imports)
      #expect(
        declared.subtracting(["Diagnostics"]) == row.subtracting(["Diagnostics", "brief"]),
        "\(name) in Package.swift")
      seen.insert(name)
    }
    let systemLibraries = Set(
      table.rooms.map(\.name).filter {
        $0.hasPrefix("CC") || $0.hasPrefix("CP") || $0.hasPrefix("CD")
      })
    #expect(seen.union(systemLibraries).union(["brief"]) == Set(table.rooms.map(\.name)))
  }

  @Test(arguments: [
    ("import Graphics", "Graphics"), ("package import Inputs", "Inputs"),
    ("@preconcurrency import Yams", "Yams"), ("  import Glibc", "Glibc"),
    ("private import struct Foundation.URL", "Foundation"),
    ("@_spi(Internals) public import Tables", "Tables"),
  ]) func readsImports(_ line: String, _ module: String) {
    #expect(ImportReader.modules(in: "// import Nothing\n\(line)\nlet x = 1") == [module])
  }
}
