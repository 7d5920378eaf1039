/// Vega-Lite's `sample`: at most so many rows, drawn from a sequence that is the same in every run.
package struct SampleTransform: Sendable {
  package var size: Int

  package func apply(to frame: Frame, random: () -> Double) -> Frame {
    guard frame.count > size else { return frame }
    // Algorithm R (Vitter, 1985), then in the order of the rows.
    var kept = Array(0..<size)
    for row in size..<frame.count {
      let place = Int(random() * Double(row + 1))
      if place < size { kept[place] = row }
    }
    return frame.selecting(kept.sorted())
  }
}
