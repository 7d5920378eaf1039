import BriefKit
import Diagnostics
import Foundation
import Testing

@Suite struct OutputWriterTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(["old.pdf": "old", "file/inner.txt": "x"])
  }

  @Test func makesTheFoldersOnTheWay() throws {
    try OutputWriter().write([1, 2], to: "\(folder.path)/a/b/c.pdf")
    #expect(try folder.bytes("a/b/c.pdf") == [1, 2])
  }

  @Test func replacesAFileAndLeavesNothingElse() throws {
    try OutputWriter().write(Array("new".utf8), to: "\(folder.path)/old.pdf")
    #expect(try folder.text("old.pdf") == "new")
    #expect(try folder.files == ["file/inner.txt", "old.pdf"])
  }

  @Test(arguments: [
    ("old.pdf/x.pdf", "\"DIR/old.pdf\" is not a folder"),
    ("old.pdf/deeper/x.pdf", "\"DIR/old.pdf/deeper\" can't be written: Not a directory"),
    ("file", "\"DIR/file\" can't be written: there is a folder of that name"),
  ])
  func saysWhatCannotBeWritten(_ path: String, _ message: String) throws {
    let before = try folder.files
    let fault = #expect(throws: OutputWriter.Fault.self) {
      try OutputWriter().write([1], to: "\(folder.path)/\(path)")
    }
    #expect(fault?.diagnostic.message.replacing(folder.path, with: "DIR") == message)
    #expect(try folder.files == before)
  }

}
