import CairoRendering
import Diagnostics
import Documents
import Formats
import Inputs

/// What travels inside a PDF where its sources are to: the data as they were read, and the report's files.
struct EmbeddedFiles {
  let session: ReportSession
  let language: Language
  let limits: Limits

  /// By the endings of their names; files of other kinds in a report's folder are no part of the report.
  private static let mediaTypes: [(ending: String, type: String)] = [
    ("json", "application/json"), ("yaml", "application/yaml"), ("yml", "application/yaml"),
    ("csv", "text/csv"), ("tsv", "text/tab-separated-values"), ("ndjson", "application/x-ndjson"),
    ("md", "text/markdown"), ("mustache", "text/plain"), ("png", "image/png"),
    ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("svg", "image/svg+xml"),
  ]

  func attachments() throws(DiagnosticError) -> [PDFAttachment] {
    var names: Set<String> = []
    var attachments = (session.files?.inputs ?? []).map { argument, data in
      let name = Self.unique(fileName(of: argument), &names)
      return PDFAttachment(
        name: name, description: "\(words.data): \(name)",
        mediaType: Self.mediaType(of: name) ?? "application/json", relationship: .data,
        bytes: data.source.bytes)
    }
    for file in try files(in: "") {
      let source = try session.workspace.read(file, relativeTo: session.path, limits: limits)
      attachments.append(
        PDFAttachment(
          // Programs that take attachments out make no folders; the description tells the path.
          name: Self.unique(file.replacing("/", with: "-"), &names),
          description: "\(words.report): \(file)",
          mediaType: Self.mediaType(of: file) ?? "application/octet-stream", relationship: .source,
          bytes: source.bytes))
    }
    return attachments
  }

  private var words: (data: String, report: String) {
    switch language {
    case .ko: ("데이터", "보고서")
    case .en: ("Data", "Report")
    }
  }

  /// The name alone: where it lay is nobody's business.
  private func fileName(of argument: DataArgument) -> String {
    guard argument.path != "-" else {
      return "\(argument.name ?? "data").\(session.dataFormat?.rawValue ?? "json")"
    }
    return argument.path.split(separator: "/").last.map(String.init) ?? "data"
  }

  /// The paths of the report's files below its folder, in a fixed order; fonts are in the PDF anyway.
  private func files(in folder: String, depth: Int = 0) throws(DiagnosticError) -> [String] {
    guard depth < 8 else { return [] }
    var files: [String] = []
    let place = folder.isEmpty ? "." : folder
    for name in try session.workspace.list(place, relativeTo: session.path)
    where !name.hasPrefix(".") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if session.workspace.isFolder(path, relativeTo: session.path) {
        if path != "fonts" { files += try self.files(in: path, depth: depth + 1) }
      } else if Self.mediaType(of: name) != nil {
        files.append(path)
      }
    }
    return files
  }

  private static func mediaType(of name: String) -> String? {
    let name = name.lowercased()
    return mediaTypes.first { name.hasSuffix(".\($0.ending)") }?.type
  }

  /// A name that comes again gets a number: `sales.csv`, `sales-2.csv`.
  private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
    if taken.insert(name).inserted { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 2
    while !taken.insert("\(name[..<dot])-\(number)\(name[dot...])").inserted { number += 1 }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
