import Diagnostics
import Inputs
import Testing

struct JSONRefusalTests {
  static let refusals: [Refusal] = [
    Refusal(
      "nothing", "",
      """
      a.json:1:1: error: there is nothing to read, where JSON is expected
        hint: the smallest JSON file is {}
      """),
    Refusal(
      "white space", " \n",
      """
      a.json:2:1: error: there is nothing to read, where JSON is expected
        hint: the smallest JSON file is {}
      """),
    Refusal(
      "mark alone", "\u{FEFF}",
      """
      a.json:1:1: error: there is nothing to read, where JSON is expected
        hint: the smallest JSON file is {}
      """),
    Refusal(
      "trailing comma in an object", "{\"a\": 1,}",
      """
      a.json:1:8: error: a comma stands before the closing "}"
        hint: remove the comma
      """),
    Refusal(
      "trailing comma in a list", "[1,\n 2,\n]",
      """
      a.json:2:3: error: a comma stands before the closing "]"
        hint: remove the comma
      """),
    Refusal(
      "two commas", "[1,,2]",
      """
      a.json:1:4: error: expected a value, found ","
      """),
    Refusal(
      "leading comma", "[,1]",
      """
      a.json:1:2: error: expected a value, found ","
      """),
    Refusal(
      "two commas in an object", "{\"a\": 1,, \"b\": 2}",
      """
      a.json:1:9: error: expected a key in double quotes, found ","
      """),
    Refusal(
      "comma alone in an object", "{,}",
      """
      a.json:1:2: error: expected a key in double quotes, found ","
      """),
    Refusal(
      "equal keys", "{\"a\": 1, \"a\": 2}",
      """
      a.json:1:10: error: the key "a" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "equal keys by escape", "{\"a\": 1, \"\\u0061\": 2}",
      """
      a.json:1:10: error: the key "a" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "equal keys by normalization", "{\"é\": 1, \"e\u{301}\": 2}",
      """
      a.json:1:10: error: the key "é" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "equal keys in Korean", "{\"매출\": 1, \"매출\": 2}",
      """
      a.json:1:11: error: the key "매출" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "equal keys, then a fault", "{\"a\": {\"b\": 1, \"b\": 2}, \"c\": 3, \"a\": 4",
      """
      a.json:1:16: error: the key "b" stands twice in one object
      a.json:1:8: note: the first one
        hint: remove or rename one of them
      a.json:1:33: error: the key "a" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      a.json:1:39: error: the text ends inside an object
      a.json:1:1: note: the object was opened here
        hint: is the file complete? a "}" is missing
      """),
    Refusal(
      "a key three times", "{\"a\": 1, \"a\": 2, \"a\": 3}",
      """
      a.json:1:10: error: the key "a" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      a.json:1:18: error: the key "a" stands twice in one object
      a.json:1:2: note: the first one
        hint: remove or rename one of them
      """),
    Refusal(
      "first half of a pair", "\"\\ud800\"",
      """
      a.json:1:2: error: "\\ud800" is half of a surrogate pair
        hint: write both halves, such as \\ud83d\\ude00, or the character itself
      """),
    Refusal(
      "second half of a pair", "\"\\udc00x\"",
      """
      a.json:1:2: error: "\\udc00" is half of a surrogate pair
        hint: write both halves, such as \\ud83d\\ude00, or the character itself
      """),
    Refusal(
      "half a pair before another escape", "\"\\ud800\\u0041\"",
      """
      a.json:1:2: error: "\\ud800" is half of a surrogate pair
        hint: write both halves, such as \\ud83d\\ude00, or the character itself
      """),
    Refusal(
      "line break in a text", "\"a\nb\"",
      """
      a.json:1:3: error: a line break inside a quoted text
        hint: write \\n
      """),
    Refusal(
      "tab in a text", "\"a\tb\"",
      """
      a.json:1:3: error: a tab inside a quoted text
        hint: write \\t
      """),
    Refusal(
      "control character in a text", "\"a\u{1}b\"",
      """
      a.json:1:3: error: the control character U+0001 inside a quoted text
        hint: write \\u0001
      """),
    Refusal(
      "NaN", "[NaN]",
      """
      a.json:1:2: error: unknown word "NaN"
        hint: JSON has no such number; write null where there is none
      """),
    Refusal(
      "-Infinity", "[-Infinity]",
      """
      a.json:1:2: error: "-Infinity" is not a JSON number
        hint: JSON has no such number; write null where there is none
      """),
    Refusal(
      "Infinity", "[Infinity]",
      """
      a.json:1:2: error: unknown word "Infinity"
        hint: JSON has no such number; write null where there is none
      """),
    Refusal(
      "True", "{\"a\": True}",
      """
      a.json:1:7: error: unknown word "True"
        hint: write true
      """),
    Refusal(
      "None", "[None]",
      """
      a.json:1:2: error: unknown word "None"
        hint: write null
      """),
    Refusal(
      "undefined", "[undefined]",
      """
      a.json:1:2: error: unknown word "undefined"
        hint: write null
      """),
    Refusal(
      "bare word", "hello",
      """
      a.json:1:1: error: unknown word "hello"
        hint: a text goes in double quotes
      """),
    Refusal(
      "bare Korean word", "안녕",
      """
      a.json:1:1: error: unknown word "안녕"
        hint: a text goes in double quotes
      """),
    Refusal(
      "word that runs on", "nullx",
      """
      a.json:1:1: error: unknown word "nullx"
        hint: a text goes in double quotes
      """),
    Refusal(
      "key without quotes", "{name: 1}",
      """
      a.json:1:2: error: the key "name" stands without quotes
        hint: write "name" in double quotes
      """),
    Refusal(
      "key in single quotes", "{'name': 1}",
      """
      a.json:1:2: error: a text in quotes that JSON doesn't know
        hint: use the straight double quote "
      """),
    Refusal(
      "text in single quotes", "{\"a\": 'x'}",
      """
      a.json:1:7: error: a text in quotes that JSON doesn't know
        hint: use the straight double quote "
      """),
    Refusal(
      "typographic quotes", "[“a”]",
      """
      a.json:1:2: error: a text in quotes that JSON doesn't know
        hint: use the straight double quote "
      """),
    Refusal(
      "number as key", "{1: 2}",
      """
      a.json:1:2: error: the key "1" stands without quotes
        hint: write "1" in double quotes
      """),
    Refusal(
      "list as key", "{[1]: 2}",
      """
      a.json:1:2: error: expected a key in double quotes, found "["
      """),
    Refusal(
      "comment before", "// c\n{}",
      """
      a.json:1:1: error: JSON has no comments
        hint: remove the comment
      """),
    Refusal(
      "comment after", "{} // c",
      """
      a.json:1:4: error: JSON has no comments
        hint: remove the comment
      """),
    Refusal(
      "comment between", "[1 /* c */]",
      """
      a.json:1:4: error: JSON has no comments
        hint: remove the comment
      """),
    Refusal(
      "comment with a hash", "{\"a\": 1 # c\n}",
      """
      a.json:1:9: error: JSON has no comments
        hint: remove the comment
      """),
    Refusal(
      "missing comma in a list", "[1 2]",
      """
      a.json:1:4: error: expected "," or "]", found "2"
      a.json:1:1: note: the list was opened here
        hint: put a comma before it
      """),
    Refusal(
      "missing comma in an object", "{\"a\": 1 \"b\": 2}",
      """
      a.json:1:9: error: expected "," or "}", found a quoted text
      a.json:1:1: note: the object was opened here
        hint: put a comma before it
      """),
    Refusal(
      "missing colon", "{\"a\" 1}",
      """
      a.json:1:6: error: expected ":" after the key "a", found "1"
      """),
    Refusal(
      "equals for colon", "{\"a\" = 1}",
      """
      a.json:1:6: error: expected ":" after the key "a", found "="
      """),
    Refusal(
      "missing value", "{\"a\":}",
      """
      a.json:1:6: error: expected a value, found "}"
      """),
    Refusal(
      "semicolon for comma", "[1;2]",
      """
      a.json:1:3: error: expected "," or "]", found ";"
      a.json:1:1: note: the list was opened here
      """),
    Refusal(
      "list closed as object", "{\"a\": [1}",
      """
      a.json:1:9: error: expected "," or "]", found "}"
      a.json:1:7: note: the list was opened here
        hint: close the list with "]" first
      """),
    Refusal(
      "object closed as list", "{\"a\": 1]",
      """
      a.json:1:8: error: expected "," or "}", found "]"
      a.json:1:1: note: the object was opened here
        hint: close the object with "}" first
      """),
    Refusal(
      "ends after a key", "{\"a\"",
      """
      a.json:1:5: error: the text ends inside an object
      a.json:1:1: note: the object was opened here
        hint: is the file complete? a "}" is missing
      """),
    Refusal(
      "ends in an object", "{\n  \"a\": 1",
      """
      a.json:2:9: error: the text ends inside an object
      a.json:1:1: note: the object was opened here
        hint: is the file complete? a "}" is missing
      """),
    Refusal(
      "ends in the inner list", "[1, [2, 3",
      """
      a.json:1:10: error: the text ends inside a list
      a.json:1:5: note: the list was opened here
        hint: is the file complete? a "]" is missing
      """),
    Refusal(
      "ends in a text", "[\"abc",
      """
      a.json:1:2: error: the text ends inside a quoted text
        hint: is the file complete? a " is missing
      """),
    Refusal(
      "ends in an escape", "\"abc\\",
      """
      a.json:1:5: error: the text ends inside a quoted text
        hint: is the file complete? a " is missing
      """),
    Refusal(
      "ends in a word", "[1, {\"a\": tru",
      """
      a.json:1:11: error: the text ends inside the word "tru"
      a.json:1:5: note: the object was opened here
        hint: is the file complete?
      """),
    Refusal(
      "leading zero", "[007]",
      """
      a.json:1:2: error: "007" is not a JSON number
        hint: leave out the leading zero, or quote it if it is a code
      """),
    Refusal(
      "plus sign", "+1",
      """
      a.json:1:1: error: "+1" is not a JSON number
        hint: leave out the plus sign
      """),
    Refusal(
      "no digit before the point", ".5",
      """
      a.json:1:1: error: ".5" is not a JSON number
        hint: write a digit before the point
      """),
    Refusal(
      "no digit after the point", "1.",
      """
      a.json:1:1: error: "1." is not a JSON number
        hint: write a digit after the point
      """),
    Refusal(
      "no digit before the exponent", "1.e3",
      """
      a.json:1:1: error: "1.e3" is not a JSON number
        hint: write a digit after the point
      """),
    Refusal(
      "hexadecimal", "0x1F",
      """
      a.json:1:1: error: "0x1F" is not a JSON number
        hint: write it in decimal digits
      """),
    Refusal(
      "underscore", "1_000",
      """
      a.json:1:1: error: "1_000" is not a JSON number
        hint: leave out the underscores
      """),
    Refusal(
      "no exponent", "1e",
      """
      a.json:1:1: error: "1e" is not a JSON number
        hint: write digits after the "e"
      """),
    Refusal(
      "minus alone", "-",
      """
      a.json:1:1: error: "-" is not a JSON number
        hint: a number looks like -12.5e3; anything else goes in double quotes
      """),
    Refusal(
      "two points", "1.2.3",
      """
      a.json:1:1: error: "1.2.3" is not a JSON number
        hint: a number looks like -12.5e3; anything else goes in double quotes
      """),
    Refusal(
      "two values", "[1] [2]",
      """
      a.json:1:5: error: expected the end of the file after the value, found "["
        hint: a file holds one value; many values, one a line, go into a .ndjson file
      """),
    Refusal(
      "two numbers", "12 34",
      """
      a.json:1:4: error: expected the end of the file after the value, found "34"
        hint: a file holds one value; many values, one a line, go into a .ndjson file
      """),
    Refusal(
      "closing bracket too many", "{}}",
      """
      a.json:1:3: error: expected the end of the file after the value, found "}"
        hint: a file holds one value; many values, one a line, go into a .ndjson file
      """),
    Refusal(
      "unknown escape", "\"\\x\"",
      """
      a.json:1:2: error: unknown escape "\\x"
        hint: JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits
      """),
    Refusal(
      "escape of three digits", "\"\\u12G4\"",
      """
      a.json:1:2: error: unknown escape "\\u12G"
        hint: JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits
      """),
    Refusal(
      "Korean after a backslash", "\"\\한\"",
      """
      a.json:1:2: error: unknown escape "\\한"
        hint: JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits
      """),
    Refusal(
      "no-break space", "[\u{A0}1]",
      """
      a.json:1:2: error: the invisible character U+00A0 stands outside a quoted text
        hint: remove it
      """),
    Refusal(
      "line separator", "[1\u{2028}]",
      """
      a.json:1:3: error: the invisible character U+2028 stands outside a quoted text
        hint: remove it
      """),
    Refusal(
      "zero", "[\u{0}]",
      """
      a.json:1:2: error: expected a value, found U+0000
      """),
  ]

  @Test(arguments: refusals)
  func saysWhatIsWrongAndWhatToType(refusal: Refusal) {
    let complaint = complaint(about: refusal.text, in: "a.json") { source throws(DiagnosticError) in
      try JSONReader.read(source)
    }
    #expect(complaint == refusal.message)
  }
}
