import Inputs
import SummitAnalysis
import Testing

@Suite struct MeasureTests {
  static let shares: [(counts: [Int], decimals: Int, expected: [String])] = [
    ([1, 1, 1], 0, ["34", "33", "33"]),
    ([1, 1, 1], 1, ["33.4", "33.3", "33.3"]),
    ([8, 3, 1, 1], 0, ["61", "23", "8", "8"]),
    ([8, 3, 1, 1], 2, ["61.54", "23.08", "7.69", "7.69"]),
    ([2, 1], 0, ["67", "33"]),
    ([5], 1, ["100.0"]),
    ([0, 7, 0], 1, ["0.0", "100.0", "0.0"]),
    ([0, 0], 1, ["0.0", "0.0"]),
    ([], 1, []),
    ([1, 999], 0, ["0", "100"]),
    ([1_000_000_007, 1_000_000_009, 3], 6, ["50.000000", "50.000000", "0.000000"]),
  ]

  @Test(arguments: shares)
  func sharesAreThoseOfTheLargestRemainder(
    _ row: (counts: [Int], decimals: Int, expected: [String])
  ) {
    #expect(Shares.percentages(of: row.counts, decimals: row.decimals).map(\.text) == row.expected)
  }

  @Test func sharesAddUpToAHundred() {
    for first in 0...12 {
      for second in 0...12 {
        for third in 1...12 {
          let shares = Shares.percentages(of: [first, second, third], decimals: 1)
          let tenths = shares.reduce(0) { $0 + Int(($1.double * 10).rounded()) }
          #expect(tenths == 1000, "\(first) \(second) \(third)")
        }
      }
    }
  }

  @Test func sharesKeepTheOrderOfTheCounts() {
    for counts in [[7, 5, 5, 3], [1, 2, 3, 4, 5], [9, 9, 1]] {
      let shares = Shares.percentages(of: counts, decimals: 0).map(\.double)
      for (a, b) in zip(counts.indices, counts.indices.dropFirst()) where counts[a] > counts[b] {
        #expect(shares[a] >= shares[b])
      }
    }
  }

  @Test func evenSpreadIsLeastConcentrated() throws {
    let even = try #require(Concentration(counts: [4, 4, 4, 4]))
    #expect(even.herfindahl == 0.25)
    #expect(even.herfindahlPoints == 2500)
    #expect(even.effectiveGroups == 4)
    #expect(abs(even.shannon - 1.3862943611198906) < 1e-12)
    #expect(abs((even.evenness ?? 0) - 1) < 1e-12)
  }

  @Test func oneGroupIsWhollyConcentratedAndHasNoEvenness() throws {
    let one = try #require(Concentration(counts: [0, 9, 0]))
    #expect(one.herfindahl == 1)
    #expect(one.shannon == 0)
    #expect(one.shannon.sign == .plus)
    #expect(one.groups == 1)
    #expect(one.evenness == nil)
  }

  @Test func nobodyHasNoConcentration() {
    #expect(Concentration(counts: [0, 0]) == nil)
    #expect(Concentration(counts: []) == nil)
  }

  @Test func orderOfGroupsDoesNotMatter() {
    #expect(Concentration(counts: [1, 2, 3, 5, 7]) == Concentration(counts: [7, 3, 1, 5, 2]))
  }
}
