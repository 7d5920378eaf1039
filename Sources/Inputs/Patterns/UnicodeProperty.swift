import Diagnostics

/// The properties that `\p{…}` may name (ECMA-262, tables 69 to 71), in PCRE2's names.
enum UnicodeProperty {
  /// A property escape for PCRE2, or nil for a name that isn't known.
  static func translated(_ name: String, isNegated: Bool) -> String? {
    guard let (property, isOpposite) = property(name) else { return nil }
    return "\\\(isNegated != isOpposite ? "P" : "p"){\(property)}"
  }

  /// What to type instead of a name that isn't known.
  static func hint(for name: String, letter: String) -> String {
    let known = categories.flatMap { $0.split(separator: " ").map(String.init) } + binary
    if let meant = Suggestion.nearest(to: name, in: known) {
      return "did you mean \\\(letter){\(meant)}?"
    }
    return "a script is written \\\(letter){Script=\(name.isEmpty ? "Hangul" : name)}"
  }

  /// PCRE2's name, and whether its opposite is meant.
  private static func property(_ name: String) -> (String, isOpposite: Bool)? {
    if let equals = name.firstIndex(of: "=") {
      let value = String(name[name.index(after: equals)...])
      switch name[..<equals] {
      case "General_Category", "gc": return category(value).map { ($0, false) }
      case "Script", "sc": return isName(value) ? ("sc:\(value)", false) : nil
      case "Script_Extensions", "scx": return isName(value) ? ("scx:\(value)", false) : nil
      default: return nil
      }
    }
    if let category = category(name) { return (category, false) }
    switch name {
    case "Any": return ("Any", false)
    case "Assigned": return ("Cn", true)
    default: return binary.contains(name) ? (name, false) : nil
    }
  }

  private static func category(_ name: String) -> String? {
    for line in categories {
      let names = line.split(separator: " ")
      if let short = names.first, names.contains(where: { $0 == name }) {
        // PCRE2 writes the letters that have a case so.
        return short == "LC" ? "L&" : String(short)
      }
    }
    return nil
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 == 0x5F || 0x61...0x7A ~= $0 | 0x20 }
  }

  /// The general categories: the short name, then the long ones (Unicode's PropertyValueAliases).
  private static let categories = [
    "L Letter", "LC Cased_Letter", "Lu Uppercase_Letter", "Ll Lowercase_Letter",
    "Lt Titlecase_Letter", "Lm Modifier_Letter", "Lo Other_Letter", "M Mark Combining_Mark",
    "Mn Nonspacing_Mark", "Mc Spacing_Mark", "Me Enclosing_Mark", "N Number",
    "Nd Decimal_Number digit", "Nl Letter_Number", "No Other_Number", "P Punctuation punct",
    "Pc Connector_Punctuation", "Pd Dash_Punctuation", "Ps Open_Punctuation",
    "Pe Close_Punctuation", "Pi Initial_Punctuation", "Pf Final_Punctuation",
    "Po Other_Punctuation", "S Symbol", "Sm Math_Symbol", "Sc Currency_Symbol",
    "Sk Modifier_Symbol", "So Other_Symbol", "Z Separator", "Zs Space_Separator",
    "Zl Line_Separator", "Zp Paragraph_Separator", "C Other", "Cc Control cntrl", "Cf Format",
    "Cs Surrogate", "Co Private_Use", "Cn Unassigned",
  ]

  /// The properties that a character has or hasn't, as far as PCRE2 10.40 knows them.
  private static let binary = [
    "ASCII", "ASCII_Hex_Digit", "AHex", "Alphabetic", "Alpha", "Bidi_Control", "Bidi_C",
    "Bidi_Mirrored", "Bidi_M", "Case_Ignorable", "CI", "Cased", "Changes_When_Casefolded", "CWCF",
    "Changes_When_Casemapped", "CWCM", "Changes_When_Lowercased", "CWL",
    "Changes_When_Titlecased", "CWT", "Changes_When_Uppercased", "CWU", "Dash",
    "Default_Ignorable_Code_Point", "DI", "Deprecated", "Dep", "Diacritic", "Dia", "Emoji",
    "Emoji_Component", "EComp", "Emoji_Modifier", "EMod", "Emoji_Modifier_Base", "EBase",
    "Emoji_Presentation", "EPres", "Extended_Pictographic", "ExtPict", "Extender", "Ext",
    "Grapheme_Base", "Gr_Base", "Grapheme_Extend", "Gr_Ext", "Hex_Digit", "Hex", "ID_Continue",
    "IDC", "ID_Start", "IDS", "Ideographic", "Ideo", "IDS_Binary_Operator", "IDSB",
    "IDS_Trinary_Operator", "IDST", "Join_Control", "Join_C", "Logical_Order_Exception", "LOE",
    "Lowercase", "Lower", "Math", "Noncharacter_Code_Point", "NChar", "Pattern_Syntax", "Pat_Syn",
    "Pattern_White_Space", "Pat_WS", "Quotation_Mark", "QMark", "Radical", "Regional_Indicator",
    "RI", "Sentence_Terminal", "STerm", "Soft_Dotted", "SD", "Terminal_Punctuation", "Term",
    "Unified_Ideograph", "UIdeo", "Uppercase", "Upper", "Variation_Selector", "VS", "White_Space",
    "space", "XID_Continue", "XIDC", "XID_Start", "XIDS",
  ]
}
