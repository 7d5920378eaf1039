import Diagnostics

/// A record's name as a file is called by it: one that leads nowhere else, on no machine.
enum RecordFileName {
  /// Endings and what a run puts beside a name must fit into the 255 bytes that file systems allow.
  static let mostBytes = 200

  /// What two names have in common that are one to some file system: NFC and NFD, capital and small letters.
  static func key(_ name: String) -> String { name.lowercased() }

  /// Names that Windows keeps for devices, whatever ending follows.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// What is wrong with a name; nil for one that a file can have.
  static func fault(in name: String, at location: SourceLocation?) -> Diagnostic? {
    func fault(_ message: String, _ hint: String) -> Diagnostic {
      .error("batch.name", message, at: location, hints: [hint])
    }
    let shown = "\"\(name.count > 60 ? name.prefix(60) + "…" : name)\""
    if name.allSatisfy(\.isWhitespace) {
      return fault("the record's name is empty", "name it by a value that every record has")
    }
    if let separator = name.first(where: { $0 == "/" || $0 == "\\" }) {
      return fault(
        "the name \(shown) has a \"\(separator)\", and a name is no path",
        "name records by a value without it")
    }
    if let character = name.first(where: { ":*?\"<>|".contains($0) }) {
      return fault(
        "the name \(shown) has a \(character == "\"" ? "quotation mark" : "\"\(character)\""), which files can't have everywhere",
        "name records by a value without it")
    }
    if devices.contains(name.lowercased().prefix { $0 != "." }.description) {
      return fault(
        "the name \(shown) is one of a device on some machines",
        "put something before it: --name 'client-{{id}}'")
    }
    if name.hasPrefix(".") {
      return fault(
        "the name \(shown) begins with a dot", "put something before it: --name 'client-{{id}}'")
    }
    if name.visible != name {
      return fault(
        "the name \(shown) has a character that can't be seen", "name records by another value")
    }
    if name.last.map({ $0 == "." || $0.isWhitespace }) ?? false || name.first?.isWhitespace ?? false
    {
      return fault(
        "the name \(shown) begins or ends with a space, or ends with a dot",
        "name records by another value, or put something behind it")
    }
    if name.utf8.count > mostBytes {
      return fault(
        "the name \(shown) has \(name.utf8.count) bytes, and \(mostBytes) are allowed",
        "name records by a shorter value")
    }
    return nil
  }
}
