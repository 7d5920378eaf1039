import Graphics
import Testing

@testable import Typesetting

/// What is in another language than the document, down to the structure tree and to the shaper.
@Suite struct LanguageTests {
  private func languages(_ document: TypesetDocument) -> [String] {
    document.drawn.compactMap { item in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return "\(run.style.language ?? "-") \(run.text.trimmingSpacesAtEnd)"
    }
  }

  @Test func wordsAreSpansInTheirLanguage() throws {
    let document = try typeset("앞 [in **short**]{lang=en} 뒤")
    #expect(
      document.tree == ["P", " Span \"앞 \"", " Span lang=en \"in short\"", " Span \" 뒤\""])
    #expect(languages(document) == ["- 앞", "en in", "en short", "-  뒤"])
  }

  @Test func aParagraphInOneLanguageIsOneElement() throws {
    #expect(try typeset("[All of it]{lang=en-GB}").tree == ["P lang=en-GB \"All of it\""])
    #expect(try typeset("[한국어]{lang=ko}").tree == ["P \"한국어\""])
  }

  @Test func aLinkHoldsSpansInItsLanguages() throws {
    let document = try typeset(
      "[가 [two]{lang=en} 다](https://a.example) [[all](https://b.example)]{lang=en}")
    #expect(
      document.tree == [
        "P", " Link", "  Span \"가 \"", "  Span lang=en \"two\"", "  Span \" 다\"", " Span \" \"",
        " Link lang=en \"all\"",
      ])
    let links = document.drawn.compactMap { item -> Int? in
      if case .link = item.content { item.leaf } else { nil }
    }
    #expect(links == [0, 4])
  }

  @Test func blocksAndHeadingsAreInTheirLanguage() throws {
    let document = try typeset(
      """
      # Results {lang=en}

      ::: {.callout-note title="Note" lang=en}
      Good, [좋다]{lang=ko}.

      - one
      :::

      글
      """)
    #expect(
      document.tree == [
        "H1 lang=en \"1\u{2003}Results\"", "Div lang=en", " P \"Note\"", " P", "  Span \"Good, \"",
        "  Span lang=ko \"좋다\"", "  Span \".\"", " L Square", "  LI", "   LBody", "    P \"one\"",
        "P \"글\"",
      ])
  }

  @Test func listsAndReferencesKeepTheLanguageOfWhatTheyName() throws {
    let document = try typeset(
      "::: {.contents}\n:::\n\n::: {lang=en}\n# Results {#sec-x}\n:::\n\n[그](#sec-x)")
    #expect(document.tree.contains("    Link lang=en \"Results\""), "\(document.tree)")
  }
}
