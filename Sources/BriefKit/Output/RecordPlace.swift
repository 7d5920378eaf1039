/// Where the document of a record goes.
struct RecordPlace: Sendable, Hashable {
  /// The folder of all records.
  var folder: String
  /// A file name without its ending; no path.
  var name: String
}
