import Graphics
import Tables

/// The map of a view: its projection and all that it must have room for.
struct GeoNode {
  var spec: ProjectionSpec
  var geometry: GeoGeometry
  /// Equal for views that share the map.
  let id: Int

  /// What the map of a view must have room for: its places, or its shapes.
  static func geometry(_ unit: UnitSpec, _ frame: Frame, _ run: ChartRun) -> GeoGeometry {
    var parts: [GeoGeometry] = []
    for isSecond in [false, true] {
      if let channels = GeoChannels(unit.encoding, second: isSecond) {
        parts.append(channels.geometry(frame, run))
      }
    }
    if let shape = unit.encoding[.shape], shape.isField, shape.type == .geojson {
      parts += frame.cells(shape.column).compactMap { GeoGeometry($0) }
    } else if parts.isEmpty {
      parts = (0..<frame.count).compactMap { GeoGeometry(row: $0, of: frame) }
    }
    return .collection(parts)
  }

  func projection(width: Double, height: Double) -> any Projection {
    spec.projection(fitting: geometry, width: width, height: height)
  }

  /// The maps of views drawn over each other: one for all where they don't contradict each other.
  static func nodes(
    _ units: [UnitNode], _ run: ChartRun, nextID: () -> Int
  ) -> [Int: GeoNode] {
    var nodes: [(unit: Int, node: GeoNode)] = []
    for unit in units {
      guard let spec = unit.unit.projection else { continue }
      let geometry = spec.isFitted ? geometry(unit.unit, unit.data.raw, run) : .collection([])
      nodes.append((unit.id, GeoNode(spec: spec, geometry: geometry, id: nextID())))
    }
    guard let first = nodes.first?.node else { return [:] }
    var common = first
    var parts = [first.geometry]
    for (_, node) in nodes.dropFirst() {
      guard node.spec.isFitted == common.spec.isFitted else {
        return Dictionary(uniqueKeysWithValues: nodes)
      }
      if !node.spec.agrees(with: common.spec) {
        if common.spec.isEmpty {
          common.spec = node.spec
        } else if !node.spec.isEmpty {
          return Dictionary(uniqueKeysWithValues: nodes)
        }
      }
      parts.append(node.geometry)
    }
    common.geometry = .collection(parts)
    return Dictionary(uniqueKeysWithValues: nodes.map { ($0.unit, common) })
  }
}
