import Testing

@Suite struct DataOptionTests {
  private func text(_ body: String, head: String = "", _ arguments: String, files: [String: String])
    throws -> CommandRun
  {
    var all = files
    all["r/report.md"] = "---\ntitle: T\n\(head)\n---\n\(body)\n"
    let folder = try TemporaryFolder(all)
    let words = arguments.replacing("DIR", with: folder.path).split(separator: " ").map(String.init)
    return CommandRun(["render", "\(folder.path)/r", "-o", "\(folder.path)/out.svg"] + words)
  }

  @Test func severalInputsOfAllFormatsMeet() throws {
    let run = try text(
      "{{#people}}{{name}}{{/people}}{{#sales}}{{n}}{{/sales}}{{#lines}}{{a}}{{/lines}}{{list.0.b}}",
      "--data people=DIR/p.json --data sales=DIR/s.csv --data lines=DIR/l.ndjson --data DIR/y.yaml",
      files: [
        "p.json": #"[{"name": "김"}]"#, "s.csv": "n\n1\n2\n", "l.ndjson": "{\"a\": 1}\n{\"a\": 2}\n",
        "y.yaml": "list:\n  - b: 3\n",
      ])
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test func aNameThatTellsNoFormatNeedsOne() throws {
    let files = ["d.txt": "a,b\n1,2\n"]
    #expect(try text("{{rows.0.a}}", "--data DIR/d.txt --data-format csv", files: files).code == 0)
    let run = try text("{{rows.0.a}}", "--data DIR/d.txt", files: files)
    #expect(run.code == 1)
    #expect(run.errors.contains("the ending of"))
    #expect(run.errors.contains("--data-format csv"))
  }

  @Test func columnsMayBeDeclared() throws {
    let files = ["d.csv": "code,n\n7,1\n"]
    let head = "inputs:\n  d: {columns: {code: text, n: number}}"
    let run = try text("{{#d}}{{n:.1f}}{{/d}}", head: head, "--data d=DIR/d.csv", files: files)
    #expect(run.code == 0, "\(run.errors)")
    // A text is refused by a number's format.
    let text = try text("{{#d}}{{code:.1f}}{{/d}}", head: head, "--data d=DIR/d.csv", files: files)
    #expect(text.errors.contains("shows numbers, \"7\" is a text"))
    let main = try self.text(
      "{{#rows}}{{code:.1f}}{{/rows}}", head: "data: {columns: {code: text}}", "--data DIR/d.csv",
      files: files)
    #expect(main.errors.contains("shows numbers, \"7\" is a text"))
  }

  @Test(arguments: [
    ("{{@set.unit}}", "--set unit=팀"), ("{{@set.a.b:.1f}}{{@set.a.c}}", "--set a.b=2 --set a.c=x"),
    ("{{#@set.list}}{{.:.0f}}{{/@set.list}}", "--set list=[1,2]"),
    ("{{@set.eq}}", "--set eq=a=b"), ("{{@set.code:은(는)}}", "--set code=007"),
  ])
  func settingsAreInReach(_ body: String, _ arguments: String) throws {
    let run = try text(body, arguments, files: [:])
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test(arguments: ["--set a=1 --set a=2", "--set a=1 --set a.b=2"])
  func aNameIsSetOnce(_ arguments: String) throws {
    let run = try text("x", arguments, files: [:])
    #expect(run.code == 1)
    #expect(run.errors.contains("is set twice, or stands below a name that is"))
  }
}
