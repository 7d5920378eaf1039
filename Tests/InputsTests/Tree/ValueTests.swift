import Inputs
import Testing

struct ValueTests {
  @Test(
    arguments: [
      (0.0, "0"), (-0.0, "0"), (12, "12"), (-1.5, "-1.5"), (1e15, "1000000000000000.0"),
      (1e16, "1e+16"),
      (999_999_999_999_999, "999999999999999"),
      (1e-7, "1e-07"), (0.1 + 0.2, "0.30000000000000004"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func computedNumbersHaveATextThatReadsBack(double: Double, text: String) throws {
    #expect(Number(double).text == text)
    #expect(Double(text) == double)
  }

  @Test func numbersThatAreNoneAreNoTrouble() {
    #expect(Number(.infinity).double == .infinity && Number(.nan).double.isNaN)
  }

  @Test func equalContentIsEqualInAnyOrderAndPlace() {
    let a: Value = ["a": 1, "b": [true, .null, "x"]]
    let b = Value(
      .object(
        Object([
          .init(key: "b", keyRange: 3..<6, value: [true, .null, "x"]), .init(key: "a", value: 1),
        ])), range: 0..<20)
    #expect(a == b && a.hashValue == b.hashValue)
    #expect(a != ["a": 1] && a != ["a": 1, "b": []] && a != ["a": 1, "c": [true, .null, "x"]])
    #expect(Value.number(1) != "1" && Value.null != false)
  }

  @Test func differentObjectsHaveDifferentHashes() {
    let values = (0..<100).map { Value.object([("id", .number($0))]) }
    #expect(Set(values.map(\.hashValue)).count > 90)
  }

  @Test(arguments: [0, 1, 12, 13, 100])
  func membersAreFoundInObjectsOfAnySize(count: Int) {
    let object = Object((0..<count).map { Object.Member(key: "키\($0)", value: .number($0)) })
    #expect((0..<count).allSatisfy { object["키\($0)"]?.double == Double($0) })
    #expect(object["키\(count)"] == nil)
    #expect(object.keys == (0..<count).map { "키\($0)" })
  }

  @Test func theFirstOfEqualKeysIsFound() {
    for count in [2, 20] {
      let members = (0..<count).map { Object.Member(key: "k\($0 / 2)", value: .number($0)) }
      #expect(Object(members)["k0"] == 0)
    }
  }

  @Test func keysAreFoundInAnyNormalization() {
    let value: Value = ["caf\u{E9}": 1]
    #expect(value["cafe\u{301}"] == 1)
  }
}
