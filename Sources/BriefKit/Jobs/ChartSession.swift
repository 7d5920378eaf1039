import CairoRendering
import Diagnostics
import Documents
import Formats
import Graphics
import Inputs
import VegaLite

/// What the charts of one run share.
struct ChartSession {
  let fonts: FontLibrary
  private let job: ChartJob
  private let workspace: Workspace
  private let look: Located?
  /// The ink of a theme's labels.
  private let ink: Color?
  private let tables: LocalizedTables
  private let shaper: any TextShaper
  /// Data files that several charts read.
  private let frames = FrameCache()
  /// Milliseconds since 1970 UTC.
  private let now: Double

  init(
    _ job: ChartJob, _ batch: inout OutputBatch, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) {
    self.job = job
    let settings = job.settings
    let home = try Home.find(given: settings.home)
    let workspace = Workspace(
      roots: job.specs.map(\.parentFolder) + [".", home.path] + settings.fontFolders,
      files: job.specs + job.data.map(\.path)
        + ([job.config] + (job.theme.map { [$0, Self.theme(in: $0)] } ?? [])).compactMap(\.self))
    self.workspace = workspace
    (look, ink) = try batch.measure("config") { () throws(DiagnosticError) in
      try Self.look(job, home, workspace, &warnings)
    }
    tables = LocalizedTables(
      try batch.measure("data") { () throws(DiagnosticError) in
        try Self.data(job, workspace)
      })
    fonts = try batch.measure("fonts") { () throws(DiagnosticError) in
      try FontFolders.library(
        report: nil, given: settings.fontFolders, home: home, workspace: workspace)
    }
    shaper = try FontFolders.shaper(over: fonts)
    now = Double(try SourceDate.epoch() ?? workspace.clock.now()) * 1000
  }

  /// What data lacks in the languages of the charts, and data that no chart reads.
  var dataWarnings: [Diagnostic] {
    tables.warnings
      + tables.unused.map { name in
        .warning(
          "data.unused", "no chart reads the data \"\(name)\"",
          hints: ["a chart reads it by \"data\": {\"name\": \"\(name)\"}"])
      }
  }

  /// A drawn chart, and the language that it speaks.
  func chart(
    _ path: String, explains: Bool = false
  ) throws(DiagnosticError) -> (chart: Chart, language: Language) {
    let spec = try grounded(workspace.data(at: path, limits: job.settings.limits))
    var environment = environment(path, spec)
    environment.explains = explains
    environment.tabulates = job.tabulates
    let known = shaper.diagnostics.count
    var chart = try Self.namingData { () throws(DiagnosticError) in
      try ChartRenderer.draw(spec, in: environment)
    }
    // What the specification names was missed at its place.
    for warning in shaper.replacements(since: known, at: SourceLocation(spec.source))
    where !chart.warnings.contains(where: { $0.id == warning.id && $0.message == warning.message })
    {
      chart.warnings.append(warning)
    }
    // A chart is laid out in whole points; what the last one has too much is padding.
    if let size = environment.fixedSize { chart.scene.size = size }
    return (chart, environment.language)
  }

