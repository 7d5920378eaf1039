import CairoRendering
import Diagnostics
import Glibc
import Graphics
import Inputs

/// A hash of all that the documents of a run depend on beside their records: the report's files, fonts, named inputs,
/// options, the version.
///
/// `date: today` reads a clock, which isn't among them.
struct RunIngredients: Sendable {
  let digest: String

  init(
    _ settings: RecordSettings, session: ReportSession, fonts: FontLibrary, home: Home
  ) throws(DiagnosticError) {
    let hash = SHA256()
    hash.update("BriefKit \(BriefKitVersion.number)")
    for face in fonts.faces { hash.update("\(face.id.hash) \(face.id.index)") }
    for (argument, data) in session.files?.inputs ?? [] where argument.name != nil {
      hash.update(argument.name ?? "")
      hash.update(SHA256.hex(of: data.source.bytes))
    }
    let files = ReportTree(
      root: session.path, workspace: session.workspace, limits: settings.settings.limits,
      outputs: settings.folder)
    try files.addFiles(to: hash)
    for word in Self.options(settings) { hash.update(word) }
    digest = hash.hex
  }

  /// The hash of a document: of a record's bytes and its name.
  func digest(of record: [UInt8], name: String) -> String {
    let hash = SHA256()
    hash.update(digest)
    hash.update(name)
    hash.update(record)
    return hash.hex
  }

  /// What was asked for, in a fixed order. Limits decide whether there is a document, not what is in it.
  private static func options(_ settings: RecordSettings) -> [String] {
    let pdf = settings.pdf
    let protection = pdf.protection.map { protection in
      [protection.password ?? "", protection.ownerPassword ?? ""]
        + protection.permissions.map(\.rawValue).sorted()
    }
    return settings.formats.map(\.rawValue) + [
      "\(settings.editions)", "\(settings.scale)", pdf.standard?.rawValue ?? "",
      "\(pdf.embedsSources)", "\(protection ?? [])",
      getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } ?? "",
    ] + settings.data.settings.map(\.words)
  }
}

/// The files of a report by their paths below its folder, but for hidden ones and the folder of outputs.
private struct ReportTree {
  let root: String
  let workspace: Workspace
  let limits: Limits
  let outputs: String

  func addFiles(
    below folder: String = "", to hash: borrowing SHA256, depth: Int = 0
  ) throws(DiagnosticError) {
    let place = folder.isEmpty ? root : root + "/" + folder
    guard depth < 16, depth == 0 || !isOutputs(place) else { return }
    for name in try workspace.list(place) where !name.hasPrefix(".") {
      let path = folder.isEmpty ? name : folder + "/" + name
      if workspace.isFolder(path, relativeTo: root) {
        try addFiles(below: path, to: hash, depth: depth + 1)
      } else if let source = try? workspace.read(path, relativeTo: root, limits: limits) {
        hash.update(path)
        hash.update(SHA256.hex(of: source.bytes))
      }
    }
  }

  private func isOutputs(_ place: String) -> Bool {
    guard let path = try? workspace.resolvedPath(place) else { return false }
    return path == (try? workspace.resolvedPath(outputs))
  }
}
