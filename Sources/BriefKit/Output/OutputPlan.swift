package import Formats

/// What a render writes and where, from the path that the user gave.
package struct OutputPlan: Sendable {
  /// The kinds of file that pages are written as.
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case pdf
    case png
    case svg

    /// The format that a file's ending names; nil for any other path, which is a folder's.
    package init?(endingOf path: String) {
      let path = path.lowercased()
      guard let format = Self.allCases.first(where: { path.hasSuffix(".\($0)") }) else {
        return nil
      }
      self = format
    }
  }

  /// Stands in a file's name for the language.
  static let languageHole = "{lang}"

  package var pdf: String?
  /// The path of a page's PNG by its number from 1; nil where none is wanted.
  package var png: PageName?
  package var svg: PageName?
  /// The folder for chart images; nil where none are wanted.
  package var charts: String?

  /// Paths that differ by page number.
  package struct PageName: Sendable {
    var before: String
    var after: String
    /// Whether a single page goes without a number.
    var isBareForOne: Bool

    package func path(page: Int, of count: Int) -> String {
      isBareForOne && count == 1 ? before.dropSuffix("-") + after : "\(before)\(page)\(after)"
    }
  }

  /// - Parameters:
  ///   - path: A file by its ending, `-` for a PDF on standard output, or a folder.
  ///   - formats: What a folder gets; PDF and PNG where nothing is said.
  ///   - language: What `{lang}` in a file's name stands for.
  ///   - isOneOfSeveral: Whether each language gets a folder of its own.
  package init(
    path given: String, formats: [Format], language: Language, isOneOfSeveral: Bool = false
  ) {
    var path = given.replacing(Self.languageHole, with: language.rawValue)
    if isOneOfSeveral, path == given, given != "-", Format(endingOf: given) == nil {
      path += (path.hasSuffix("/") ? "" : "/") + language.rawValue
    }
    if path == "-" {
      pdf = "-"
      return
    }
    if let format = Format(endingOf: path) {
      switch format {
      case .pdf: pdf = path
      case .png: png = Self.pageName(path)
      case .svg: svg = Self.pageName(path)
      }
      return
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    fill(folder, with: formats.isEmpty ? [.pdf, .png] : formats)
  }

  /// What a record of a batch is written as: `NAME.pdf` where that is all, else a folder NAME; each of several languages
  /// in a folder of its own.
  init(
    _ place: RecordPlace, formats: [Format], language: Language, isOneOfSeveral: Bool
  ) {
    let path = [place.folder, isOneOfSeveral ? language.rawValue : nil, place.name]
      .compactMap(\.self).joined(separator: "/")
    if formats.allSatisfy({ $0 == .pdf }) {
      pdf = path + ".pdf"
    } else {
      fill(path, with: formats)
    }
  }

  private mutating func fill(_ folder: String, with formats: [Format]) {
    if formats.contains(.pdf) { pdf = folder + "/brief.pdf" }
    if formats.contains(.png) {
      png = PageName(before: folder + "/page-", after: ".png", isBareForOne: false)
    }
    if formats.contains(.svg) {
      svg = PageName(before: folder + "/page-", after: ".svg", isBareForOne: false)
    }
    charts = folder + "/charts"
  }

  /// The ending of a path that looks like a file's and is none that pages are written as.
  static func unknownEnding(of path: String) -> String? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    guard (2...5).contains(ending.count), ending.allSatisfy({ $0.isASCII && $0.isLetter }),
      Format(endingOf: path) == nil
    else { return nil }
    return String(ending)
  }

  private static func pageName(_ path: String) -> PageName {
    if let hole = path.range(of: "{page}") {
      return PageName(
        before: String(path[..<hole.lowerBound]), after: String(path[hole.upperBound...]),
        isBareForOne: false)
    }
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    return PageName(before: path[..<dot] + "-", after: String(path[dot...]), isBareForOne: true)
  }
}

extension String {
  fileprivate func dropSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }

  fileprivate func range(of part: String) -> Range<String.Index>? {
    guard let first = part.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].hasPrefix(part) { return found..<index(found, offsetBy: part.count) }
      start = index(after: found)
    }
    return nil
  }
}
