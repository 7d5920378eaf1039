import Diagnostics
import Documents
import Formats
import Inputs
import SummitAnalysis
import SummitData

/// Reads the data files of a run and puts what they hold under the names that a report knows.
struct DataLoader {
  let workspace: Workspace
  let limits: Limits

  /// What a report is bound to, with the warnings of reading it.
  struct Loaded {
    var data: ReportData
    var warnings: [Diagnostic]
  }

  /// The data files of a run as they stand, the same for all editions; what couldn't be read is among the faults.
  struct Files {
    fileprivate(set) var inputs: [(argument: DataArgument, data: Located)] = []
    fileprivate(set) var faults: [Diagnostic] = []

    /// The main input, translations included.
    var main: Located? { inputs.first { $0.argument.name == nil }?.data }

    /// Puts a value into the place of the main input.
    mutating func take(main value: Located, _ argument: DataArgument) {
      inputs.removeAll { $0.argument.name == nil }
      inputs.append((argument, value))
    }
  }

  /// Reads each file once, since standard input can't be read again.
  func read(_ binding: DataBinding, for report: ReportFolder) throws(DiagnosticError) -> Files {
    let arguments = binding.files
    var files = Files()
    let main = arguments.filter { $0.name == nil }
    guard main.count <= 1 else {
      throw DiagnosticError(
        .error(
          "data.main",
          "there are \(main.count) main inputs: "
            + main.map { "\"\($0.path)\"" }.joined(separator: ", "),
          hints: ["give all but one a name: --data NAME=FILE"]))
    }
    for argument in arguments {
      do throws(DiagnosticError) {
        let source = try workspace.read(argument.path, limits: limits)
        let input = report.frontMatter.input(named: argument.name)
        let value = try InputReader.read(
          source, format: InputFormat(fileName: source.name) ?? binding.format?.inputFormat,
          columns: input?.columns ?? [:], limits: limits)
        files.inputs.append((argument, Located(value, in: source)))
      } catch {
        files.faults += error.diagnostics
      }
    }
    return files
  }

  /// Puts what the files hold under the names that an edition knows.
  func load(
    _ files: Files, of binding: DataBinding, for report: ReportFolder, checksSchema: Bool = true
  ) throws(DiagnosticError) -> Loaded {
    var run = Run(report: report, files)
    if !binding.files.contains(where: { $0.name == nil }), report.frontMatter.data.kind == .summit {
      run.faults.append(
        .error(
          "data.missing", "the report needs a summit's data",
          hints: ["name the file: --data summit.json"]))
    }
    if checksSchema { run.checkMain() }
    run.bindInputs()
    var settings: Value = .object([])
    do throws(DiagnosticError) {
      settings = try binding.settings.object()
    } catch {
      run.faults += error.diagnostics
    }
    if run.faults.hasErrors { throw DiagnosticError(run.faults) }
    return Loaded(
      data: ReportData(entries: run.entries, settings: settings), warnings: run.faults)
  }

  /// One loading under way.
  private struct Run {
    let report: ReportFolder
    var inputs: [(argument: DataArgument, data: Located)]
    var entries: [ReportData.Entry] = []
    var faults: [Diagnostic]
    /// The summits that the main one is compared with.
    private var others: [Summit] = []

    init(report: ReportFolder, _ files: Files) {
      self.report = report
      inputs = files.inputs
      faults = files.faults
    }

    /// Holds the main input against the report's schema as it was read; one that breaks it isn't bound.
    mutating func checkMain() {
      faults += report.schema?.warnings ?? []
      guard let main = inputs.firstIndex(where: { $0.argument.name == nil }) else { return }
      let violations = report.schema?.schema.violations(in: inputs[main].data) ?? []
      faults += violations
      if violations.hasErrors { inputs.remove(at: main) }
    }

    mutating func bindInputs() {
      let declared = report.frontMatter.inputs
      for (name, input) in declared { bind(name, input) }
      for (argument, data) in inputs {
        guard let name = argument.name, !declared.contains(where: { $0.name == name }) else {
          continue
        }
        guard !entries.contains(where: { $0.name == name }) else {
          faults.append(
            .error(
              "data.name", "the input \"\(name)\" is given twice",
              at: SourceLocation(data.source),
              hints: ["declare it as a list in the front matter, or give it another name"]))
          continue
        }
        warnOfSlip(name, declared: declared.map(\.name))
        add(name, data)
      }
      if let main = inputs.first(where: { $0.argument.name == nil }) { bindMain(main.data) }
    }

