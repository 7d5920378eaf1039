import Formats

// How many bytes a function's result takes at most, told from its arguments before it is made: so that an expression meets
// its limit and not the end of the memory.

extension Datum {
  /// The bytes of a cell of a list.
  static var cellSize: Double { Double(MemoryLayout<Datum>.stride) }

  /// The bytes of the value as text, at most.
  var textSize: Double {
    switch self {
    case .string(let text): Double(text.utf8.count)
    case .list(let items): items.reduce(0) { $0 + $1.textSize + 1 }
    case .null, .bool, .number, .date, .record: 32
    }
  }
}

extension ExpressionFunction {
  func resultSize(_ arguments: [Datum]) -> Double {
    switch self {
    case .text(let function): function.resultSize(arguments)
    case .list(let function): function.resultSize(arguments)
    case .time(let function): function.resultSize(arguments)
    case .choice, .type, .math, .distribution, .format: 0
    }
  }
}

extension TimeFunction {
  func resultSize(_ arguments: [Datum]) -> Double {
    guard self == .timeSequence || self == .utcSequence else { return 0 }
    let (unit, ends) = (TimeUnit.Part(rawValue: arguments[0].asText), arguments[1...2])
    let times = ends.compactMap { TypeFunction.date($0).double }
    guard let unit, times.count == 2 else { return 0 }
    let step = arguments.count > 3 ? max(arguments[3].asNumber, 1) : 1
    let length = max(0, times[1] - times[0]) / (Double(unit.calendarUnit.leastLength) * step) + 1
    return length.isFinite ? length * Datum.cellSize : 0
  }
}

extension TextFunction {
  func resultSize(_ arguments: [Datum]) -> Double {
    let size = arguments[0].textSize
    switch self {
    case .parseFloat, .parseInt: return 0
    case .lower, .upper, .trim, .substring, .atob: return size
    case .btoa: return size * 4 / 3
    case .replace: return size + arguments[2].textSize
    case .split: return size * Datum.cellSize
    case .truncate: return size + (arguments.count > 3 ? arguments[3].textSize : 3)
    case .pad:
      let length = arguments[1].asNumber
      return size
        + (length > 0 ? length * (arguments.count > 2 ? max(1, arguments[2].textSize) : 1) : 0)
    }
  }
}

extension ListFunction {
  func resultSize(_ arguments: [Datum]) -> Double {
    func cells(_ datum: Datum?) -> Double { Double(datum?.list?.count ?? 0) * Datum.cellSize }
    switch self {
    case .length, .inrange, .lerp, .span, .peek, .extent, .clampRange: return 0
    case .indexof, .lastindexof: return arguments[0].string == nil ? 0 : arguments[0].textSize
    case .reverse, .sort, .pluck: return cells(arguments[0])
    case .slice:
      return arguments[0].string == nil ? cells(arguments[0]) : arguments[0].textSize
    case .join:
      let separator = arguments.count > 1 ? arguments[1].textSize : 1
      return (arguments[0].list ?? []).reduce(0) { $0 + $1.textSize + separator }
    case .merge:
      return arguments.reduce(0) { $0 + Double($1.record?.values.count ?? 0) * 2 * Datum.cellSize }
    case .sequence:
      return Self.sequenceLength(arguments.map(\.asNumber)) * Datum.cellSize
    }
  }
}
