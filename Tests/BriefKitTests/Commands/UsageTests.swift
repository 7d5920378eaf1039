import Testing

/// A wrong command line and the first line that is printed of it.
struct WrongUsage: CustomTestStringConvertible {
  let arguments: [String]
  let message: String

  init(_ arguments: String, _ message: String) {
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.message = message
  }

  var testDescription: String { "brief " + arguments.joined(separator: " ") }

  static let table: [WrongUsage] = [
    .init("rendr", "error: there is no command \"rendr\""),
    .init("inspct x", "error: there is no command \"inspct\""),
    .init("render", "Error: Missing expected argument '<report>'"),
    .init(
      "render x --set a",
      "Error: The value 'a' is invalid for '--set <name=value>': "
        + "write a name and a value, such as --set unit=팀"),
    .init(
      "render x --data-format exel",
      "Error: The value 'exel' is invalid for '--data-format <format>': "
        + "there is no format \"exel\"; known here: json, yaml, csv, tsv, ndjson"),
    .init(
      "render x --limit pags=3",
      "Error: The value 'pags=3' is invalid for '--limit <name=value>': "
        + "there is no limit \"pags\"; did you mean \"pages\"?"),
    .init(
      "render x --limit pages",
      "Error: The value 'pages' is invalid for '--limit <name=value>': "
        + "write a name and a number, such as pages=20"),
    .init(
      "render x --limit pages=0",
      "Error: The value 'pages=0' is invalid for '--limit <name=value>': "
        + "\"0\" is not a whole number above 0"),
    .init(
      "render x --limit pages=99999999999999999999",
      "Error: The value 'pages=99999999999999999999' is invalid for '--limit <name=value>': "
        + "\"99999999999999999999\" is not a whole number above 0"),
    .init(
      "render x --lang all -o a.pdf",
      "error: several languages don't fit into \"a.pdf\""),
    .init(
      "render x --lang fr",
      "Error: The value 'fr' is invalid for '--lang <ko|en|all>': "
        + "there is no language \"fr\"; known here: ko, en"),
    .init(
      "render x --format pdf,pgn",
      "Error: The value 'pdf,pgn' is invalid for '--format <pdf,png,svg>': "
        + "there is no format \"pgn\"; did you mean \"png\"?"),
    .init(
      "render x --pages 3-1",
      "Error: The value '3-1' is invalid for '--pages <pages>': "
        + "pages are counted from 1: write 2 or 1-3"),
    .init(
      "render x --pages 0",
      "Error: The value '0' is invalid for '--pages <pages>': "
        + "pages are counted from 1: write 2 or 1-3"),
    .init(
      "render x --scale 0",
      "Error: The value '0' is invalid for '--scale <number>': "
        + "the scale is a number above 0, such as 2"),
    .init(
      "render x --scale nan",
      "Error: The value 'nan' is invalid for '--scale <number>': "
        + "the scale is a number above 0, such as 2"),
    .init(
      "render x --diagnostics jsn",
      "Error: The value 'jsn' is invalid for '--diagnostics <format>': "
        + "there is no format \"jsn\"; did you mean \"json\"?"),
    .init(
      "render x --data a.json --data b.json",
      "Error: There are 2 main inputs: \"a.json\", \"b.json\". "
        + "Give all but one a name: --data NAME=FILE."),
    .init(
      "render x --data - --data b=-",
      "Error: Standard input can be read only once: --data - is given twice."),
    .init(
      "render x --format png -o a.pdf",
      "Error: --format png and --output a.pdf don't agree. Name a folder, or leave out --format."),
    .init(
      "render x --format png -o -",
      "Error: --format png and --output - don't agree. Name a folder, or leave out --format."),
    .init("chart a.vl.json", "Error: Missing expected argument '--output <output>'"),
    .init(
      "chart a.vl.json -o a.png --data a.json",
      "Error: The value 'a.json' is invalid for '--data <name=file>': "
        + "a chart's data go by name: write NAME=a.json"),
    .init(
      "chart a.vl.json b.vl.json -o a.png",
      "error: 2 charts don't fit into the one file \"a.png\""),
    .init(
      "chart a.vl.json -o a.png --size 640",
      "Error: The value '640' is invalid for '--size <widthxheight>': "
        + "write a width and a height in pixels, such as 640x360"),
    .init("chart a.vl.json -o -", "error: a chart isn't written to standard output"),
    .init("analyze a.json --table sector", "error: there is no table \"sector\""),
    .init("analyze a.json --format csv", "error: CSV holds one table, and none is named"),
    .init(
      "analyze - --compare -", "Error: Standard input can be read only once: - is given twice."),
    .init(
      "schema summt",
      "error: the schema of what a report reads is inferred from data, and none is given"),
    .init("schema summit --data a.json", "error: the schema of \"summit\" needs no data"),
    .init("batch -o out", "Error: Missing expected argument '<report>'"),
    .init("batch x -o out", "Error: Missing expected argument '--input <input>'"),
    .init(
      "batch x --input a.ndjson -o -",
      "Error: --output is a folder; the manifest goes out with --manifest -."),
    .init(
      "batch x --input a.ndjson -o out --shard 3/2",
      "Error: The value '3/2' is invalid for '--shard <i/n>': "
        + "write a shard's number and how many there are, such as 2/8"),
    .init(
      "batch x --input a.ndjson -o out --jobs 0",
      "Error: The value '0' is invalid for '--jobs <number>': "
        + "write a number of processes from 1 to 1024"),
    .init(
      "batch x --input a.ndjson -o out --data b.json",
      "Error: The value 'b.json' is invalid for '--data <name=file>': "
        + "the records are the main input; give other data a name: NAME=b.json"),
    .init(
      "batch x --input - -o out --data b=-",
      "Error: The value 'b=-' is invalid for '--data <name=file>': "
        + "standard input is for records; name a file"),
    .init(
      "batch x --input a.ndjson -o out --on-error skip",
      "Error: The value 'skip' is invalid for '--on-error <continue|stop>': "
        + "there is no word \"skip\"; known here: continue, stop"),
    .init(
      "batch executive-brief --input a.ndjson -o out --resume --manifest -",
      "error: --resume reads what an earlier run wrote, and standard output can't be"),
    .init(
      "batch executive-brief --input a.ndjson -o out --name {{#a}}",
      "error: --name can't be read: the section \"a\" isn't closed"),
    .init(
      "batch executive-brief --input a.ndjson -o out --name {{#a}}{{/a}}",
      "error: --name can't be read: only variables may stand here, no sections"),
    .init("batch executive-brief --input a.yaml -o out", "error: records aren't read from YAML"),
    .init(
      "batch x --merge a.ndjson -o b.ndjson",
      "Error: --merge joins manifests and renders nothing: leave out the report."),
    .init(
      "validate executive-brief --as summit",
      "error: \"executive-brief\" is no data file to check as a summit"),
  ]
}

