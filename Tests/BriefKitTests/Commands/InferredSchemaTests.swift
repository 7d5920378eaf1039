import Testing

@Suite struct InferredSchemaTests {
  private func schema(_ report: String, _ data: String) throws -> CommandRun {
    let folder = try TemporaryFolder([
      "r/report.md": "---\ntitle: T\n---\n" + report, "d.json": data,
    ])
    return CommandRun(["schema", "\(folder.path)/r", "--data", "\(folder.path)/d.json"])
  }

  @Test func whatAReportReadsIsInferred() throws {
    let run = try schema(
      "{{total:,d}} {{?note}} {{#rows}}{{name}} {{?day}}{{/rows}} {{a.b}}",
      #"""
      {"total": 5, "note": null, "other": 1, "a": {"b": true, "c": 2},
       "rows": [{"name": "x", "day": "2022-01-02"}, {"name": {"ko": "가", "en": "a"}}]}
      """#)
    #expect(run.errors == "")
    #expect(
      run.output == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "T",
          "type": "object",
          "properties": {
            "total": {"type": "number"},
            "note": {},
            "a": {"type": "object", "properties": {"b": {"type": "boolean"}}, "required": ["b"]},
            "rows": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"type": ["string", "object"]},
                  "day": {"type": "string", "format": "date"}
                },
                "required": ["name"]
              }
            }
          },
          "required": ["total", "a", "rows"]
        }

        """)
  }

  @Test func aListIsAnArray() throws {
    let run = try schema("{{#rows}}{{n}}{{/rows}}", #"[{"n": 1}, {"n": null}, {"m": 2}]"#)
    #expect(run.output.contains(#""type": "array""#), "\(run.output)")
    #expect(run.output.contains(#""n": {"type": ["number", "null"]}"#), "\(run.output)")
    #expect(!run.output.contains("required"))
  }
}
