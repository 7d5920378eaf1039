/// Standard output, for results that are text.
package enum StandardOutput {
  /// Writes all of a text; a closed or full output is a fault like that of any other file.
  package static func write(_ text: String) throws(JobError) {
    do throws(OutputWriter.Fault) {
      try OutputWriter().write(Array(text.utf8), to: "-")
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
  }
}
