import Testing

/// Files with a fault, the command that meets it, and all that is printed; DIR is their folder.
struct BadInput: CustomTestStringConvertible {
  let id: String
  var files: [String: String] = [:]
  var command = "render DIR/r --data DIR/d.json -o DIR/out"
  var code: Int32 = 1
  let message: String

  var testDescription: String { id }

  static let table: [BadInput] = [
    BadInput(
      id: "missing data file",
      command: "render DIR/r --data DIR/none.json -o DIR/out",
      message: """
        DIR/none.json: error: there is no file "DIR/none.json"
          hint: known here: d.json, r

        """),
    BadInput(
      id: "missing report",
      command: "render DIR/s --data DIR/d.json -o DIR/out",
      message: """
        error: there is no report "DIR/s"
          hint: known here: executive-brief, monthly-performance, project-status, specimen

        """),
    BadInput(
      id: "unknown report name",
      command: "render executive-brif --data DIR/d.json -o DIR/out",
      message: """
        error: there is no report "executive-brif"
          hint: did you mean "executive-brief"?

        """),
    BadInput(
      id: "a folder instead of a data file",
      command: "render DIR/r --data DIR/r -o DIR/out",
      message: """
        DIR/r: error: "DIR/r" is a folder, where a file is expected
          hint: name a file in it

        """),
    BadInput(
      id: "a file instead of a report",
      command: "render DIR/d.json -o DIR/out",
      message: """
        error: "DIR/d.json" is a file, not a report's folder
          hint: name the folder that holds report.md

        """),
    BadInput(
      id: "a folder that is no report",
      files: ["empty/readme.txt": ""],
      command: "render DIR/empty -o DIR/out",
      message: """
        DIR/empty/report.md: error: there is no file "DIR/empty/report.md"
          hint: known here: readme.txt

        """),
    BadInput(
      id: "truncated JSON",
      files: ["d.json": "{\"name\": \"모임\",\n \"count\": 3"],
      message: """
        DIR/d.json:2:12: error: the text ends inside an object
        DIR/d.json:1:1: note: the object was opened here
          hint: is the file complete? a "}" is missing

        """),
    BadInput(
      id: "wrong types in a summit",
      files: [
        "r/report.md": "---\ntitle: T\ndata: summit\n---\nx\n",
        "d.json": SmallReport.summit(
          replacing: #""edition": "2022""#, with: #""edition": 2022"#,
          and: #"{ "ko": "KT", "en": "KT" }, "kind": "industry""#,
          with: #""KT", "kind": "industry""#),
      ],
      message: """
        DIR/d.json:3:14: error: "edition" must be a text, not a number
        DIR/d.json:46:27: error: "name" must be an object of languages, not a text
          hint: write {"ko": "…", "en": "…"}

        """),
    BadInput(
      id: "unknown name in the template",
      files: ["r/report.md": "---\ntitle: T\n---\n{{nmae}} {{count}}\n"],
      message: """
        DIR/r/report.md:4:1: error: unknown name "nmae"
          hint: did you mean "name"?
          hint: if it may be missing, write {{?nmae}}

        """),
    BadInput(
      id: "unknown chart field",
      files: [
        "d.json": #"{"rows": [{"year": 2021, "count": 9}]}"#,
        "r/report.md": "---\ntitle: T\n---\n![Growth](charts/growth.vl.json){#fig-growth}\n",
        "r/charts/growth.vl.json": """
        {"data": {"name": "rows"}, "mark": "bar",
         "encoding": {"x": {"field": "yaer", "type": "ordinal"},
                      "y": {"field": "count", "type": "quantitative"}}}
        """,
      ],
      message: """
        DIR/r/charts/growth.vl.json:2:30: error: no row has the field "yaer"
          hint: did you mean "year"?

        """),
    BadInput(
      id: "a chart's data on the network",
      files: [
        "c.vl.json": #"{"data": {"url": "https://x.org/a.json"}, "mark": "bar"}"#
      ],
      command: "chart DIR/c.vl.json -o DIR/out.png",
      message: """
        DIR/c.vl.json:1:18: error: "https://x.org/a.json" is on the network, which is never read
          hint: save the file beside the specification and write "a.json"

        """),
    BadInput(
      id: "a chart's data file that isn't there",
      files: [
        "c.vl.json": #"{"data": {"url": "data/a.json"}, "mark": "bar"}"#
      ],
      command: "chart DIR/c.vl.json -o DIR/out.png",
      message: """
        DIR/c.vl.json:1:18: error: there is no file "DIR/data/a.json": the folder "data" is missing
          hint: known here: c.vl.json, d.json, r

        """),
    BadInput(
      id: "a chart's data outside of what may be read",
      files: [
        "c.vl.json": #"{"data": {"url": "/etc/passwd"}, "mark": "bar"}"#
      ],
      command: "chart DIR/c.vl.json -o DIR/out.png",
      message: """
        DIR/c.vl.json:1:18: error: "/etc/passwd" lies outside the folders that may be read
          hint: copy the file into the report's folder, or pass it with --data NAME=FILE

        """),
    BadInput(
      id: "a chart's data by an unknown name",
      files: [
        "c.vl.json": #"{"data": {"name": "rows"}, "mark": "bar"}"#
      ],
      command: "chart DIR/c.vl.json -o DIR/out.png",
      message: """
        DIR/c.vl.json:1:19: error: unknown data "rows"
          hint: give it: --data NAME=FILE

        """),
    BadInput(
      id: "a chart that is no object",
      files: [
        "c.vl.json": #"[1]"#
      ],
      command: "chart DIR/c.vl.json -o DIR/out.png",
      message: """
        DIR/c.vl.json:1:1: error: a view must be an object, not a list

        """),
    BadInput(
      id: "a chart's colour that is none",
      files: [
        "c.vl.json":
          #"{"data": {"values": [{"a": 1}]}, "mark": {"type": "bar", "color": "bleu"}, "encoding": {"x": {"field": "a", "type": "quantitative"}}}"#
      ],
      command: "chart DIR/c.vl.json -o DIR/out.png",
      message: """
        DIR/c.vl.json:1:67: error: unknown colour "bleu"
          hint: did you mean "blue"?

        """),
    BadInput(
      id: "missing glyph",
      files: ["d.json": "{\"name\": \"모\u{20000}임\", \"count\": 3}"],
      message: """
        DIR/r/report.md:2:8: error: no font has a glyph for "𠀀" (U+20000), in "모𠀀임"
        DIR/d.json:1:10: note: it comes from the data at /name
          hint: put a font that has it into the report's folder fonts/, or write another character

        """),
    BadInput(
      id: "unknown front-matter key",
      files: ["r/report.md": "---\ntitle: T\nsubtitel: S\n---\nx\n"],
      message: """
        DIR/r/report.md:3:1: error: unknown member "subtitel" in front matter
          hint: did you mean "subtitle"?

        """),
    BadInput(
      id: "a time zone that is none",
      files: ["r/report.md": "---\ntitle: T\ntimezone: 9\n---\nx\n"],
      message: """
        DIR/r/report.md:3:11: error: "timezone" must be an offset from UTC, as +09:00
          hint: write timezone: "+09:00", in quotes

        """),
    BadInput(
      id: "a colour that is none",
      files: ["r/theme.yaml": "colors:\n  accent: \"#12345\"\n"],
      message: """
        DIR/r/theme.yaml:2:11: error: "#12345" is no colour
          hint: write "#rrggbb" with six hexadecimal digits, in quotes

        """),
    BadInput(
      id: "a page that the document lacks",
      command: "render DIR/r --data DIR/d.json -o DIR/out --pages 7",
      message: """
        error: there is no page 7: the document has 1
          hint: choose from --pages 1-1

        """),
    BadInput(
      id: "a limit passed",
      command: "render DIR/r --data DIR/d.json -o DIR/out --limit input-bytes=10",
      message: """
        DIR/r/report.md: error: "DIR/r/report.md" passes the limit of 10 bytes
          hint: if that is intended: --limit input-bytes=40

        """),
    BadInput(
      id: "an output folder that is a file",
      files: ["out": "occupied"], code: 74,
      message: """
        error: "DIR/out" is not a folder
          hint: choose another place with --output

        """),
    BadInput(
      id: "a home without fonts",
      command: "render DIR/r --data DIR/d.json -o DIR/out --home DIR",
      message: """
        error: --home names "DIR", which has no folder Fonts
          hint: name the folder that holds Fonts and Reports

        """),
    BadInput(
      id: "a chart that isn't there",
      command: "chart DIR/none.vl.json -o DIR/out.png",
      message: """
        DIR/none.vl.json: error: there is no file "DIR/none.vl.json"
          hint: known here: d.json, r

        """),
    BadInput(
      id: "chart data that is no list",
      files: ["c.vl.json": #"{"data": {"name": "rows"}, "mark": "bar"}"#],
      command: "chart DIR/c.vl.json -o DIR/out.png --data rows=DIR/d.json",
      message: """
        DIR/d.json:1:1: error: the data "rows" must be a list, not an object
          hint: write [{…}, {…}]

        """),
    BadInput(
      id: "a summit file with a fault, validated",
      files: [
        "d.json": SmallReport.summit(
          replacing: #""organization": "kt","#, with: #""organization": "kd","#,
          and: #""date": "2022-10-25""#, with: #""date": "2022-13-25""#)
      ],
      command: "validate DIR/d.json --as summit",
      message: """
        DIR/d.json:4:11: error: the calendar has no "2022-13-25"
        DIR/d.json:65:23: error: unknown organization "kd"
          hint: did you mean "kt"?

        """),
    BadInput(
      id: "fonts without a glyph",
      command: "fonts --text \u{20000}",
      message: """
        error: "\u{20000}" (U+20000) is in none of the fonts
          hint: add a font that has it: --fonts DIR

        """),
  ]
}

@Suite struct BadInputTests {
  @Test(arguments: BadInput.table)
  func isOneClearDiagnosticAtItsPlace(_ bad: BadInput) throws {
    let folder = try SmallReport.folder(bad.files)
    let before = try folder.files
    let arguments = bad.command.split(separator: " ").map {
      String($0).replacing("DIR", with: folder.path)
    }
    let run = CommandRun(arguments)
    #expect(run.errors(in: folder) == bad.message)
    #expect(run.code == bad.code)
    #expect(try folder.files == before)
  }
}
