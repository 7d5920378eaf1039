import CairoRendering
package import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// Tells which faces a run may use, and which of them shows each character of a text.
package struct FontsJob: Sendable {
  /// A text to try; nil lists the faces alone.
  package var text: String?
  package var settings: RunSettings

  package init(text: String? = nil, settings: RunSettings = RunSettings()) {
    self.text = text
    self.settings = settings
  }

  /// What was found; a character that can't be shown is an error in `diagnostics`.
  package struct Outcome: Sendable {
    package var text: String
    package var diagnostics: [Diagnostic]
  }

  package func run() throws(JobError) -> Outcome {
    try JobError.input { () throws(DiagnosticError) in
      let home = try Home.find(given: settings.home)
      let workspace = Workspace(roots: [home.path] + settings.fontFolders)
      let fonts = try FontFolders.library(
        report: nil, given: settings.fontFolders, home: home, workspace: workspace)
      guard let text else { return Outcome(text: Self.list(fonts), diagnostics: []) }
      return Self.cover(text, fonts, try FontFolders.shaper(over: fonts))
    }
  }

  private static func list(_ fonts: FontLibrary) -> String {
    table(
      ["family", "weight", "style", "embedding", "file"],
      fonts.faces.map { face in
        [
          .string(face.family), .number(face.weight),
          .string(face.slant == .italic ? "italic" : "upright"), .string(face.embedding.shown),
          .string(face.file.name),
        ]
      })
  }

  /// Shapes the text as a brief would, so that what is said here is what a brief shows.
  private static func cover(
    _ text: String, _ fonts: FontLibrary, _ shaper: any TextShaper
  ) -> Outcome {
    let style = TextStyle(family: fonts.families.first ?? "", size: 10)
    var rows: [[Value]] = []
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline).map(String.init) {
      let shaped = shaper.shape(
        line, spans: [StyledRange(0..<line.utf8.count, style)], language: "ko")
      let bytes = Array(line.utf8)
      for missing in shaped.missing where seen.insert(String(missing.scalar)).inserted {
        diagnostics.append(
          .error(
            "font.missing-glyph", "\(missing.scalar.shown) \(missing.reason.words)",
            hints: ["add a font that has it: --fonts DIR"]))
      }
      for cluster in shaped.clusters where !cluster.isSpace {
        let start = Int(cluster.start)
        let characters = String(
          decoding: bytes[start..<start + Int(cluster.byteCount)], as: UTF8.self)
        guard seen.insert(characters).inserted else { continue }
        let run = shaped.runs[Int(cluster.run)]
        rows.append([
          .string(characters),
          .string(characters.unicodeScalars.map(\.codePoint).joined(separator: " ")),
          .string(fonts.face(run.face)?.shownName ?? ""),
        ])
      }
    }
    return Outcome(text: table(["text", "code", "face"], rows), diagnostics: diagnostics)
  }

  private static func table(_ names: [String], _ rows: [[Value]]) -> String {
    TableText.text(
      Table(columns: names.map { Table.Column($0) }, rows: rows), language: .en)
  }
}

extension EmbeddingRights {
  fileprivate var shown: String {
    level.rawValue + (forbidsSubsetting ? ", whole only" : "")
      + (bitmapsOnly ? ", bitmaps only" : "")
  }
}

extension Unicode.Scalar {
  fileprivate var codePoint: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  fileprivate var shown: String { "\"\(Character(self))\" (\(codePoint))" }
}

extension ShapedText.MissingGlyph.Reason {
  fileprivate var words: String {
    switch self {
    case .noGlyph: "is in none of the fonts"
    case .blankGlyph: "has a glyph without an outline"
    case .control: "is a control character"
    case .rightToLeft: "is written from right to left, which isn't built yet"
    }
  }
}
