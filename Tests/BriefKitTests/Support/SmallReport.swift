/// The least that makes a report, to break in tests.
enum SmallReport {
  static let text = """
    ---
    title: "{{name}}"
    ---
    {{name:은(는)}} {{count}}개.
    """

  static let data = #"{"name": "모임", "count": 3}"#

  /// A folder with the report in `r` and its data in `d.json`, and other files over or beside these.
  static func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    try TemporaryFolder(
      ["r/report.md": text, "d.json": data].merging(files) { _, new in new })
  }

  /// The summit of 2022 with two of its texts replaced where they first stand.
  static func summit(
    replacing first: String, with one: String, and second: String, with other: String
  ) -> String {
    let text = (try? PackageFolder.text("Samples/ai-one-team-summit-2022.json")) ?? ""
    return text.replacing(first, with: one, maxReplacements: 1)
      .replacing(second, with: other, maxReplacements: 1)
  }
}
