import CairoRendering
package import Diagnostics
import Glibc
import Graphics
import Inputs

/// What every job shares: where BriefKit's files lie, which fonts may be used, how much is accepted.
public struct RunSettings: Sendable {
  /// BriefKit's own folder; nil looks for it.
  public var home: String?
  /// More folders of fonts, tried before BriefKit's own.
  public var fontFolders: [String]
  package var limits: Limits

  /// Settings as they are where nothing is said.
  public init(home: String? = nil, fontFolders: [String] = []) {
    self.home = home
    self.fontFolders = fontFolders
    limits = Limits()
  }
}

/// The fonts of a run: the report's own first, then the folders given, then BriefKit's.
enum FontFolders {
  private static let endings = [".otf", ".ttf", ".ttc", ".otc"]

  static func library(
    report: String?, given: [String], home: Home, workspace: Workspace
  ) throws(DiagnosticError) -> FontLibrary {
    var files: [FontFile] = []
    let own = report.map { $0 + "/fonts" }.flatMap { workspace.isFolder($0) ? $0 : nil }
    let missing = given.filter { !workspace.isFolder($0) }
    guard missing.isEmpty else {
      throw DiagnosticError(
        missing.map {
          .error(
            "fonts.folder", "there is no folder of fonts \"\($0)\"",
            hints: ["name a folder that holds .otf or .ttf files: --fonts FOLDER"])
        })
    }
    for folder in [own].compactMap(\.self) + given + [home.fonts] {
      for name in try workspace.list(folder)
      where endings.contains(where: { name.lowercased().hasSuffix($0) }) {
        let path = folder + "/" + name
        files.append(FontFile(name: path, path: try workspace.resolvedPath(path)))
      }
    }
    let library = FontLibrary(files)
    if library.diagnostics.hasErrors { throw DiagnosticError(library.diagnostics) }
    return library
  }

  /// A shaper over the fonts, all of which it can open.
  static func shaper(over fonts: FontLibrary) throws(DiagnosticError) -> any TextShaper {
    let shaper = fonts.makeShaper()
    if shaper.diagnostics.hasErrors { throw DiagnosticError(shaper.diagnostics) }
    return shaper
  }
}

/// The time that PDF dates are given: `SOURCE_DATE_EPOCH`, where it is set.
enum SourceDate {
  static func epoch() throws(DiagnosticError) -> Int? {
    guard let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }) else { return nil }
    guard let seconds = Int(text), seconds >= 0 else {
      throw DiagnosticError(
        .error(
          "clock.epoch", "SOURCE_DATE_EPOCH is \"\(text)\", not a number of seconds",
          hints: ["set it to whole seconds since 1970, such as 1666742400"]))
    }
    return seconds
  }
}
