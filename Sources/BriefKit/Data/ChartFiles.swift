import Diagnostics
import Inputs

extension Workspace {
  /// Reads a file that a chart names: beside the chart, else below the working directory.
  ///
  /// What is wrong with it is said at the place in the chart that names it.
  func read(
    _ url: String, besideChart chart: String, at location: SourceLocation, limits: Limits
  ) throws(DiagnosticError) -> Source {
    do throws(DiagnosticError) {
      if !exists(url, relativeTo: chart.parentFolder), exists(url) {
        return try read(url, limits: limits)
      }
      return try read(url, relativeTo: chart.parentFolder, limits: limits)
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          var fault = fault
          fault.location = location
          return fault
        })
    }
  }
}

extension String {
  /// The folder a path lies in; `.` for a bare name.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
