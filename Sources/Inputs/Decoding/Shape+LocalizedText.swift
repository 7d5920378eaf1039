import Diagnostics
package import Formats

extension Shape where Output == LocalizedText {
  /// A text in each language it is known in: `{"ko": "…", "en": "…"}`, at least one of them.
  package static var localized: Shape<LocalizedText> {
    let members = Shape<LocalizedText>.object(
      "bilingual text", "A text in each language it is known in.",
      .optional("ko", .text, "The text in Korean."), .optional("en", .text, "The text in English."),
      make: LocalizedText.init(ko:en:))
    let example = "{\"ko\": \"…\", \"en\": \"…\"}"
    let schema = SchemaFragment(
      members.schema.keywords.filter { $0.key != "required" }.map { ($0.key, $0.value) }
        + [("minProperties", 1)])
    return Shape(schema: schema.named("text"), example: example) { value, decoding in
      guard let object = value.object else {
        decoding.mismatch("an object of languages", value, hints: ["write \(example)"])
        return nil
      }
      guard !object.members.isEmpty else {
        decoding.error(
          "data.empty", "\(decoding.subject) is empty", at: value.range, hints: ["write \(example)"]
        )
        return nil
      }
      return members.read(value, &decoding)
    }
  }
}
