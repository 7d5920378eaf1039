import ArgumentParser
import BriefKit
import Diagnostics

/// `brief batch`: a document for each record.
struct BatchCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Makes a document for each record of an input, by several processes.",
    discussion: """
      Records are the lines of .ndjson, the items of a list in .json, the rows of .csv or .tsv, or \
      the files of a folder; - is NDJSON on standard input. Each record is the main input of its \
      document, OUTPUT/NAME.pdf, and a line of OUTPUT/manifest.ndjson says what became of it. A \
      record that fails leaves the others standing. With --resume what is done and unchanged stays.

      EXAMPLES
        brief batch client-letter --input clients.ndjson --name '{{id}}' -o letters
        brief batch client-letter --input clients.csv --name '{{branch}}-{{id}}' -o letters --resume
        brief batch client-letter --input clients.ndjson -o letters --shard 3/8
        brief batch --merge letters/manifest-1-of-2.ndjson letters/manifest-2-of-2.ndjson -o all.ndjson
      """)

  @Argument(
    help: ArgumentHelp(
      "A report's folder, or the name of one that comes with BriefKit.", valueName: "report"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "The records: .ndjson, .json, .csv, .tsv, a folder of files, or - for NDJSON.",
      valueName: "file|folder"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      "The format of records whose file's name tells none: json, csv, tsv or ndjson.",
      valueName: "format"),
    transform: { try OptionValue.named($0, as: "format", in: DataFormat.allCases) })
  var dataFormat: DataFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of documents; for --merge a file.", valueName: "output"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What each document is called, over the names that the report sees.",
      discussion: "Else the record's number, or its file's name.", valueName: "template"))
  var name: String?

  @Option(
    help: ArgumentHelp("Worker processes; as many as there are cores.", valueName: "number"),
    transform: { try OptionValue.count($0, of: "processes", in: 1...1024) })
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "One part of the records of several, for one of several machines.", valueName: "i/n"),
    transform: OptionValue.shard)
  var shard: Shard?

  @Flag(help: "Leave what an earlier run has done of records that are unchanged.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Where the manifest goes; - is standard output.", valueName: "file|-"))
  var manifest: String?

  @Option(
    help: ArgumentHelp("Seconds that a record may take (default: 120).", valueName: "seconds"),
    transform: { try OptionValue.count($0, of: "seconds", in: 1...1_000_000) })
  var timeout = 120

  @Option(
    help: ArgumentHelp(
      "What happens after a record that failed: continue (default) or stop.",
      valueName: "continue|stop"),
    transform: { try OptionValue.named($0, as: "word", in: BatchJob.FailurePolicy.allCases) })
  var onError: BatchJob.FailurePolicy = .continue

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Join the manifests of shards into one, and render nothing.", valueName: "manifest"))
  var merge: [String] = []

  @OptionGroup var records: RecordOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output is empty: name a folder.") }
    guard merge.isEmpty else {
      guard report == nil, input == nil else {
        throw ValidationError("--merge joins manifests and renders nothing: leave out the report.")
      }
      return
    }
    guard report != nil else { throw ValidationError("Missing expected argument '<report>'") }
    guard input != nil else { throw ValidationError("Missing expected argument '--input <input>'") }
    if output == "-" {
      throw ValidationError("--output is a folder; the manifest goes out with --manifest -.")
    }
    if let name, name.isEmpty {
      throw ValidationError("--name is empty: write a template, such as --name '{{id}}'.")
    }
  }

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    guard merge.isEmpty else { return try join(on: console) }
    let report = report ?? ""
    let reporter = BatchReporter(console: console, format: common.diagnostics)
    var job = BatchJob(
      input: RecordInput(path: input ?? "", format: dataFormat),
      settings: records.settings(report, folder: output, common: common),
      worker: WorkerCommandLine(arguments: workerWords(report)), name: name,
      jobs: jobs ?? BatchJob.coreCount)
    job.shard = shard
    job.resumes = resume
    job.manifest = manifest
    job.timeout = timeout
    job.megabytes = records.megabytes
    job.onError = onError
    job.progress = { reporter.tell($0) }
    job.failed = { reporter.tell(faults: $0) }
    job.warned = { reporter.tell(warnings: $0) }
    let outcome = try job.run()
    reporter.finish(outcome)
    if let interruption = outcome.interruption { throw interruption }
    guard outcome.progress.failedCount == 0 else { throw JobError(.input, []) }
    return []
  }

  /// The worker ends itself some time after it should have been ended, in case nobody is left to do it.
  private func workerWords(_ report: String) -> [String] {
    ["worker", "--output=\(output)", "--diagnostics=json", "--timeout=\(timeout + 10)"]
      + records.words(common: common) + ["--", report]
  }

  private func join(on console: Console) throws(JobError) -> [Diagnostic] {
    let outcome = try ManifestMerge(manifests: merge, output: output).run()
    console.errors(BatchText.summary(outcome) + "\n")
    if let first = outcome.firstMissing {
      let count = outcome.missingCount
      throw JobError(
        .input,
        [
          .error(
            "manifest.missing",
            count == 1
              ? "record \(first) is in none of the manifests"
              : "\(count) records are in none of the manifests, the first is \(first)",
            hints: ["let each part go on to its end with --resume, and name all manifests"])
        ])
    }
    guard outcome.failedCount == 0 else { throw JobError(.input, []) }
    return []
  }
}
