import Diagnostics
import Testing

struct LimitsTests {
  @Test func everyLimitHasADefaultAUnitAndAName() {
    for name in Limits.Name.allCases {
      #expect(Limits()[name] == name.defaultValue && name.defaultValue > 0)
      #expect(name.defaultValue <= name.greatestValue)
      #expect(!name.unit.isEmpty)
      #expect(name.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test func oneIsSetWithoutTheOthers() {
    var limits = Limits()
    limits[.pages] = 3
    #expect(limits[.pages] == 3 && limits[.rows] == Limits()[.rows])
    limits[.pages] = -1
    #expect(limits[.pages] == 0)
  }

  @Test func theDepthEndsWhereTheStackWould() {
    var limits = Limits()
    limits[.inputDepth] = .max
    #expect(limits[.inputDepth] == 2048)
    #expect(
      limits.exceeded(.inputDepth, by: "the nesting").rendered(.plain)
        == "error: the nesting passes the limit of 2048 levels")
  }

  @Test func exceedingOneSaysHowToRaiseIt() {
    var limits = Limits()
    limits[.pages] = 5
    let location = SourceLocation(file: "a.md")
    #expect(
      limits.exceeded(.pages, by: "the document", at: location).rendered(.plain) == """
        a.md: error: the document passes the limit of 5 pages
          hint: if that is intended: --limit pages=20
        """)
    limits[.rows] = .max
    #expect(limits.exceeded(.rows, by: "the table").hints == [])
  }
}
