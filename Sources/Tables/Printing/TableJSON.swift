import Inputs

/// Prints a table as a JSON list of objects, bilingual cells as they are, ending with a newline.
package enum TableJSON {
  package static func text(_ table: Table) -> String {
    JSONWriter.readable(table.value) + "\n"
  }
}
