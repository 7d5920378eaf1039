import Graphics
import Tables

/// What the views of one drawing share: their scales, and the sizes that a container leaves them.
struct DrawingContext {
  var registry: ScaleRegistry
  let scales = ScaleMemo()
  let run: ChartRun
  /// The size of views that say none themselves, where the room there is decides.
  var flexibleWidth: Double?
  var flexibleHeight: Double?
  /// What the sizes of views are multiplied by, so that several of them fill a picture.
  var stretchX = 1.0
  var stretchY = 1.0
}

/// Scales already made, so that the cells of a facet needn't look through all data again.
final class ScaleMemo {
  struct Key: Hashable {
    var identity: ScaleRegistry.Identity
    var low = 0.0
    var high = 0.0
  }

  private var scales: [Key: Scale] = [:]
  private var counts: [ScaleRegistry.Identity: Int] = [:]
  private var editions = 0
  private var sizes: [Int: Size] = [:]
  private var projections: [MapKey: any Projection] = [:]

  private struct MapKey: Hashable {
    var id: Int
    var size: Size
  }

  /// The projection of a map in a view of a size.
  func projection(_ map: GeoNode, _ size: Size) -> any Projection {
    let key = MapKey(id: map.id, size: size)
    if let known = projections[key] { return known }
    let made = map.projection(width: size.width, height: size.height)
    projections[key] = made
    return made
  }

  func scale(_ key: Key, make: () -> Scale?) -> Scale? {
    if let known = scales[key] { return known }
    let made = make()
    scales[key] = made
    return made
  }

  /// A scale that some view has made already, whatever its size.
  func known(_ identity: ScaleRegistry.Identity) -> Scale? { scales[Key(identity: identity)] }

  func count(_ identity: ScaleRegistry.Identity, _ component: ScaleComponent) -> Int {
    if let known = counts[identity] { return known }
    let count = ScaleDomain(component: component).values().count
    counts[identity] = count
    return count
  }

  /// Remembers how large the frame of some units is.
  func set(_ size: Size, of units: [UnitNode]) {
    for unit in units { sizes[unit.id] = size }
  }

  func size(ofUnit id: Int) -> Size? { sizes[id] }

  /// A number for the scales of one more cell.
  func nextEdition() -> Int {
    editions += 1
    return editions
  }
}

/// A view drawn at its own origin.
struct DrawnView {
  /// What it shows, and the box of the view with all that stands around it.
  var picture: Picture
  /// Its frame alone; zero for views beside each other, which have none.
  var size = Size(width: 0, height: 0)
  /// The box that views beside it keep clear of: that of the picture, and half the outline of the frame.
  var outline: Bounds
  /// Where a title above it begins of itself.
  var titleTop: Double?
  var markCount = 0
}
