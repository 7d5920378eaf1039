import Diagnostics
import Inputs
import Testing

struct CSVReaderTests {
  private func read(_ text: String, types: [String: CSVType] = [:]) throws -> Value {
    try CSVReader.read(Source(name: "a.csv", text: text), types: types)
  }

  @Test func readsRowsAsObjectsWithTypesFromTheCells() throws {
    let rows = try read(
      "name,amount,code,active,note\r\n가,1.50,007,true,\r\n\"나, \"\"다\"\"\",-2e3,010,FALSE,\r\n")
    #expect(
      rows == [
        ["name": "가", "amount": 1.5, "code": "007", "active": true, "note": .null],
        ["name": "나, \"다\"", "amount": -2000, "code": "010", "active": false, "note": .null],
      ])
    #expect(rows.array?.first?["amount"]?.number?.text == "1.50")
    #expect(rows.array?.first?.object?.keys == ["name", "amount", "code", "active", "note"])
  }

  @Test(
    arguments: [
      ("1\n2", [1, 2]), ("1\n\"\"\n2", [1, .null, 2]), ("1\nx", ["1", "x"]),
      ("1\n02", ["1", "02"]),
      ("+1\n2", ["+1", "2"]), ("true\n1", ["true", "1"]), ("true\n\"\"", [true, .null]),
      ("True\nFALSE", [true, false]), ("yes\nno", ["yes", "no"]), (" 1\n2", [" 1", "2"]),
      ("\"1\"\n\"2\"", [1, 2]), ("1.\n2", ["1.", "2"]), ("2022-10-25\n1", ["2022-10-25", "1"]),
      ("\"a\nb\"\n1", ["a\nb", "1"]), ("\"\"\"\"\n1", ["\"", "1"]),
    ] as [(String, Value)])
  func infersTheTypeOfAColumnFromAllItsCells(cells: String, expected: Value) throws {
    let column = try read("a\n\(cells)\n").array?.map { $0["a"] ?? .null }
    #expect(column == expected.array)
  }

  @Test func aStandardTypeIsThatOfAllColumnsWithoutTheirOwn() throws {
    let source = Source(name: "a.csv", text: "a,b,c\n1,2,\n3,4,x\n")
    let rows = try CSVReader.read(source, types: ["b": .number], standard: .text)
    #expect(rows == [["a": "1", "b": 2, "c": .null], ["a": "3", "b": 4, "c": "x"]])
  }

  @Test func declaredTypesOverruleTheCells() throws {
    let rows = try read("a,b\n1,true\n,\n", types: ["a": .text, "b": .text])
    #expect(rows == [["a": "1", "b": "true"], ["a": .null, "b": .null]])
  }

  @Test func declaredTypesThatDoNotFitAreReportedCellByCell() {
    let types: [String: CSVType] = ["a": .number, "b": .boolean]
    let complaint = complaint(about: "a,b\n1,x\nz,TRUE\n\"1,000\",\n", in: "a.csv") {
      source throws(DiagnosticError) in
      try CSVReader.read(source, types: types)
    }
    #expect(
      complaint == """
        a.csv:3:1: error: "z" is not a number, as column "a" demands
          hint: a number looks like -12.5, without separators of thousands
        a.csv:4:1: error: "1,000" is not a number, as column "a" demands
          hint: a number looks like -12.5, without separators of thousands
        a.csv:2:3: error: "x" is not true or false, as column "b" demands
        """)
  }

  @Test func aTypeForNoColumnIsAnError() {
    let complaint = complaint(about: "amount\n1\n", in: "a.csv") { source throws(DiagnosticError) in
      try CSVReader.read(source, types: ["amuont": .number])
    }
    #expect(
      complaint == """
        a.csv: error: a type is declared for "amuont", which is no column here
          hint: did you mean "amount"?
        """)
  }

  @Test func knowsTheBytesOfEachCellAndRow() throws {
    let source = Source(name: "a.csv", text: "\u{FEFF}이름,b\n\"x\"\"\",1.50\n")
    let row = try #require(try CSVReader.read(source).array?.first)
    #expect(written(row, in: source) == "\"x\"\"\",1.50")
    #expect(written(row["이름"], in: source) == "\"x\"\"\"")
    #expect(written(row["b"], in: source) == "1.50")
  }

  @Test func readsTabsToo() throws {
    let source = Source(name: "a.tsv", text: "a\tb\nx, y\t1\n")
    #expect(try InputReader.read(source) == [["a": "x, y", "b": 1]])
  }

  @Test func wideRowsAreSearchable() throws {
    let names = (0..<30).map { "c\($0)" }
    let row = (0..<30).map(String.init)
    let rows = try read(
      [names, row, row].map { $0.joined(separator: ",") }.joined(separator: "\n"))
    #expect(rows.array?.map { $0["c17"]?.double } == [17, 17])
  }

  @Test func aHeaderAloneIsAnEmptyList() throws {
    #expect(try read("a,b\n") == [])
    #expect(try read("a,b") == [])
  }

  @Test func refusesOtherEncodingsWithAHintForExcel() {
    let error = #expect(throws: DiagnosticError.self) {
      try CSVReader.read(Source(name: "a.csv", bytes: [0x61, 0x0A, 0xB0, 0xA1]))
    }
    #expect(
      error?.diagnostics.map { $0.rendered(.plain) } == [
        """
        a.csv:2:1: error: the byte 0xB0 is not UTF-8 here
          hint: save the file as UTF-8 (in Excel: "CSV UTF-8")
        """
      ])
  }

  @Test func refusesMoreRowsThanTheLimit() {
    var limits = Limits()
    limits[.rows] = 1
    let error = #expect(throws: DiagnosticError.self) {
      try CSVReader.read(Source(name: "a.csv", text: "a\n1\n2\n"), limits: limits)
    }
    #expect(error?.diagnostics.map(\.id) == ["limit.rows"])
  }

  @Test func survivesDamage() {
    let bytes = Array("\u{FEFF}a,\"b\"\"\",한\r\n1,\"x\ny\",true\r\n,,\r\n2,z,\r\n".utf8)
    let alphabet: [UInt8] = [0, 0x22, 0x2C, 0x0A, 0x0D, 0x31, 0x2D, 0xED, 0x80]
    var chance = Chance(seed: 3)
    for _ in 0..<2000 {
      var changed = bytes.dropLast(Int.random(in: 0..<4, using: &chance))
      for _ in 0..<3 {
        changed[Int.random(in: changed.indices, using: &chance)] =
          alphabet.randomElement(using: &chance) ?? 0
      }
      _ = try? CSVReader.read(Source(name: "", bytes: Array(changed)))
    }
  }
}
