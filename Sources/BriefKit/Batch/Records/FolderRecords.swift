import Diagnostics
import Inputs

/// The files of a folder in the order of their names, each a record in the format of its ending.
struct FolderRecords: RecordReader {
  private let folder: String
  private let workspace: Workspace
  private let limits: Limits
  private let names: [String]
  private var index = 0

  init(_ folder: String, limits: Limits) throws(DiagnosticError) {
    self.folder = folder
    workspace = Workspace(roots: [folder])
    self.limits = limits
    names = try workspace.list(folder).filter {
      !$0.hasPrefix(".") && InputFormat(fileName: $0) != nil
    }
  }

  var progress: Double? { names.isEmpty ? 1 : Double(index) / Double(names.count) }

  mutating func next() throws(DiagnosticError) -> RecordStep {
    guard index < names.count else { return .end }
    let name = names[index]
    index += 1
    let content = Result { () throws(DiagnosticError) in try self.content(of: name) }
    return .record(
      FoundRecord(
        source: folder + "/" + name, start: LineColumn(line: 1, column: 1), content: content))
  }

  private func content(of name: String) throws(DiagnosticError) -> FoundRecord.Content {
    var limits = limits
    limits[.inputBytes] = min(limits[.inputBytes], limits[.recordBytes])
    let source = try workspace.read(name, relativeTo: folder, limits: limits)
    if InputFormat(fileName: name) == .json, !source.bytes.starts(with: TextEncoding.mark) {
      return FoundRecord.Content(bytes: source.bytes)
    }
    let value = try InputReader.read(source, limits: limits)
    return FoundRecord.Content(bytes: Array(JSONWriter.compact(value).utf8), isVerbatim: false)
  }
}
