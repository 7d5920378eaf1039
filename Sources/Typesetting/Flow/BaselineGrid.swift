import Documents

/// Lines of one distance that all baselines of a page stand on, those of columns side by side too.
///
/// Leadings, heights and the spaces between things are made whole steps of the grid, so that what begins on it ends on it; and
/// in each line the baseline is where it is in a line of running text.
struct BaselineGrid: Sendable {
  let step: Double
  /// From the top of a line of running text to its baseline.
  let baseline: Double

  private static let tolerance = 0.01
  /// Rules as thin as this, in points, lie over what follows.
  private static let thinRule = 1.0

  /// A length as the next whole number of steps.
  func rounded(_ length: Double) -> Double {
    guard length > Self.tolerance else { return 0 }
    return ((length - Self.tolerance) / step).rounded(.up) * step
  }

  /// The baseline nearest to one, in a line as high as its leading.
  func baseline(nearest own: Double, leading: Double) -> Double {
    let steps = ((own - baseline) / step).rounded()
    let most = ((leading - baseline) / step).rounded(.down)
    return baseline + min(max(steps, 0), max(most, 0)) * step
  }

  /// Items whose heights and spaces are whole steps.
  func set(_ items: [FlowItem]) -> [FlowItem] {
    items.map { item in
      var item = item
      item.height = rounded(item.height - Self.thinRule)
      item.before = rounded(item.before)
      item.after = rounded(item.after)
      if case .columns(let columns) = item.content {
        let set = columns.map { FlowColumn(x: $0.x, items: self.set($0.flow.items)) }
        item.content = .columns(set)
        item.height = set.map { $0.flow.height() }.max() ?? 0
      }
      return item
    }
  }
}

extension Theme {
  /// The theme with what stands above and below text within a block as whole steps of its grid.
  var onItsGrid: Theme {
    guard let step = baselineGrid else { return self }
    let grid = BaselineGrid(step: step, baseline: 0)
    var theme = self
    theme.spacing.cell = grid.rounded(spacing.cell)
    theme.spacing.padding = grid.rounded(spacing.padding)
    return theme
  }
}
