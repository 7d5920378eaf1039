import Diagnostics
import Inputs

/// Finds a report by what the user calls it.
enum ReportPath {
  /// The folder of that path, or the report of that name in BriefKit's own folder.
  static func find(
    _ report: String, home: Home, workspace: Workspace
  ) throws(DiagnosticError) -> String {
    if workspace.isFolder(report) { return report }
    let named = home.reports + "/" + report
    if !report.contains("/"), workspace.isFolder(named) { return named }
    let known = (try? workspace.list(home.reports)) ?? []
    let isFile = workspace.exists(report)
    throw DiagnosticError(
      .error(
        "report.missing",
        isFile
          ? "\"\(report)\" is a file, not a report's folder" : "there is no report \"\(report)\"",
        hints: isFile
          ? ["name the folder that holds report.md"] : Suggestion.hints(for: report, in: known)))
  }
}
