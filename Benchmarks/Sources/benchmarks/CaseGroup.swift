/// What there is to measure, by the name that chooses it.
enum CaseGroup: String, CaseIterable {
  case input
  case sample
  case warm
  case cold
  case gallery
  case scatter

  func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    switch self {
    case .input: try InputCases.measure(bench, into: &table)
    case .sample: try SampleCases.measure(bench, into: &table)
    case .warm: try WarmCases.measure(bench, into: &table)
    case .cold: try ColdChartCases.measure(bench, into: &table)
    case .gallery: try GalleryCases.measure(bench, into: &table)
    case .scatter: try ScatterCases.measure(bench, into: &table)
    }
  }
}
