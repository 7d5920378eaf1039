import Diagnostics

/// The labels of footnotes, `[^label]`: CommonMark sees a number in the place of each, since a label may hold values.
struct NoteLabels {
  private struct Label {
    var number: Int
    var definition: SourceLocation?
    var isDefined = false
    var isUsed = false
  }

  private var labels: [String: Label] = [:]
  /// Where a label stands that may have no definition, in order.
  private var marks: [(label: String, location: SourceLocation?)] = []
  private(set) var faults: [Diagnostic] = []

  /// The bytes that stand for a label.
  ///
  /// - Parameter isDefinition: Whether a colon follows it at a line's start.
  mutating func add(
    _ label: String, isDefinition: Bool, at location: SourceLocation?
  ) -> [UInt8] {
    var entry = labels[label] ?? Label(number: labels.count + 1)
    if isDefinition {
      if entry.isDefined {
        faults.append(
          .error(
            "markdown.footnote", "the note \"\(label)\" is given twice", at: location,
            notes: [Diagnostic.Note("first given here", at: entry.definition)],
            hints: ["in a section that is repeated, put a value of its own into the label"]))
      } else {
        entry.isDefined = true
        entry.definition = location
      }
    } else {
      entry.isUsed = true
      marks.append((label, location))
    }
    labels[label] = entry
    return Array("[^n\(entry.number)]".utf8)
  }

  /// Marks without a note, and notes without a mark.
  var unmatched: [Diagnostic] {
    let defined = labels.filter(\.value.isDefined).map(\.key).sorted()
    let missing = marks.filter { labels[$0.label]?.isDefined != true }.map { mark in
      Diagnostic.error(
        "markdown.footnote", "there is no note \"\(mark.label)\"", at: mark.location,
        hints: Suggestion.hints(for: mark.label, in: defined) + [
          "write it on a line of its own: [^\(mark.label)]: …"
        ])
    }
    let unused = labels.filter { $0.value.isDefined && !$0.value.isUsed }
      .sorted { $0.value.number < $1.value.number }.map { label, entry in
        Diagnostic.warning(
          "markdown.footnote", "nothing refers to the note \"\(label)\", so it isn't shown",
          at: entry.definition, hints: ["write [^\(label)] where its mark shall stand"])
      }
    return missing + unused
  }
}
