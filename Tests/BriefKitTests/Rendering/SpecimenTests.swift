import Formats
import Foundation
import Testing

/// The report that shows every role of type, every feature of tables and every float.
@Suite struct SpecimenTests {
  private static let report = BundledReport.all.first { $0.name == "specimen" }

  /// Every line, box and figure stands where it stood. `BRIEFKIT_UPDATE=1` takes the pages as they are now.
  @Test(arguments: [Language.ko, .en])
  func everythingStandsWhereItStood(_ language: Language) throws {
    let report = try #require(Self.report)
    let file = "Tests/BriefKitTests/Rendering/specimen.\(language.rawValue).txt"
    let text = try PageGeometry(report, language: language).text
    if ProcessInfo.processInfo.environment["BRIEFKIT_UPDATE"] != nil {
      try text.write(
        toFile: "\(PackageFolder.path)/\(file)", atomically: true, encoding: .utf8)
    }
    let expected = try PackageFolder.text(file)
    guard text != expected else { return }
    let (now, before) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let changes = now.difference(from: before).prefix(20).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
    Issue.record("the pages have changed:\n\(changes.joined(separator: "\n"))")
  }

  /// The sizes that its labels tell are those of the theme, which the reference of reports lists.
  @Test(arguments: ["report.md", "report.en.md"])
  func itsLabelsTellTheSizesOfTheTheme(_ file: String) throws {
    let reference = try PackageFolder.text("Documentation/reports.md")
    var sizes: [Substring: Substring] = [:]
    for row in reference.matches(of: #/\| `([a-z0-9-]+)` \| ([0-9.]+) \| ([0-9.]+) \|/#) {
      sizes[row.1] = "\(row.2)/\(row.3)"[...]
    }
    let labels = try PackageFolder.text("Reports/specimen/\(file)")
      .matches(of: #/([a-z0-9-]+) · ([0-9.]+\/[0-9.]+)/#)
    #expect(labels.count > 15)
    for label in labels { #expect(sizes[label.1] == label.2, "\(label.1)") }
  }
}
