import VegaLite

/// Charts that were drawn when the document was set before; a class, since all settings of a document share it.
final class ChartMemo {
  struct Key: Hashable {
    /// The figure's own number in the document.
    var figure: Int
    var width: Double
    /// Given by the figure's attributes.
    var height: Double?
    /// What its type is multiplied by.
    var type: Double
    /// Where the chart was too high for its place.
    var room: Double?
    /// Whether it is drawn only to see its numbers.
    var isTrial = false
  }

  private var charts: [Key: Chart] = [:]

  func chart<E: Error>(_ key: Key, draw: () throws(E) -> Chart) throws(E) -> Chart {
    if let known = charts[key] { return known }
    let drawn = try draw()
    charts[key] = drawn
    return drawn
  }
}
