/// What there is to measure, by the name that chooses it.
enum CaseGroup: String, CaseIterable {
  case input
  case sample
  case brief
  case rows
  case twelve
  case clients
  case soak
  case cold
  case gallery
  case scatter

  func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    switch self {
    case .input: try InputCases.measure(bench, into: &table)
    case .sample: try SampleCases.measure(bench, into: &table)
    case .brief: try BriefCases.measure(bench, into: &table)
    case .rows: try TableCases.measure(bench, into: &table)
    case .twelve: try TwelveCases.measure(bench, into: &table)
    case .clients: try ClientCases.measure(bench, into: &table)
    case .soak: try SoakCases.measure(bench, into: &table)
    case .cold: try ColdChartCases.measure(bench, into: &table)
    case .gallery: try GalleryCases.measure(bench, into: &table)
    case .scatter: try ScatterCases.measure(bench, into: &table)
    }
  }
}
