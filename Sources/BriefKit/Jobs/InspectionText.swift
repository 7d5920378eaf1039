import Diagnostics
import Documents
import Formats
import Inputs
import Tables

/// Prints an inspection: a table of what is read, then what is missing and what is never used.
enum InspectionText {
  static func text(_ inspection: ReportInspection, hasData: Bool) -> String {
    var sections: [String] = []
    let names = inspection.names
    if !names.isEmpty {
      sections.append(
        table(
          ["name", "what the data has", "read as", "format", "first read at"],
          names.map { name in
            let first = name.reads[0]
            return [
              name.path, first.shape?.summary ?? (hasData ? "–" : ""), name.roles,
              name.formats, name.places,
            ]
          }))
    }
    let missing = inspection.missing
    if !missing.isEmpty {
      sections.append(
        "Missing in the data\n\n"
          + table(
            ["name", "", "read at"],
            missing.map { read in
              let hint = read.suggestion.map { "did you mean \"\($0)\"?" } ?? ""
              return [read.path, read.isOptional ? "may be missing" : hint, place(read.location)]
            }))
    }
    if !inspection.unused.isEmpty {
      sections.append(
        "Never used\n\n"
          + table(
            ["name", "what the data has"],
            inspection.unused.map { [$0.path, $0.shape.summary] }))
    } else if hasData {
      sections.append("Everything in the data is used.\n")
    }
    return sections.joined(separator: "\n")
  }

  /// `names` with all their reads, `missing` and `unused`.
  static func value(_ inspection: ReportInspection) -> Value {
    .object([
      ("names", .array(inspection.names.map(\.value))),
      ("missing", .array(inspection.missing.map(value))),
      (
        "unused",
        .array(
          inspection.unused.map {
            .object([("name", .string($0.path)), ("type", .string($0.shape.summary))])
          })
      ),
    ])
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    TableText.text(
      Table(
        columns: head.enumerated().map {
          Table.Column("\($0.offset)", title: Self.title($0.element))
        },
        rows: rows.map { $0.map { .string($0) } }), language: .en)
  }

  private static func title(_ text: String) -> LocalizedText { LocalizedText(ko: text, en: text) }

  fileprivate static func place(_ location: SourceLocation?) -> String {
    guard let location, let range = location.range else { return location?.source.name ?? "" }
    let place = location.source.lineColumn(at: range.lowerBound)
    return "\(location.source.name):\(place.line):\(place.column)"
  }

  fileprivate static func value(_ read: ReportRead) -> Value {
    .object(
      [
        ("name", .string(read.path)), ("as", .string(read.role.rawValue)),
        ("optional", Value(.bool(read.isOptional))),
        ("format", read.format.map { .string($0) } ?? .null),
        ("place", .string(place(read.location))),
      ] + (read.suggestion.map { [("suggestion", .string($0))] } ?? []))
  }
}

/// All reads of one name.
private struct ReadName {
  var path: String
  var reads: [ReportRead]

  var roles: String { distinct(reads.map(\.role.rawValue)) }
  var formats: String { distinct(reads.compactMap(\.format)) }

  var places: String {
    let more = reads.count - 1
    return InspectionText.place(reads[0].location) + (more > 0 ? " and \(more) more" : "")
  }

  var value: Value {
    .object([
      ("name", .string(path)),
      ("type", reads[0].shape.map { .string($0.summary) } ?? .null),
      ("optional", Value(.bool(reads.allSatisfy(\.isOptional)))),
      ("reads", .array(reads.map(InspectionText.value))),
    ])
  }

  private func distinct(_ words: [String]) -> String {
    var unique: [String] = []
    for word in words where !unique.contains(word) { unique.append(word) }
    return unique.joined(separator: ", ")
  }
}

extension ReportInspection {
  /// The reads by name, in order of first reading.
  fileprivate var names: [ReadName] {
    var names: [ReadName] = []
    var index: [String: Int] = [:]
    for read in reads {
      if let position = index[read.path] {
        names[position].reads.append(read)
      } else {
        index[read.path] = names.count
        names.append(ReadName(path: read.path, reads: [read]))
      }
    }
    return names
  }
}
