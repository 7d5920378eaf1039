extension Theme {
  /// The theme with less space between things and smaller type.
  ///
  /// - Parameter leastType: Type isn't made smaller than this; what is smaller already stays.
  func scaled(spacing: Double, type: Double, leastType: Double) -> Theme {
    guard spacing != 1 || type != 1 else { return self }
    var theme = self
    theme.styles = styles.mapValues { $0.scaled(spacing, type, leastType) }
    theme.ownStyles = ownStyles.mapValues { $0.scaled(spacing, type, leastType) }
    theme.spacing.step *= spacing
    theme.spacing.block *= spacing
    theme.spacing.padding *= spacing
    theme.spacing.cell *= spacing
    return theme
  }
}

extension Theme.Style {
  fileprivate func scaled(_ spacing: Double, _ type: Double, _ leastType: Double) -> Theme.Style {
    var style = self
    style.before *= spacing
    style.after *= spacing
    style.size = max(min(size, leastType), size * type)
    style.leading *= style.size / size
    return style
  }
}
