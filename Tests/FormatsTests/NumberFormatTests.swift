import Testing

@testable import Formats

@Suite struct NumberFormatTests {
  @Test func `the default is twelve significant digits, trimmed`() throws {
    let specifier = try FormatSpecifier("")
    #expect(specifier == FormatSpecifier())
    #expect(specifier.description == " >-")
    #expect(NumberFormat(specifier).string(0.1 + 0.2) == "0.3")
  }

  @Test(arguments: doubleRows)
  func `doubles are written as by d3-format`(row: Row) throws {
    let number = try #require(Double(row[1]))
    #expect(try NumberFormat(row[0]).string(number) == row[2])
  }

  @Test(
    arguments: rows(
      """
      .0f¦1.5¦2
      .0f¦2.5¦3
      .0f¦0.5¦1
      .0f¦-0.5¦−1
      .0f¦-0.4¦0
      +.0f¦-0.4¦+0
      (.0f¦-0.4¦0
      .2f¦1.005¦1.01
      .2f¦2.675¦2.68
      .2f¦-1.115¦−1.12
      .1f¦0.05¦0.1
      .1f¦0.25¦0.3
      .1f¦0.35¦0.4
      .1f¦9.95¦10.0
      .2f¦0.9949999999999999999999¦0.99
      .2f¦0.995¦1.00
      .3f¦8.3455¦8.346
      .1f¦0.45¦0.5
      .0f¦999999999999999999999.5¦1000000000000000000000
      ,.0f¦12345678901234567890123¦12,345,678,901,234,567,890,123
      .0f¦1e21¦1000000000000000000000
      .1f¦1.25e1¦12.5
      .0f¦1e-400¦0
      .2e¦1e400¦1.00e+400
      .1f¦-0¦0.0
      .1f¦-0.0¦0.0
      .1f¦1.50¦1.5
      .1%¦0.1235¦12.4%
      .0%¦0.285¦29%
      .1%¦1.005¦100.5%
      .0%¦-0.004¦0%
      +.1%¦0.0525¦+5.3%
      .2p¦0.1255¦13%
      .3s¦1234500¦1.23M
      .4s¦1234500¦1.235M
      .3s¦999950¦1.00M
      .2r¦1250¦1300
      .1r¦0.00025¦0.0003
      .3g¦1.005¦1.01
      .4g¦1.0005¦1.001
      e¦0¦0.000000e+0
      .1e¦1.25¦1.3e+0
      d¦2.5¦3
      ,d¦1234567.5¦1,234,568
      d¦-2.4¦−2
      x¦254.5¦ff
      b¦10¦1010
      o¦1e3¦1750
      c¦-1.50¦-1.5
      ,¦1234567890123¦1,234,567,890,123
      ,¦1234567890123.4¦1,234,567,890,123
      ,¦0.30000000000000004¦0.3
      ,¦1e15¦1,000,000,000,000,000
      ,¦0.00000001¦0.00000001
      ¦1234.50¦1234.5
      $,.2f¦1234.565¦$1,234.57
      ($,.0f¦-1234.5¦($1,235)
      010,.1f¦1234.56¦0,001,234.6
      ^11,.0f¦123456.5¦  123,457  
      .20f¦0.1¦0.10000000000000000000
      """))
  func `decimals are rounded half away from zero on their digits, never to −0`(row: Row) throws {
    let number = try #require(Decimal(row[1]))
    #expect(try NumberFormat(row[0]).string(number) == row[2])
  }

  @Test func `a locale has its own marks, groups and digits`() throws {
    var indian = NumberLocale()
    indian.grouping = [3, 2, 2, 2, 2, 2]
    indian.currencyPrefix = "₹"
    #expect(try NumberFormat("$,.2f").string(123_456_789.5, locale: indian) == "₹12,34,56,789.50")
    var german = NumberLocale()
    (german.decimal, german.thousands) = (",", ".")
    (german.currencyPrefix, german.currencySuffix) = ("", " €")
    german.minus = "-"
    #expect(try NumberFormat("$,.2f").string(-1234.5, locale: german) == "-1.234,50 €")
    var thai = NumberLocale()
    thai.numerals = ["๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙"]
    #expect(try NumberFormat(".1f").string(12.5, locale: thai) == "๑๒.๕")
    #expect(try NumberFormat("$,").string(1200, locale: .korean) == "$1,200")
    var ungrouped = NumberLocale()
    ungrouped.grouping = []
    #expect(try NumberFormat(",").string(1200, locale: ungrouped) == "1200")
  }

  @Test(arguments: [
    (",.1", 1e6, 1_234_000, "1.2M"), (",.0", 1e-6, 0.000042, "42µ"), (".2", 1500, -420, "−0.42k"),
    (".0", 0, 12, "12"), (",.0", 1e3, 1e9, "1,000,000k"),
  ])
  func `a fixed prefix serves all numbers`(
    specifier: String, reference: Double, number: Double, expected: String
  ) throws {
    let format = NumberFormat(try FormatSpecifier(specifier), prefixOf: reference)
    #expect(format.string(number) == expected)
  }

