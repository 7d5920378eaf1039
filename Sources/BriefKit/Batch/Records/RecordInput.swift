import Diagnostics
import Glibc
import Inputs

/// Where the records of a batch come from: a file, a folder of files, or `-` for standard input.
package struct RecordInput: Sendable {
  package var path: String
  /// The format of an input whose name tells none; NDJSON where nothing is said.
  package var format: DataFormat?

  package init(path: String, format: DataFormat? = nil) {
    self.path = path
    self.format = format
  }

  /// Whether each record is a file of its own, whose name it takes.
  var isFolder: Bool { Workspace(roots: [path]).isFolder(path) }

  /// What a file without records lacks.
  var hintForNone: String {
    if isFolder { return "put a file for each record into it: kim.json, lee.yaml" }
    return switch recordFormat {
    case .csv, .tsv: "write a row for each record under the header"
    case .json: "write a list with an item for each record: [{\"id\": \"kim\", …}]"
    case .ndjson, .yaml: "write one a line: {\"id\": \"kim\", …}"
    }
  }

  private var recordFormat: InputFormat {
    (path == "-" ? nil : InputFormat(fileName: path)) ?? format?.inputFormat ?? .ndjson
  }

  func reader(
    columns: [String: CSVType], limits: Limits
  ) throws(JobError) -> any RecordReader {
    if isFolder {
      return try JobError.input { () throws(DiagnosticError) in
        try FolderRecords(path, limits: limits)
      }
    }
    switch recordFormat {
    case .yaml:
      throw JobError(
        .usage,
        [
          .error(
            "usage.input", "records aren't read from YAML",
            hints: ["write a record a line as JSON, in a file that ends in .ndjson"])
        ])
    case .csv: return try csv(.comma, columns, limits)
    case .tsv: return try csv(.tab, columns, limits)
    case .json: return ArrayRecords(try stream(), named: shownName, limits: limits)
    case .ndjson: return NDJSONRecords(try stream(), named: shownName, limits: limits)
    }
  }

  private var shownName: String { path == "-" ? "<stdin>" : path }

  private func csv(
    _ separator: CSVSeparator, _ columns: [String: CSVType], _ limits: Limits
  ) throws(JobError) -> any RecordReader {
    guard path != "-" else {
      throw JobError(
        .usage,
        [
          .error(
            "usage.input", "a table is read twice, which standard input can't be",
            hints: ["save it as a file: --input records.csv"])
        ])
    }
    return try JobError.input { () throws(DiagnosticError) in
      // A missing file, a folder's permissions: said as of any other input.
      _ = try Workspace(roots: [], files: [path]).resolvedPath(path)
      return try CSVRecords(path: path, separator: separator, declared: columns, limits: limits)
    }
  }

  private func stream() throws(JobError) -> ByteStream {
    guard path != "-" else { return ByteStream(descriptor: STDIN_FILENO, mayWait: true) }
    return try JobError.input { () throws(DiagnosticError) in
      let file = try Workspace(roots: [], files: [path]).resolvedPath(path)
      do throws(ByteStream.Fault) {
        return try ByteStream(path: file)
      } catch {
        throw error.error(path)
      }
    }
  }
}