@Suite struct UsageTests {
  @Test(arguments: WrongUsage.table)
  func wrongUsageIsExit64(_ usage: WrongUsage) {
    let run = CommandRun(usage.arguments)
    #expect(run.code == 64)
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").first.map(String.init) == usage.message)
  }

  @Test(arguments: [[], ["--help"], ["help"], ["help", "render"], ["render", "--help"]])
  func helpIsAResultWithExamples(_ arguments: [String]) {
    let run = CommandRun(arguments)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("EXAMPLES\n  brief render"))
  }

  @Test(arguments: [
    "render", "chart", "analyze", "validate", "schema", "fonts", "inspect", "new", "batch",
    "worker",
  ])
  func everyCommandShowsExamplesAndTakesTheCommonOptions(_ command: String) {
    let help = CommandRun(["help", command]).output
    #expect(help.contains("EXAMPLES\n  brief \(command)"))
    for option in ["--diagnostics", "--home", "--limit"] { #expect(help.contains(option)) }
  }

  @Test func versionIsAResult() {
    let run = CommandRun(["--version"])
    #expect(run.code == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test(arguments: [
    (
      ["render", "--diagnostics", "json"],
      #"{"severity":"error","id":"usage","message":"Missing expected argument '<report>'"}"#
    ),
    (
      ["rendr", "--diagnostics=json"],
      #"{"severity":"error","id":"usage.command","message":"there is no command \"rendr\"","#
        + #""hints":["did you mean \"render\"?"]}"#
    ),
  ])
  func wrongUsageIsJSONForAProgram(_ arguments: [String], _ expected: String) {
    let run = CommandRun(arguments)
    #expect(run.code == 64)
    #expect(run.errors == expected + "\n")
  }

  @Test(arguments: [["render", "x", "-o", ""], ["chart", "x", "-o", ""]])
  func anEmptyOutputIsNoPath(_ arguments: [String]) {
    let run = CommandRun(arguments)
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("Error: --output is empty: name a file or a folder.\n"))
  }

  @Test func aCommandOfAnotherNameIsSuggested() {
    #expect(
      CommandRun(["rendr"]).errors
        == "error: there is no command \"rendr\"\n  hint: did you mean \"render\"?\n")
  }
}
