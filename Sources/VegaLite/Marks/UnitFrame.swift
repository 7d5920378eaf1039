import Diagnostics
import Graphics
import Inputs
import Tables

/// A view ready to be drawn: its rows, its scales, its size.
struct UnitFrame {
  let unit: UnitSpec
  let data: UnitData
  let stack: StackPlan?
  let scales: [Channel: Scale]
  let width: Double
  let height: Double
  /// Whether marks are cut off at the edges of the view.
  var clips = false
  /// The map that the marks lie on, and where on it.
  var projection: (any Projection)?
  var geo: GeoPlaces?
  let run: ChartRun

  var encoding: Encoding { unit.encoding }
  var mark: MarkDefinition { unit.mark }
  var rows: Frame { data.marks }

  func extent(_ channel: Channel) -> Double {
    switch channel {
    case .x, .x2, .xOffset: width
    default: height
    }
  }
}
