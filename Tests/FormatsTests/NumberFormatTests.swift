import Testing

@testable import Formats

@Test(arguments: [
  ("", 1.005, "1.005"), ("", 0.1 + 0.2, "0.3"), (".2f", 1.005, "1.00"), (".2f", 2.675, "2.67"),
  (".0f", 0.5, "1"), (".0f", 2.5, "3"), (",.1f", 1234.56, "1,234.6"), ("f", -0.0, "0.000000"),
])
func `doubles are rounded on their binary value`(
  specifier: String, number: Double, expected: String
) throws {
  #expect(try NumberFormat(specifier).string(number) == expected)
}
