import Formats

/// Works on lists, and on texts where ECMA-262's function of that name does.
enum ListFunction: String, Sendable, CaseIterable {
  case length, indexof, lastindexof, join, slice, reverse, sort, extent, span, peek, pluck
  case sequence, inrange, clampRange, lerp, merge

  var arity: ClosedRange<Int> {
    switch self {
    case .length, .reverse, .sort, .extent, .span, .peek: 1...1
    case .indexof, .lastindexof, .pluck, .inrange, .lerp: 2...2
    case .join: 1...2
    case .slice, .sequence: 1...3
    case .clampRange: 3...3
    case .merge: 0...1000
    }
  }

  func apply(_ arguments: [Datum]) -> Datum {
    let first = arguments.first ?? .null
    let items = first.list ?? []
    switch self {
    case .length:
      if let text = first.string { return .number(Double(text.utf16.count)) }
      return first.list.map { .number(Double($0.count)) } ?? .null
    case .indexof, .lastindexof: return .number(Double(position(of: arguments[1], in: first)))
    case .join:
      let separator = arguments.count > 1 ? arguments[1].asText : ","
      return .string(items.map { $0.isNull ? "" : $0.asText }.joined(separator: separator))
    case .slice: return slice(first, arguments.dropFirst().map(\.asNumber))
    case .reverse: return .list(items.reversed())
    case .sort:
      return .list(items.sorted { Datum.ascending($0, $1) == .before })
    case .extent:
      let numbers = items.filter(\.isValid).map(\.asNumber).filter { !$0.isNaN }
      guard let low = numbers.min(), let high = numbers.max() else { return [.null, .null] }
      return [.number(low), .number(high)]
    case .span:
      guard let low = items.first, let high = items.last else { return 0 }
      return .number(high.asNumber - low.asNumber)
    case .peek: return items.last ?? .null
    case .pluck:
      let path = FieldPath(arguments[1].asText)
      return .list(items.map { ($0.record?[path.column]).map(path.resolve) ?? .null })
    case .sequence: return sequence(arguments.map(\.asNumber))
    case .inrange:
      let bounds = (arguments[1].list ?? []).map(\.asNumber)
      guard let low = bounds.min(), let high = bounds.max() else { return false }
      return .bool(first.asNumber >= low && first.asNumber <= high)
    case .clampRange:
      guard items.count == 2 else { return first }
      return clampRange(
        (items[0].asNumber, items[1].asNumber), arguments[1].asNumber, arguments[2].asNumber)
    case .lerp:
      guard let low = items.first?.asNumber, let high = items.last?.asNumber else { return .null }
      return .number(low + (high - low) * arguments[1].asNumber)
    case .merge:
      var merged = Datum.Record()
      for record in arguments.compactMap(\.record) {
        for (name, value) in zip(record.names, record.values) { merged[name] = value }
      }
      return .record(merged)
    }
  }

  private func position(of wanted: Datum, in place: Datum) -> Int {
    if let text = place.string {
      let units = Array(text.utf16)
      let sought = Array(wanted.asText.utf16)
      guard sought.count <= units.count else { return -1 }
      let starts = (0...(units.count - sought.count)).lazy.filter {
        units[$0..<($0 + sought.count)].elementsEqual(sought)
      }
      return (self == .indexof ? starts.first : starts.last) ?? -1
    }
    let items = place.list ?? []
    let found =
      self == .indexof
      ? items.firstIndex { Datum.strictlyEquals($0, wanted) }
      : items.lastIndex { Datum.strictlyEquals($0, wanted) }
    return found ?? -1
  }

  private func slice(_ place: Datum, _ bounds: [Double]) -> Datum {
    func range(_ count: Int) -> Range<Int> {
      func at(_ bound: Double?, _ standard: Int) -> Int {
        guard let bound, !bound.isNaN else { return standard }
        let place = bound < 0 ? Double(count) + bound : bound
        return Int(clamping: place, to: 0...count)
      }
      let low = at(bounds.first, 0)
      return low..<max(low, at(bounds.dropFirst().first, count))
    }
    if let text = place.string {
      let units = Array(text.utf16)
      return .string(String(decoding: units[range(units.count)], as: UTF16.self))
    }
    let items = place.list ?? []
    return .list(Array(items[range(items.count)]))
  }

  private func sequence(_ x: [Double]) -> Datum {
    let (start, _, step) = Self.bounds(x)
    let length = Self.sequenceLength(x)
    guard length < 1e15 else { return [] }
    return .list((0..<Int(length)).map { .number(start + Double($0) * step) })
  }

  /// How many numbers a sequence has; infinite where its step is 0.
  static func sequenceLength(_ x: [Double]) -> Double {
    let (start, stop, step) = bounds(x)
    let length = ((stop - start) / step).rounded(.up)
    return length > 0 ? length : 0
  }

  private static func bounds(_ x: [Double]) -> (start: Double, stop: Double, step: Double) {
    switch x.count {
    case 1: (0, x[0], 1)
    case 2: (x[0], x[1], 1)
    default: (x[0], x[1], x[2])
    }
  }

  /// Shifts a range into bounds, keeping its width where it can.
  private func clampRange(_ range: (Double, Double), _ low: Double, _ high: Double) -> Datum {
    var (from, to) = range.0 <= range.1 ? range : (range.1, range.0)
    let width = to - from
    if width >= high - low { return [.number(low), .number(high)] }
    from = min(max(from, low), high - width)
    to = from + width
    return [.number(from), .number(to)]
  }
}
