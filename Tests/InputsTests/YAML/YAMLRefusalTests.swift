import Diagnostics
import Inputs
import Testing

struct YAMLRefusalTests {
  static let refusals: [Refusal] = [
    Refusal(
      "anchor", "a: &x 1\nb: *x\n",
      """
      a.yaml:1:4: error: anchors and aliases are not read here
        hint: write the value out where it is needed, or put the text in quotes
      """),
    Refusal(
      "unknown alias", "a: *x\n",
      """
      a.yaml:1:4: error: anchors and aliases are not read here
        hint: put a text that begins with "*" in quotes
      """),
    Refusal(
      "merge key", "<<: {a: 1}\n",
      """
      a.yaml:1:1: error: the merge key "<<" is not read here
        hint: write the members out where they are needed
      """),
    Refusal(
      "tag", "a: !!str 5\n",
      """
      a.yaml:1:4: error: the tag "!!str" is not read here
        hint: leave the tag out; what is in quotes is a text
      """),
    Refusal(
      "tag of one's own", "a: !custom {x: 1}\n",
      """
      a.yaml:1:4: error: the tag "!custom" is not read here
        hint: leave the tag out; what is in quotes is a text
      """),
    Refusal(
      "two documents", "---\na: 1\n---\nb: 2\n",
      """
      a.yaml:4:1: error: a second document begins here, where one is expected
        hint: remove the line "---" before it
      """),
    Refusal(
      "equal keys", "a: 1\nb: 2\na: 3\n",
      """
      a.yaml:3:1: error: the key "a" stands twice in one object
      a.yaml:1:1: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "equal keys inside a list", "x:\n  - k: 1\n    z: 3\n    k: 2\n",
      """
      a.yaml:4:5: error: the key "k" stands twice in one object
      a.yaml:2:5: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "equal keys in one line", "{a: 1, a: 2}\n",
      """
      a.yaml:1:2: error: the key "a" stands twice in one object
        hint: remove or rename one of them
      """),
    Refusal(
      "colon in a text", "title: AI: the future\n",
      """
      a.yaml:1:10: error: a ":" stands where no key can end
        hint: put a text that holds ": " in quotes, or check the line's indentation
      """),
    Refusal(
      "tab that indents", "a:\n\t- x\n",
      """
      a.yaml:2:1: error: a tab stands where spaces indent
        hint: use spaces
      """),
    Refusal(
      "open double quote", "a: \"unclosed\n",
      """
      a.yaml:1:4: error: the quote that opens here is never closed
        hint: inside double quotes write \\" for a quote, inside single quotes ''
      """),
    Refusal(
      "open single quote", "a: 'unclosed\nb: 1\n",
      """
      a.yaml:1:4: error: the quote that opens here is never closed
        hint: inside double quotes write \\" for a quote, inside single quotes ''
      """),
    Refusal(
      "open list", "a: [1, 2\nb: 3\n",
      """
      a.yaml:2:2: error: expected "," or "]" in this list
      a.yaml:1:4: note: the list begins here
      """),
    Refusal(
      "open object", "a: {x: 1\n",
      """
      a.yaml:2:1: error: expected "," or "}" in this object
      a.yaml:1:4: note: the object begins here
        hint: put a text that begins with "{" in quotes
      """),
    Refusal(
      "hole without quotes", "title: {{name}}\n",
      """
      a.yaml:1:9: error: a list or an object stands where a key is expected
        hint: put a text that begins with "{" or "[" in quotes
      """),
    Refusal(
      "hole and text without quotes", "title: {{name}} and more\n",
      """
      a.yaml:1:17: error: text after the end of an object, which "{{" begins here
        hint: put a text that begins with "{{" in quotes
      """),
    Refusal(
      "reserved character", "a: @x\n",
      """
      a.yaml:1:4: error: no value begins with "@"
        hint: put the text in quotes
      """),
    Refusal(
      "percent", "a: %x\n",
      """
      a.yaml:1:4: error: no value begins with "%"
        hint: put the text in quotes
      """),
    Refusal(
      "indented too far", "a: 1\n b: 2\n",
      """
      a.yaml:2:3: error: a ":" stands where no key can end
        hint: put a text that holds ": " in quotes, or check the line's indentation
      """),
    Refusal(
      "indented too little", "a:\n  b: 1\n c: 2\n",
      """
      a.yaml:3:2: error: this line doesn't fit the object around it
      a.yaml:1:1: note: the object begins here
        hint: indent it like the other keys, or put a text that holds special characters in quotes
      """),
    Refusal(
      "key among items", "- a\nb: 1\n",
      """
      a.yaml:2:1: error: this line doesn't fit the list around it
      a.yaml:1:1: note: the list begins here
        hint: begin an item with "- ", indented like the others
      """),
    Refusal(
      "text after quotes", "a: 'x' y\n",
      """
      a.yaml:1:8: error: text after the end of this value
        hint: put the whole text in quotes
      """),
    Refusal(
      "unknown escape", "a: \"\\q\"\n",
      """
      a.yaml:1:5: error: unknown escape in double quotes
        hint: write \\\\ for a backslash, or use single quotes
      """),
    Refusal(
      "surrogate escape", "a: \"\\ud83d\\ude00\"\n",
      """
      a.yaml:1:7: error: this escape is no character
        hint: write the character itself, or \\U and its eight hexadecimal digits
      """),
    Refusal(
      "list on the line of its key", "a: - b\n",
      """
      a.yaml:1:4: error: a list can't begin here
        hint: put "- " on the line below the key, or write [a, b]
      """),
    Refusal(
      "infinity", "a: .inf\nb: [.nan]\n",
      """
      a.yaml:1:4: error: ".inf" is no number that can be shown
        hint: write null where there is none, or put it in quotes
      a.yaml:2:5: error: ".nan" is no number that can be shown
        hint: write null where there is none, or put it in quotes
      """),
    Refusal(
      "list as key", "? [1, 2]\n: x\n",
      """
      a.yaml:1:3: error: a list or an object stands where a key is expected
        hint: put a text that begins with "{" or "[" in quotes
      """),
    Refusal(
      "missing key", ": x\n",
      """
      a.yaml:1:1: error: a key is missing before ":"
      """),
    Refusal(
      "control character", "a: \u{7}\n",
      """
      a.yaml:1:4: error: the character U+0007 may not stand in YAML
        hint: remove it, or write it as an escape in double quotes
      """),
    Refusal(
      "after the end", "a: 1\n...\nb: 2\n",
      """
      a.yaml:3:1: error: text after the end of the value
        hint: check the line's indentation
      """),
    Refusal(
      "key without colon", "a: 1\nb\nc: 2\n",
      """
      a.yaml:2:1: error: expected ":" after this key
        hint: a key ends with ":", an item of a list begins with "- "
      """),
  ]

  @Test(arguments: refusals)
  func saysWhatIsWrongAndWhatToType(refusal: Refusal) {
    let complaint = complaint(about: refusal.text, in: "a.yaml") { source throws(DiagnosticError) in
      try YAMLReader.read(source)
    }
    #expect(complaint == refusal.message)
  }
}
