import Testing

@Suite struct FaultTests {
  @Test func smallSummitHasNoFaults() {
    #expect(faults(smallSummit) == [])
  }

  @Test(arguments: faultTable)
  func isReported(_ fault: Fault) throws {
    try #require(smallSummit.contains(fault.text))
    let broken = smallSummit.replacing(fault.text, with: fault.replacement)
    #expect(faults(broken).joined(separator: "\n") == fault.expected)
  }
}
