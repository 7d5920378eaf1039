import Diagnostics
import Formats
import Inputs
import Testing

@testable import Documents

@Suite struct LocalizationTests {
  private func read(
    _ json: String, in language: Language
  ) throws -> (value: Value, warnings: [Diagnostic]) {
    let source = Source(name: "d.json", text: json)
    return Localization.read(Located(try JSONReader.read(source), in: source), in: language)
  }

  @Test(arguments: [
    (#"{"ko": "가", "en": "a"}"#, #""가""#, #""a""#),
    (#"[{"n": {"ko": "가", "en": "a"}, "m": 1}]"#, #"[{"n":"가","m":1}]"#, #"[{"n":"a","m":1}]"#),
    (#"{"ko": {"x": 1}, "en": [2]}"#, #"{"x":1}"#, "[2]"),
    (#"{"ko": {"ko": "가", "en": "b"}, "en": "a"}"#, #""가""#, #""a""#),
    (#"{"ko": null, "en": null}"#, "null", "null"),
    (
      #"{"ko": "가", "en": "a", "de": "x"}"#, #"{"ko":"가","en":"a","de":"x"}"#,
      #"{"ko":"가","en":"a","de":"x"}"#
    ),
    ("{}", "{}", "{}"), ("[1.50, true, null]", "[1.50,true,null]", "[1.50,true,null]"),
  ]) func readsOneLanguage(_ json: String, _ korean: String, _ english: String) throws {
    #expect(JSONWriter.compact(try read(json, in: .ko).value) == korean)
    #expect(JSONWriter.compact(try read(json, in: .en).value) == english)
    #expect(try read(json, in: .ko).warnings.isEmpty)
  }

  @Test func aMissingTranslationFallsBackAndIsWarnedOf() throws {
    let (value, warnings) = try read(#"[{"name": {"ko": "가"}}, {"en": "b", "ko": null}]"#, in: .en)
    #expect(JSONWriter.compact(value) == #"[{"name":"가"},"b"]"#)
    #expect(
      warnings.map { $0.rendered(.plain) } == [
        "d.json:1:11: warning: there is no text in \"en\" here\n  hint: add \"en\": \"…\" beside the other"
      ])
    #expect(try read(#"{"en": "b", "ko": null}"#, in: .ko).warnings.count == 1)
  }

  @Test func warningsAreBounded() throws {
    let items = Array(repeating: #"{"ko": "가"}"#, count: 1000).joined(separator: ",")
    let warnings = try read("[\(items)]", in: .en).warnings
    #expect(warnings.count == 51)
  }

  @Test func placesAreKept() throws {
    let value = try read(#"{"a": {"ko": "가", "en": "a"}}"#, in: .en).value
    #expect(value["a"]?.range == 26..<29)
  }
}
