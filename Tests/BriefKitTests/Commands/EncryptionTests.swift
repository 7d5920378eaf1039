import Foundation
import Testing

@Suite(.enabled(if: Program.isThere("qpdf"), "qpdf is not installed"))
struct EncryptionTests {
  private func render(
    _ folder: TemporaryFolder, _ words: [String], to output: String = "x.pdf"
  ) -> CommandRun {
    CommandRun(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/\(output)",
      ] + words)
  }

  private func ask(_ folder: TemporaryFolder, _ words: String...) throws -> String {
    try Program.run("qpdf", words + ["\(folder.path)/x.pdf"]).output
  }

  @Test func aPasswordOpensTheFileAndNothingElseDoes() throws {
    let folder = try SmallReport.folder()
    let run = render(folder, ["--password", "열려라 \"참깨\" \\ -x", "--standard", "pdf17"])
    #expect(run.errors == "")
    #expect(run.code == 0)
    #expect(try ask(folder, "--check").contains("invalid password"))
    let shown = try ask(folder, "--password=열려라 \"참깨\" \\ -x", "--show-encryption")
    #expect(shown.contains("R = 6") && shown.contains("stream encryption method: AESv3"))
    #expect(shown.contains("Supplied password is owner password"))
    let checked = try ask(folder, "--password=열려라 \"참깨\" \\ -x", "--check")
    #expect(checked.contains("No syntax or stream encoding errors found"))
    // Nothing can be read without it.
    #expect(try folder.bytes("x.pdf").firstRange(of: Array("BriefKit 0".utf8)) == nil)
  }

  @Test func permissionsBindWhoeverIsntTheOwner() throws {
    let folder = try SmallReport.folder()
    #expect(render(folder, ["--owner-password", "주인", "--permissions", "print"]).code == 0)
    let shown = try ask(folder, "--show-encryption")
    for row in [
      "extract for accessibility: allowed", "extract for any purpose: not allowed",
      "print low resolution: allowed", "print high resolution: allowed",
      "modify document assembly: not allowed", "modify annotations: not allowed",
      "modify other: not allowed",
    ] {
      #expect(shown.contains(row), "\(row) in \(shown)")
    }
    #expect(
      render(folder, ["--owner-password", "주인", "--permissions", "change,annotate"]).code == 0)
    let other = try ask(folder, "--show-encryption")
    #expect(other.contains("modify anything: allowed") && other.contains("resolution: not allowed"))
  }

  /// PDF/A forbids encryption; PDF/UA doesn't.
  @Test func anEncryptedFileSaysThatItIsNoArchive() throws {
    let folder = try SmallReport.folder()
    let run = render(folder, ["--password", "p"])
    #expect(
      run.errors == """
        warning: an encrypted file is no archive: it says that it is PDF/UA-1, not PDF/A
          hint: leave out the password for an archive, or say --standard pdf17

        """)
    _ = try Program.run(
      "qpdf", ["--password=p", "--decrypt", "\(folder.path)/x.pdf", "\(folder.path)/open.pdf"])
    let file = try FinishedPDF(folder.bytes("open.pdf"))
    #expect(file.property("pdfuaid:part") == "1")
    #expect(file.property("pdfaid:part") == nil)
  }

  @Test(arguments: [
    (["--password", ""], "--password is empty"),
    (
      ["--password", String(repeating: "가", count: 43)],
      "--password has 129 bytes, of which only 127 count"
    ),
    (["--permissions", "print"], "permissions bind nobody without an owner's password of its own"),
    (
      ["--password", "a", "--owner-password", "a", "--permissions", "none"],
      "permissions bind nobody without an owner's password of its own"
    ),
    (
      ["--owner-password", "a"],
      "--owner-password protects nothing: everybody may open the file and do all"
    ),
  ])
  func whatWouldProtectNothingIsWrongUsage(_ words: [String], _ message: String) throws {
    let folder = try SmallReport.folder()
    let run = render(folder, words)
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("error: \(message)\n"), "\(run.errors)")
    #expect(try folder.files == ["d.json", "r/report.md"])
  }

  @Test(arguments: [
    ["--password", "a"], ["--embed"], ["--standard", "pdf17"], ["--owner-password", "a"],
  ])
  func settingsOfAPDFNeedOne(_ words: [String]) throws {
    let folder = try SmallReport.folder()
    let run = render(folder, words, to: "x.png")
    #expect(run.code == 64)
    #expect(
      run.errors == """
        error: --standard, --embed, --password and their like are for a PDF, and none is written
          hint: write one: --format pdf,png, or -o brief.pdf

        """)
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't built"))
  func withoutQPDFItIsSaidWhatToInstall() throws {
    let folder = try SmallReport.folder()
    let outcome = try BriefProgram.run(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/x.pdf", "--password", "a",
      ], environment: ["PATH": "/nonexistent"])
    #expect(outcome.code == 74)
    #expect(
      outcome.errors == """
        error: a PDF is encrypted by qpdf, which isn't installed
          hint: install it: apt-get install qpdf

        """)
    #expect(try folder.files == ["d.json", "r/report.md"])
  }

  /// A program in qpdf's place sees neither password in its arguments or environment, and both in what it is told.
  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't built"))
  func passwordsStandInNoArguments() throws {
    let folder = try SmallReport.folder([
      "bin/qpdf": """
      #!/bin/sh
      { echo "$@"; env; } > "$(dirname "$0")/seen"
      cat > "$(dirname "$0")/told"
      echo "out of order" >&2
      exit 2
      """
    ])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/qpdf")
    let outcome = try BriefProgram.run(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/x.pdf", "--password", "geheim", "--owner-password", "besitz",
      ], environment: ["PATH": "\(folder.path)/bin:/usr/bin:/bin"])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("error: qpdf could not encrypt the PDF: out of order\n"))
    let (seen, told) = (try folder.text("bin/seen"), try folder.text("bin/told"))
    #expect(seen.hasPrefix("--job-json-file=/dev/stdin\n"))
    #expect(!seen.contains("geheim") && !seen.contains("besitz"))
    #expect(told.contains(#""userPassword": "geheim", "ownerPassword": "besitz""#))
    #expect(!(try folder.files.contains("x.pdf")))
  }
}
