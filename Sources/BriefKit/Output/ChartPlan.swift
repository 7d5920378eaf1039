import Diagnostics

/// What the drawing of charts writes and where, from the path that the user gave.
package struct ChartPlan: Sendable {
  /// One picture of a chart.
  package struct File: Sendable, Hashable {
    package var path: String
    package var format: OutputPlan.Format
  }

  /// The files of each chart, in the order of the specifications.
  package private(set) var files: [[File]]

  /// - Parameter output: A file by its ending, for one chart alone, or a folder that gets a PNG and an SVG of each.
  package init(output: String, specs: [String]) throws(JobError) {
    if output == "-" {
      throw Self.wrongUse(
        "a chart isn't written to standard output", hint: "name a file: -o chart.png")
    }
    if let ending = OutputPlan.unknownEnding(of: output) {
      throw Self.wrongUse(
        "\"\(output)\" ends in .\(ending), which is no format of a chart",
        hint: "end it in .png, .svg or .pdf, or name a folder with / behind it")
    }
    guard let format = OutputPlan.Format(endingOf: output) else {
      let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
      files = Self.uniqueNames(specs.map(Self.name)).map { name in
        [OutputPlan.Format.png, .svg].map { File(path: "\(folder)/\(name).\($0)", format: $0) }
      }
      return
    }
    guard specs.count == 1 else {
      throw Self.wrongUse(
        "\(specs.count) charts don't fit into the one file \"\(output)\"",
        hint: "name a folder: -o charts")
    }
    files = [[File(path: output, format: format)]]
  }

  /// Where a chart's table goes: beside the first of its pictures, under a name that no data is likely to have.
  static func table(_ number: Int, beside files: [File]) -> String {
    let picture = files.first?.path ?? "chart"
    let stem = picture.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      .joined(separator: ".")
    return "\(stem).table\(number > 0 ? "-\(number + 1)" : "").csv"
  }

  /// The specification's file name without its endings.
  static func name(of spec: String) -> String {
    let file = spec.split(separator: "/").last.map(String.init) ?? ""
    for ending in [".vl.json", ".json"] where file.hasSuffix(ending) && file.count > ending.count {
      return String(file.dropLast(ending.count))
    }
    return file.isEmpty || file == "-" ? "chart" : file
  }

  /// A name that comes again gets a number: `sectors`, `sectors-2`.
  private static func uniqueNames(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      guard !seen.insert(name).inserted else { return name }
      var number = 2
      while !taken.insert("\(name)-\(number)").inserted { number += 1 }
      return "\(name)-\(number)"
    }
  }

  private static func wrongUse(_ message: String, hint: String) -> JobError {
    JobError(.usage, [.error("usage.output", message, hints: [hint])])
  }
}
