package import Diagnostics
import Glibc

/// Where BriefKit's own fonts and reports lie.
package struct Home: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  package var fonts: String { path + "/Fonts" }
  package var reports: String { path + "/Reports" }

  /// The first of: the folder given, `$BRIEFKIT_HOME`, `../share/briefkit` beside the executable, and the package's
  /// folder where the executable lies in its build folder.
  package static func find(given: String?) throws(DiagnosticError) -> Home {
    if let given { return try checked(given, from: "--home") }
    if let variable = getenv("BRIEFKIT_HOME") {
      return try checked(String(cString: variable), from: "$BRIEFKIT_HOME")
    }
    let executable = executablePath() ?? ""
    let parts = executable.split(separator: "/")
    let shared = "/" + parts.dropLast(2).joined(separator: "/") + "/share/briefkit"
    if hasFonts(shared) { return Home(path: shared) }
    if let build = parts.lastIndex(where: { $0.hasPrefix(".build") }) {
      let package = "/" + parts[..<build].joined(separator: "/")
      if hasFonts(package) { return Home(path: package) }
    }
    throw DiagnosticError(
      .error(
        "home.missing", "BriefKit's own folder with its fonts and reports isn't found",
        hints: ["name it: --home FOLDER, or set BRIEFKIT_HOME"]))
  }

  private static func checked(
    _ path: String, from option: String
  ) throws(DiagnosticError) -> Home {
    guard hasFonts(path) else {
      throw DiagnosticError(
        .error(
          "home.fonts", "\(option) names \"\(path)\", which has no folder Fonts",
          hints: ["name the folder that holds Fonts and Reports"]))
    }
    return Home(path: path)
  }

  private static func hasFonts(_ path: String) -> Bool {
    var info = stat()
    return stat(path + "/Fonts", &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func executablePath() -> String? {
    realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
  }
}
