/// A problem of libyaml in words that tell what to type.
struct YAMLProblem {
  var id = "yaml.syntax"
  var message: String
  var hints: [String] = []
  /// The fault is where the construct began, not where libyaml gave up.
  var pointsToBeginning = false
  var noteAtBeginning: String?

  /// `found` is the byte where libyaml gave up, `before` what stands before it in its line.
  init(problem: String, context: String, found: UInt8, before: String) {
    let shown = String(UnicodeScalar(found < 0x80 ? found : 0x20))
    switch problem {
    case "mapping values are not allowed in this context":
      message = "a \":\" stands where no key can end"
      hints = ["put a text that holds \": \" in quotes, or check the line's indentation"]
    case "could not find expected ':'":
      message = "expected \":\" after this key"
      hints = ["a key ends with \":\", an item of a list begins with \"- \""]
      pointsToBeginning = true
    case "did not find expected key" where before.contains("{{"):
      message = "text after the end of an object, which \"{{\" begins here"
      hints = ["put a text that begins with \"{{\" in quotes"]
    case "did not find expected key" where !before.isEmpty:
      message = "text after the end of this value"
      hints = ["put the whole text in quotes"]
    case "did not find expected key" where found == UInt8(ascii: ":"):
      id = "yaml.key"
      message = "a key is missing before \":\""
    case "did not find expected key":
      message = "this line doesn't fit the object around it"
      hints = [
        "indent it like the other keys, or put a text that holds special characters in quotes"
      ]
      noteAtBeginning = "the object begins here"
    case "did not find expected '-' indicator":
      message = "this line doesn't fit the list around it"
      hints = ["begin an item with \"- \", indented like the others"]
      noteAtBeginning = "the list begins here"
    case "did not find expected ',' or ']'":
      message = "expected \",\" or \"]\" in this list"
      noteAtBeginning = "the list begins here"
    case "did not find expected ',' or '}'":
      message = "expected \",\" or \"}\" in this object"
      noteAtBeginning = "the object begins here"
      hints = ["put a text that begins with \"{\" in quotes"]
    case "found character that cannot start any token" where found == 0x09,
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      id = "yaml.tab"
      message = "a tab stands where spaces indent"
      hints = ["use spaces"]
    case "found character that cannot start any token":
      message = "no value begins with \"\(shown)\""
      hints = ["put the text in quotes"]
    case "found unexpected end of stream" where context.contains("quoted"):
      id = "yaml.truncated"
      message = "the quote that opens here is never closed"
      hints = ["inside double quotes write \\\" for a quote, inside single quotes ''"]
      pointsToBeginning = true
    case "found unknown escape character", "did not find expected hexdecimal number":
      message = "unknown escape in double quotes"
      hints = ["write \\\\ for a backslash, or use single quotes"]
    case "found invalid Unicode character escape code":
      message = "this escape is no character"
      hints = ["write the character itself, or \\U and its eight hexadecimal digits"]
    case "block sequence entries are not allowed in this context":
      message = "a list can't begin here"
      hints = ["put \"- \" on the line below the key, or write [a, b]"]
    case "mapping keys are not allowed in this context":
      message = "a key can't begin here"
      hints = ["put a text that begins with \"? \" in quotes"]
    case "did not find expected <document start>":
      message = "text after the end of the value"
      hints = ["check the line's indentation"]
    case "found undefined alias":
      id = "yaml.anchor"
      message = "anchors and aliases are not read here"
      hints = ["put a text that begins with \"*\" in quotes"]
    case "did not find expected alphabetic or numeric character":
      message = "no value begins with \"\(context.contains("alias") ? "*" : "&")\""
      hints = ["put the text in quotes"]
      pointsToBeginning = true
    case "did not find expected node content":
      message = "expected a value"
      hints = ["a # begins a comment, so put a colour in quotes: \"#0B4F8A\""]
      noteAtBeginning = "what it belongs to begins here"
    default:
      message = problem
    }
  }
}
