/// The sections of ISIC Rev. 4 (United Nations, Statistical Papers M/4/Rev.4, 2008).
package enum ISICSection: String, Sendable, Hashable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
  case g = "G"
  case h = "H"
  case i = "I"
  case j = "J"
  case k = "K"
  case l = "L"
  case m = "M"
  case n = "N"
  case o = "O"
  case p = "P"
  case q = "Q"
  case r = "R"
  case s = "S"
  case t = "T"
  case u = "U"

  /// The two-digit divisions that the section holds.
  package var divisions: ClosedRange<Int> {
    switch self {
    case .a: 1...3
    case .b: 5...9
    case .c: 10...33
    case .d: 35...35
    case .e: 36...39
    case .f: 41...43
    case .g: 45...47
    case .h: 49...53
    case .i: 55...56
    case .j: 58...63
    case .k: 64...66
    case .l: 68...68
    case .m: 69...75
    case .n: 77...82
    case .o: 84...84
    case .p: 85...85
    case .q: 86...88
    case .r: 90...93
    case .s: 94...96
    case .t: 97...98
    case .u: 99...99
    }
  }
}
