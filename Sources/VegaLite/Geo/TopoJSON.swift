import Inputs
import Tables

/// Reads features out of TopoJSON, in which neighbours share their borders (TopoJSON Format Specification, version 1).
struct TopoJSON {
  private let arcs: [[[Double]]]
  private let scale: [Double]?
  private let translate: [Double]
  private let objects: Object

  /// Nil for what is no topology.
  init?(_ value: Value) {
    guard value["type"]?.string == "Topology", let objects = value["objects"]?.object else {
      return nil
    }
    self.objects = objects
    let transform = value["transform"]
    scale = transform?["scale"]?.array?.compactMap(\.double)
    translate = transform?["translate"]?.array?.compactMap(\.double) ?? [0, 0]
    let quantized = scale.map { $0.count >= 2 } ?? false
    let (scale, translate) = (scale ?? [1, 1], translate.count >= 2 ? translate : [0, 0])
    arcs = (value["arcs"]?.array ?? []).map { arc in
      var (x, y) = (0.0, 0.0)
      return (arc.array ?? []).compactMap { point in
        guard let parts = point.array, parts.count >= 2, let a = parts[0].double,
          let b = parts[1].double
        else { return nil }
        guard quantized else { return [a, b] }
        // Each point is a step from the one before, in whole numbers.
        x += a
        y += b
        return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
      }
    }
  }

  /// The names of its objects, in order.
  var names: [String] { objects.keys }

  /// The features of an object as GeoJSON; nil where there is no object of that name.
  func features(_ name: String) -> [Datum]? {
    guard let object = objects[name] else { return nil }
    if object["type"]?.string == "GeometryCollection" {
      return (object["geometries"]?.array ?? []).map(feature)
    }
    return [feature(object)]
  }

  private func feature(_ object: Value) -> Datum {
    var record = Datum.Record([("type", "Feature")])
    if let id = object["id"] { record["id"] = Datum(id) }
    if let box = object["bbox"] { record["bbox"] = Datum(box) }
    record["properties"] = object["properties"].map { Datum($0) } ?? .record(.init())
    record["geometry"] = geometry(object)
    return .record(record)
  }

  private func geometry(_ object: Value) -> Datum {
    guard let type = object["type"]?.string else { return .null }
    func made(_ coordinates: Datum) -> Datum {
      .record(.init([("type", .string(type)), ("coordinates", coordinates)]))
    }
    let shape = object["arcs"] ?? .null
    switch type {
    case "Point": return made(point(object["coordinates"] ?? .null))
    case "MultiPoint":
      return made(.list((object["coordinates"]?.array ?? []).map(point)))
    case "LineString": return made(line(shape))
    case "MultiLineString": return made(.list((shape.array ?? []).map(line)))
    case "Polygon": return made(rings(shape))
    case "MultiPolygon": return made(.list((shape.array ?? []).map(rings)))
    case "GeometryCollection":
      return .record(
        .init([
          ("type", "GeometryCollection"),
          ("geometries", .list((object["geometries"]?.array ?? []).map(geometry))),
        ]))
    default: return .null
    }
  }

  private func point(_ value: Value) -> Datum {
    let parts = value.array?.compactMap(\.double) ?? []
    guard parts.count >= 2 else { return .null }
    guard let scale, scale.count >= 2, translate.count >= 2 else {
      return .list([.number(parts[0]), .number(parts[1])])
    }
    return .list([
      .number(parts[0] * scale[0] + translate[0]), .number(parts[1] * scale[1] + translate[1]),
    ])
  }

  /// Arcs joined end to end; a negative number is an arc that runs backwards (−1 for the first).
  private func coordinates(_ value: Value) -> [[Double]] {
    var points: [[Double]] = []
    for item in value.array ?? [] {
      guard let number = item.double, abs(number) < 1e9 else { continue }
      let index = Int(number)
      let place = index < 0 ? ~index : index
      guard arcs.indices.contains(place) else { continue }
      if !points.isEmpty { points.removeLast() }
      points += index < 0 ? arcs[place].reversed() : arcs[place]
    }
    return points
  }

  private func line(_ value: Value) -> Datum {
    var points = coordinates(value)
    if points.count == 1 { points.append(points[0]) }
    return Self.datum(points)
  }

  private func rings(_ value: Value) -> Datum {
    .list(
      (value.array ?? []).map { ring in
        var points = coordinates(ring)
        // A ring that quantization has squeezed still has its corners.
        while let first = points.first, points.count < 4 { points.append(first) }
        return Self.datum(points)
      })
  }

  private static func datum(_ points: [[Double]]) -> Datum {
    .list(points.map { .list([.number($0[0]), .number($0[1])]) })
  }
}

extension TopoJSON {
  /// Which borders a mesh is made of.
  enum Filter: String, CaseIterable {
    /// Those that two different geometries share.
    case interior
    /// Those of only one.
    case exterior
  }

  /// The borders of an object as lines, each once; nil where there is no object of that name.
  func mesh(_ name: String, _ filter: Filter?) -> Datum? {
    guard let object = objects[name] else { return nil }
    var owners: [Int: [Int]] = [:]
    var order: [Int] = []
    var geometry = 0
    func add(_ value: Value) {
      if let number = value.double, abs(number) < 1e9 {
        let index = Int(number)
        let place = index < 0 ? ~index : index
        if owners[place] == nil { order.append(place) }
        owners[place, default: []].append(geometry)
      } else {
        for item in value.array ?? [] { add(item) }
      }
    }
    func visit(_ object: Value) {
      if let inner = object["geometries"]?.array {
        for item in inner { visit(item) }
      } else {
        geometry += 1
        if let arcs = object["arcs"] { add(arcs) }
      }
    }
    visit(object)
    let kept = order.filter { place in
      guard arcs.indices.contains(place), let filter, let users = owners[place] else { return true }
      let isShared = users.first != users.last
      return filter == .interior ? isShared : !isShared
    }
    return .record(
      .init([
        ("type", "MultiLineString"),
        ("coordinates", .list(kept.filter(arcs.indices.contains).map { Self.datum(arcs[$0]) })),
      ]))
  }
}