  @Test(
    arguments: rows(
      """
      z¦format "z" ends in an unknown type "z"¦the types are e f g r s % p b o d x X c n
      .2F¦format ".2F" ends in an unknown type "F"¦the types are e f g r s % p b o d x X c n
      .f¦format ".f" can't be read from ".f" on¦a number format is [[fill]align][sign][symbol][0][width][,][.precision][~][type], as in ,.1f
      ,,f¦format ",,f" can't be read from ",f" on¦a number format is [[fill]align][sign][symbol][0][width][,][.precision][~][type], as in ,.1f
      ff¦format "ff" can't be read from "f" on¦a number format is [[fill]align][sign][symbol][0][width][,][.precision][~][type], as in ,.1f
      1001d¦format "1001d" asks for a width of 1001, the most is 1000¦
      """))
  func `a specifier outside the grammar is refused`(row: Row) {
    let error = #expect(throws: FormatError.self) { try NumberFormat(row[0]) }
    #expect(error?.message == row[1])
    #expect(error?.hints.joined() == row[2])
  }

  @Test(arguments: [
    ("", " >-"), ("+$,.2f", " >+$,.2f"), ("*^(#012,.3~X", "*^(#012,.3~X"), ("0", " >-0"),
    ("<<", "<<-"), ("=", " =-"), ("08", " >-08"), (".0", " >-.0"), ("가>", "가>-"),
  ])
  func `a specifier writes out its defaults`(text: String, expected: String) throws {
    #expect(try FormatSpecifier(text).description == expected)
  }

