import Diagnostics
import Inputs
import SummitData

/// Prints the JSON Schema (2020-12) of a kind of data.
package struct SchemaJob: Sendable {
  /// The kinds of data whose schema there is.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case summit
  }

  package var subject: Subject

  package init(_ subject: Subject) {
    self.subject = subject
  }

  package func run() -> PrintedResult {
    let schema =
      switch subject {
      case .summit: Summit.schema
      }
    return PrintedResult(text: JSONWriter.readable(schema) + "\n", warnings: [])
  }
}
