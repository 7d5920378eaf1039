import Diagnostics
import Foundation
import Inputs
import SummitData
import Testing

@Suite struct SchemaTests {
  @Test(arguments: sampleYears)
  func acceptsTheSamples(_ year: Int) throws {
    var check = SchemaCheck(Summit.schema)
    #expect(check.accepts(try JSONReader.read(sampleSource(year))))
    #expect(check.unknownKeywords.isEmpty)
  }

  /// Nothing stands in the schema that no sample shows, but for what isn't known of these summits.
  @Test func samplesShowEveryMember() throws {
    var check = SchemaCheck(Summit.schema)
    for year in sampleYears { _ = try check.accepts(JSONReader.read(sampleSource(year))) }
    var known: Set<String> = []
    let definitions =
      [("summit", Summit.schema)]
      + (Summit.schema["$defs"]?.object?.members.map { ($0.key, $0.value) } ?? [])
    for (name, schema) in definitions {
      for key in schema["properties"]?.object?.keys ?? [] { known.insert("\(name).\(key)") }
    }
    #expect(known.count > 80)
    #expect(known.subtracting(check.seen).sorted() == ["result.figure", "summit.host"])
  }

  /// Schema and decoder read the same member names: each is asked for by the other.
  @Test func decoderKnowsTheSchemasMembersAndNoOthers() throws {
    let properties = try #require(Summit.schema["properties"]?.object?.keys)
    let strange = faults(smallSummit.replacing("\"edition\":", with: "\"zzzzzzzzzzzzzzz\":"))
    let hint = try #require(strange.first { $0.contains("unknown member") })
    for property in properties { #expect(hint.contains(property)) }
  }

  /// What the schema refuses the decoder refuses, and the other way round where a schema can tell.
  @Test(arguments: faultTable)
  func refusesWhatTheDecoderRefuses(_ fault: Fault) throws {
    let text = smallSummit.replacing(fault.text, with: fault.replacement)
    var check = SchemaCheck(Summit.schema)
    let accepted = check.accepts(try JSONReader.read(Source(name: "s.json", text: text)))
    #expect(accepted == Self.beyondTheSchema.contains(fault.testDescription))
  }

  /// Faults between two places of a file, and of the calendar: for the decoder alone.
  static let beyondTheSchema: Set<String> = [
    "an unknown organization", "an unknown source", "an unknown area", "an unknown industry",
    "an id given twice", "a group that belongs to itself",
    "an ISIC division of another section", "a day that isn't", "a month that isn't",
    "a range in the wrong order", "reported before it was held", "left before it joined",
    "left without a source", "a source of leaving without leaving", "a member that joins again",
    "a speaker who isn't there", "a figure beyond all numbers",
  ]

  private static func runPython(_ script: String, input: String) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stdout
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let hasJSONSchema = (try? runPython("import jsonschema", input: "").0) == 0

  @Test(
    .enabled(if: hasJSONSchema, "needs Python's jsonschema"), arguments: sampleYears)
  func anIndependentValidatorAcceptsTheSamples(_ year: Int) throws {
    let sample = try JSONReader.read(sampleSource(year))
    let (status, output) = try Self.runPython(
      """
      import json, sys, jsonschema
      schema, sample = json.load(sys.stdin)
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(sample)
      """, input: JSONWriter.compact([Summit.schema, sample]))
    #expect(status == 0, "\(output)")
  }
}