    /// An input that the report doesn't declare may be meant for one that it does.
    private mutating func warnOfSlip(_ name: String, declared: [String]) {
      guard let meant = Suggestion.nearest(to: name, in: declared) else { return }
      faults.append(
        .warning(
          "data.undeclared", "the report declares no input \"\(name)\"",
          hints: ["did you mean --data \(meant)=FILE?"]))
    }

    private mutating func bind(_ name: String, _ input: FrontMatter.Input) {
      let given = inputs.filter { $0.argument.name == name }
      if given.isEmpty, !input.isOptional {
        faults.append(
          .error(
            "data.missing", "the report needs the input \"\(name)\"",
            at: input.location, hints: ["name its file: --data \(name)=FILE"]))
        return
      }
      if input.kind != .summits, given.count > 1 {
        faults.append(
          .error(
            "data.name", "the input \"\(name)\" is given \(given.count) times and is no list",
            at: input.location,
            hints: ["declare it as a list: type: \"[summit]\""]))
        return
      }
      switch input.kind {
      case .any:
        if let given = given.first {
          add(name, given.data)
        } else {
          add(name, .array([]))
        }
      case .summit, .summits:
        let summits = given.compactMap { decode($0.data) }
        others += summits
        let values = summits.map { localized(Located($0.value, in: report.nowhere)) }
        let isList = input.kind == .summits || given.isEmpty
        add(name, isList ? .array(values) : values.first ?? .array([]))
      }
    }

    private mutating func bindMain(_ data: Located) {
      guard report.frontMatter.data.kind == .summit else {
        let (value, fallbacks) = tagged(data)
        entries += ReportData.Entry.entries(
          of: value, named: nil, from: data.source, fallbacks: fallbacks)
        return
      }
      guard let summit = decode(data) else { return }
      do throws(DiagnosticError) {
        let analysis = try Analysis(summit, comparedWith: others)
        addMain("summit", tagged(Located(summit.value, in: data.source)), data.source)
        addMain("analysis", (localized(Located(analysis.value, in: report.nowhere)), [:]))
      } catch {
        faults += error.diagnostics
      }
    }

    private mutating func decode(_ data: Located) -> Summit? {
      do throws(DiagnosticError) {
        let (summit, warnings) = try Summit.decode(data)
        faults += warnings
        return summit
      } catch {
        faults += error.diagnostics
        return nil
      }
    }

    private mutating func localized(_ data: Located) -> Value {
      tagged(data).value
    }

    /// The value in the edition's language, and the languages of what stands in for missing texts.
    private mutating func tagged(
      _ data: Located
    ) -> (value: Value, fallbacks: Localization.Fallbacks) {
      let (value, warnings, fallbacks) = Localization.readTagged(data, in: report.language)
      faults += warnings
      return (value, fallbacks)
    }

    private mutating func add(_ name: String, _ data: Located) {
      let (value, fallbacks) = tagged(data)
      entries.append(
        .init(
          name: name, value: value, origin: Origin(.named(name)), source: data.source,
          fallbacks: fallbacks))
    }

    private mutating func add(_ name: String, _ value: Value) {
      entries.append(.init(name: name, value: value, origin: Origin(.named(name))))
    }

    private mutating func addMain(
      _ name: String, _ text: (value: Value, fallbacks: Localization.Fallbacks),
      _ source: Source? = nil
    ) {
      entries.append(
        .init(
          name: name, value: text.value, origin: Origin(.main).appending(name), source: source,
          fallbacks: text.fallbacks))
    }
  }
}

extension FrontMatter {
  /// What the report declares of an input; nil stands for the main one.
  fileprivate func input(named name: String?) -> Input? {
    guard let name else { return data }
    return inputs.first { $0.name == name }?.input
  }
}

extension ReportFolder {
  /// The place of computed values, which stand in no file.
  fileprivate var nowhere: Source { Source(name: path, bytes: []) }
}