  private static let doubleRows = rows(
    """
    // fixed notation
    .1f¦0.49¦0.5
    .1f¦-0.49¦−0.5
    .1f¦0.5¦0.5
    .1f¦1.25¦1.3
    .1f¦1.35¦1.4
    .1f¦123.456¦123.5
    .0f¦0.5¦1
    .0f¦1.5¦2
    .0f¦2.5¦3
    .0f¦-0.4¦0
    .0f¦-0.5¦−1
    .0f¦9.5¦10
    .2f¦1.005¦1.00
    .2f¦2.675¦2.67
    .2f¦-1.115¦−1.11
    .2f¦1e+21¦1e+21
    .2f¦123456789.127¦123456789.13
    f¦42¦42.000000
    f¦-0¦0.000000
    f¦1e-7¦0.000000
    $,.2f¦1234.5¦$1,234.50
    $,.2f¦-1234.5¦−$1,234.50
    +,.1f¦0¦+0.0
    +,.1f¦-0.04¦−0.0
    +,.1f¦1000000¦+1,000,000.0
    .20f¦0.1¦0.10000000000000000555
    .25f¦0.5¦0.50000000000000000000
    // percentages
    %¦0.123456¦12.345600%
    .0%¦0.005¦1%
    .0%¦0.123¦12%
    .0%¦-0.995¦−100%
    .0%¦1¦100%
    .1%¦0.00049¦0.0%
    .1%¦0.0005¦0.1%
    .1%¦1.2345¦123.4%
    .2p¦0.123¦12%
    .2p¦0.00123¦0.12%
    .2p¦1.5¦150%
    .2p¦0¦0%
    +.1%¦0.05¦+5.0%
    +.1%¦-0.05¦−5.0%
    .3~p¦0.5¦50%
    // exponent notation
    e¦0¦0.000000e+0
    e¦42¦4.200000e+1
    e¦-4200¦−4.200000e+3
    e¦0.00001¦1.000000e-5
    .0e¦42¦4e+1
    .0e¦99¦1e+2
    .0e¦0¦0e+0
    .2e¦0.00012345¦1.23e-4
    .2e¦9.995¦9.99e+0
    ~e¦4200¦4.2e+3
    // general notation
    g¦0¦0.00000
    g¦42¦42.0000
    g¦1234567¦1.23457e+6
    g¦0.00001¦0.0000100000
    g¦0.0001¦0.000100000
    g¦1e+21¦1.00000e+21
    .1g¦0.049¦0.05
    .1g¦0.49¦0.5
    .1g¦4.9¦5
    .1g¦49¦5e+1
    .3g¦999.5¦1.00e+3
    .3g¦0.0012345¦0.00123
    .12g¦123456789012345¦1.23456789012e+14
    n¦1234567¦1.23457e+6
    n¦0.00042¦0.000420000
    .3n¦12345.6¦1.23e+4
    // rounding to significant digits
    r¦0¦0
    r¦42¦42.0000
    r¦1234567¦1234570
    .1r¦0.049¦0.05
    .1r¦0.49¦0.5
    .1r¦449¦400
    .1r¦990¦1000
    .3r¦123456.789¦123000
    .3r¦0.00012345¦0.000123
    .3r¦2.5¦2.50
    ,.2r¦4223¦4,200
    // SI prefixes
    s¦0¦0.00000
    s¦1¦1.00000
    s¦10¦10.0000
    s¦100¦100.000
    s¦999.5¦999.500
    s¦999500¦999.500k
    s¦0.000001¦1.00000µ
    s¦0.0001¦100.000µ
    s¦1e+24¦1.00000Y
    s¦1e+27¦1000.00Y
    .3s¦0.00042¦420µ
    .3s¦1500¦1.50k
    .3s¦145999999.99¦146M
    .3s¦1e+26¦100Y
    .3s¦999.5¦1.00k
    .2s¦42000000¦42M
    .2s¦-42000000¦−42M
    .2s¦1e-24¦1.0y
    .0s¦1500¦2k
    ~s¦1500¦1.5k
    ~s¦1000¦1k
    ~s¦2000000000¦2G
    $.3s¦1234567¦$1.23M
    .8s¦1.29e-24¦1.2900000y
    .8s¦1.29e+27¦1290.0000Y
    // integers
    d¦0¦0
    d¦4.2¦4
    d¦-4.2¦−4
    d¦4.5¦5
    d¦1000000¦1000000
    d¦1e+21¦1000000000000000000000
    ,d¦1234567¦1,234,567
    ,d¦-1000000000¦−1,000,000,000
    08d¦42¦00000042
    08d¦-42¦−0000042
    +d¦0¦+0
    +d¦5¦+5
    (d¦-5¦(5)
    (d¦5¦5
     d¦5¦ 5
     d¦-5¦−5
    // bases
    b¦10¦1010
    b¦-10¦−1010
    #b¦10¦0b1010
    o¦64¦100
    #o¦64¦0o100
    x¦48879¦beef
    x¦-255¦−ff
    X¦48879¦BEEF
    #x¦48879¦0xbeef
    #X¦48879¦0xBEEF
    020,x¦65535¦0,000,000,000,00f,fff
    #012x¦255¦0x00000000ff
    // no type
    ¦0¦0
    ¦0.30000000000000004¦0.3
    ¦1000000000000¦1e+12
    ¦10000000000000¦1e+13
    ¦123456.7891234567¦123456.789123
    ¦-0¦0
    .3¦1234¦1.23e+3
    .3¦0.0001234¦0.000123
    ,¦1234567.891¦1,234,567.891
    ~¦1.5¦1.5
    // characters
    c¦42¦42
    c¦-1.5¦-1.5
    c¦1e+21¦1e+21
    // alignment
    >8¦42¦      42
    <8¦42¦42      
    ^8¦42¦   42   
    ^9¦42¦   42    
    =8¦-42¦−     42
    *>8d¦42¦******42
    _=+8d¦42¦+_____42
    0=8d¦-42¦−0000042
    0>8d¦-42¦00000−42
    가<6d¦7¦7가가가가가
    ^20.1~%¦0.123¦       12.3%        
    // zero padding with groups
    08,d¦1¦0,000,001
    08,d¦123¦0,000,123
    08,d¦1234¦0,001,234
    08,d¦1234567¦1,234,567
    08,d¦12345678¦12,345,678
    09,d¦1¦0,000,001
    09,d¦1234567¦1,234,567
    013,.1f¦1234.5¦000,001,234.5
    013,.1f¦-1234.5¦−000,001,234.5
    01,d¦1¦1
    010,d¦-1234¦−00,001,234
    $012,.2f¦12.5¦$0,000,012.50
    // grouping
    ,.2f¦0¦0.00
    ,.2f¦123¦123.00
    ,.2f¦1234¦1,234.00
    ,.2f¦12345678.9¦12,345,678.90
    ,g¦12345.6¦12,345.6
    10,d¦123456¦   123,456
    ,.0%¦123.456¦12,346%
    ,s¦1e+30¦1,000,000Y
    // trimmed zeros
    .3~f¦1¦1
    .3~f¦1.5¦1.5
    .3~f¦1.25¦1.25
    .3~f¦0.0001¦0
    ~%¦0.5¦50%
    ~g¦1e+30¦1e+30
    .4~e¦1.5¦1.5e+0
    ~r¦1¦1
    // signs
    +¦1¦+1
    +¦-1¦−1
    +¦0¦+0
    -¦-1¦−1
    (¦1¦1
    (¦-1¦(1)
     ¦1¦ 1
     ¦-1¦−1
    (.1f¦-0.04¦0.0
    (.1f¦-0.06¦(0.1)
    +.1f¦-0.04¦−0.0
    +.1f¦0.04¦+0.0
    ($,.2f¦-1234.5¦($1,234.50)
    +$,.0f¦1234¦+$1,234
    // what is no number
    f¦NaN¦NaN
    f¦Infinity¦Infinity
    f¦-Infinity¦−Infinity
    d¦NaN¦NaN
    d¦Infinity¦∞
    ,.1f¦Infinity¦Infinity
    s¦NaN¦NaN
    s¦-Infinity¦−Infinity
    .1%¦NaN¦NaN%
    ¦NaN¦NaN
    ¦Infinity¦Infinity
    """)
}