  /// Draws; where a chart's data are unknown, says how they are given here.
  private static func namingData<T>(
    _ draw: () throws(DiagnosticError) -> T
  ) throws(DiagnosticError) -> T {
    do {
      return try draw()
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          guard fault.id == "data.unknown" else { return fault }
          var fault = fault
          fault.hints.append("give it: --data NAME=FILE")
          return fault
        })
    }
  }

  /// What a specification uses, and what is wrong with it.
  func use(
    of path: String
  ) throws(DiagnosticError) -> (use: SpecificationUse, findings: [Diagnostic]) {
    let spec = try workspace.data(at: path, limits: job.settings.limits)
    return ChartRenderer.check(spec, in: environment(path, spec))
  }

  private func environment(_ path: String, _ spec: Located) -> ChartEnvironment {
    let (workspace, limits) = (workspace, job.settings.limits)
    let language = job.edition?.language ?? (spec.source.holdsHangul ? .ko : .en)
    let tables = tables
    var environment = ChartEnvironment(
      data: { tables.table($0, in: language) }, dataNames: job.data.compactMap(\.name),
      file: { (url: String, location: SourceLocation) throws(DiagnosticError) in
        try workspace.read(url, besideChart: path, at: location, limits: limits)
      }, shaper: shaper, config: look, fixedSize: job.size?.points(at: job.pixelsPerPoint),
      language: language, limits: limits, fontFamily: fonts.families.first ?? "", now: now)
    environment.labelInk = ink
    environment.fontFamilies = fonts.families
    environment.frames = frames
    return environment
  }

  /// The specification with the ground that was asked for.
  private func grounded(_ spec: Located) -> Located {
    guard let background = job.background else { return spec }
    let ground: Value =
      background == "transparent" ? .null : .string(background)
    return Located(
      spec.value.overlaid(with: .object([("background", ground)])), in: spec.source)
  }

  // MARK: What is read once

  /// The theme's look with the config over it.
  private static func look(
    _ job: ChartJob, _ home: Home, _ workspace: Workspace, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) -> (config: Located?, ink: Color?) {
    var look: Located?
    var ink: Color?
    if let theme = job.theme {
      let path = try path(ofTheme: theme, home, workspace)
      let file = try workspace.data(at: path, limits: job.settings.limits)
      let theme = try ThemeReader.read(file)
      ink = theme[.ink]
      warnings += theme.warnings
      // In a brief the page gives a chart its margins; alone it has its own.
      let alone: Value = ["padding": 12, "background": .string(theme[.paper].hex)]
      look = Located(theme.chartConfig.overlaid(with: alone), in: file.source)
    }
    guard let config = job.config else { return (look, ink) }
    let file = try workspace.data(at: config, limits: job.settings.limits)
    guard file.value.object != nil else {
      throw DiagnosticError(
        .error(
          "chart.config", "a config must be an object, not \(file.value.kindName)",
          at: file.location, hints: ["write {\"axis\": {…}, …}"]))
    }
    return (Located(look?.value.overlaid(with: file.value) ?? file.value, in: file.source), ink)
  }

  private static func theme(in folder: String) -> String { folder + "/theme.yaml" }

  /// The file of a theme: itself, that of a report's folder, or that of a report in BriefKit's own folder.
  private static func path(
    ofTheme theme: String, _ home: Home, _ workspace: Workspace
  ) throws(DiagnosticError) -> String {
    if workspace.isFolder(theme) { return Self.theme(in: theme) }
    let named = Self.theme(in: home.reports + "/" + theme)
    guard !theme.contains("/"), !theme.contains("."), !workspace.exists(theme) else { return theme }
    if workspace.exists(named) { return named }
    let known = (try? workspace.list(home.reports)) ?? []
    throw DiagnosticError(
      .error(
        "chart.theme", "there is no theme \"\(theme)\"",
        hints: Suggestion.hints(for: theme, in: known) + ["or name a file: --theme theme.yaml"]))
  }

  private static func data(
    _ job: ChartJob, _ workspace: Workspace
  ) throws(DiagnosticError) -> [String: Located] {
    var data: [String: Located] = [:]
    var faults: [Diagnostic] = []
    for argument in job.data {
      guard let name = argument.name else { continue }
      do throws(DiagnosticError) {
        let file = try workspace.data(at: argument.path, limits: job.settings.limits)
        guard file.value.array != nil else {
          throw DiagnosticError(
            .error(
              "chart.data", "the data \"\(name)\" must be a list, not \(file.value.kindName)",
              at: file.location, hints: ["write [{…}, {…}]"]))
        }
        guard data.updateValue(file, forKey: name) == nil else {
          throw DiagnosticError(
            .error(
              "data.name", "the data \"\(name)\" is given twice", at: SourceLocation(file.source),
              hints: ["give one of them another name"]))
        }
      } catch {
        faults += error.diagnostics
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults) }
    return data
  }
}

extension Source {
  /// Whether it is likely to be for Korean readers: a Hangul syllable stands in it (U+AC00 to U+D7A3).
  fileprivate var holdsHangul: Bool {
    zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains { first, rest in
      switch first {
      case 0xEA: rest.0 >= 0xB0
      case 0xEB, 0xEC: true
      case 0xED: rest.0 < 0x9E || rest.0 == 0x9E && rest.1 <= 0xA3
      default: false
      }
    }
  }
}

extension Value {
  /// This object with another's members over its own, object by object.
  fileprivate func overlaid(with other: Value) -> Value {
    guard let object, let over = other.object else { return other }
    var members = object.members
    for member in over.members {
      if let index = members.firstIndex(where: { $0.key == member.key }) {
        members[index].value = members[index].value.overlaid(with: member.value)
      } else {
        members.append(member)
      }
    }
    return Value(.object(Object(members)), range: other.range)
  }
}
