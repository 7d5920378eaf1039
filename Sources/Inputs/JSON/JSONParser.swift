import Diagnostics

/// The grammar of RFC 8259 over bytes, with a stack of its own: nesting never uses the thread's.
struct JSONParser: ~Copyable {
  /// What was read, and all that is wrong with it.
  struct Outcome {
    /// Nil if and only if there is a fault.
    var value: Value?
    var fault: JSONFault?
    var repeats: [Repeat] = []
    /// Equal keys beyond those listed.
    var furtherRepeats = 0
  }

  /// A key that stands twice in an object.
  struct Repeat {
    var key: String
    var first: Range<Int>
    var again: Range<Int>
  }

  /// A list or object whose end hasn't come yet.
  private struct Open {
    var container: JSONFault.Container
    var start: Int
    /// How many items or members belong to the containers around it.
    var base: Int
    /// The key whose value is being read, and where it stands.
    var key: Int32 = 0
    var keyRange = 0..<0
  }

  private static let reportedRepeats = 50

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var end = 0
  var at = 0
  /// Where texts with escapes are put together.
  var scratch: [UInt8] = []
  private let greatestDepth: Int
  private var open: [Open] = []
  private var items = MoveStack<Value>()
  private var members = MoveStack<Object.Member>()
  /// The keys of the members on the stack.
  private var keys: [Int32] = []
  private var keyRanges: [Range<Int>] = []
  private var table: KeyTable
  /// The last large object, and its keys.
  private var large = Object()
  private var largeKeys: [Int32] = []
  private var outcome = Outcome()

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits) {
    self.bytes = bytes
    greatestDepth = limits[.inputDepth]
    table = KeyTable(over: bytes)
  }

  /// Reads the one value that stands in a range of the bytes; can be called again for another range.
  mutating func parse(_ range: Range<Int>) -> Outcome {
    at = range.lowerBound
    end = range.upperBound
    outcome = Outcome()
    do throws(JSONFault) {
      if at == 0 { try skipMark() }
      skipSpace()
      if at == end { throw JSONFault(kind: .empty, range: at..<at) }
      let value = try value()
      skipSpace()
      if at < end { throw afterEnd() }
      outcome.value = value
    } catch {
      outcome.fault = error
      abandon()
    }
    return outcome
  }

  /// Skips UTF-8's byte-order mark and refuses other encodings.
  private mutating func skipMark() throws(JSONFault) {
    let text = bytes[at..<end]
    if text.starts(with: TextEncoding.mark) {
      at += TextEncoding.mark.count
    } else if TextEncoding.isWide(text) {
      throw JSONFault(kind: .utf16, range: at..<at)
    }
  }

  /// Leaves all open containers after a fault; their keys are checked all the same.
  private mutating func abandon() {
    while let last = open.popLast() {
      switch last.container {
      case .list: _ = items.popAll(above: last.base)
      case .object:
        reportRepeats(from: last.base)
        _ = members.popAll(above: last.base)
      }
    }
  }

  /// Reads one value with all that it holds.
  private mutating func value() throws(JSONFault) -> Value {
    while true {
      var value: Value
      guard at < end else { throw endFault() }
      switch bytes[at] {
      case UInt8(ascii: "{"):
        try enter(.object)
        if at < end, bytes[at] == UInt8(ascii: "}") {
          value = leave()
        } else {
          try key()
          continue
        }
      case UInt8(ascii: "["):
        try enter(.list)
        if at < end, bytes[at] == UInt8(ascii: "]") {
          value = leave()
        } else {
          continue
        }
      case UInt8(ascii: "\""):
        let start = at
        value = Value(.string(try text()), range: start..<at)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = try number()
      case UInt8(ascii: "t") where matches("true"): value = word(.bool(true), length: 4)
      case UInt8(ascii: "f") where matches("false"): value = word(.bool(false), length: 5)
      case UInt8(ascii: "n") where matches("null"): value = word(.null, length: 4)
      default: throw unexpected()
      }
      if try attach(&value) { return value }
    }
  }

  /// Hands a value to the container around it, and that one, where it ends, to its own; true when none is left.
  private mutating func attach(_ value: inout Value) throws(JSONFault) -> Bool {
    while let top = open.last {
      switch top.container {
      case .list: items.push(value)
      case .object:
        members.push(
          Object.Member(key: table.text(of: top.key), keyRange: top.keyRange, value: value))
        keys.append(top.key)
        keyRanges.append(top.keyRange)
      }
      skipSpace()
      guard at < end else { throw endFault() }
      switch (bytes[at], top.container) {
      case (UInt8(ascii: ","), _):
        let comma = at
        at += 1
        skipSpace()
        guard at < end else { throw endFault() }
        if bytes[at] == top.container.end.asciiValue {
          throw JSONFault(
            kind: .trailingComma(before: top.container.end), range: comma..<comma + 1)
        }
        if top.container == .object { try key() }
        return false
      case (UInt8(ascii: "]"), .list), (UInt8(ascii: "}"), .object): value = leave()
      default: throw noComma(in: top.container)
      }
    }
    return true
  }

  private mutating func enter(_ container: JSONFault.Container) throws(JSONFault) {
    guard open.count < greatestDepth else {
      throw JSONFault(kind: .tooDeep, range: at..<at + 1)
    }
    let base =
      switch container {
      case .list: items.count
      case .object: members.count
      }
    open.append(Open(container: container, start: at, base: base))
    at += 1
    skipSpace()
  }

  /// The value of the innermost container, at whose closing bracket the reading stands.
  private mutating func leave() -> Value {
    at += 1
    guard let last = open.popLast() else { return .null }
    switch last.container {
    case .list: return Value(.array(items.popAll(above: last.base)), range: last.start..<at)
    case .object:
      let object = object(of: members.popAll(above: last.base), base: last.base)
      return Value(.object(object), range: last.start..<at)
    }
  }

  /// The object of members whose keys stand above `base`; large ones like the last share its index.
  private mutating func object(of members: [Object.Member], base: Int) -> Object {
    if members.count > Object.searchedMembers, keys[base...].elementsEqual(largeKeys) {
      keys.removeSubrange(base...)
      keyRanges.removeSubrange(base...)
      return Object(members, keyedLike: large)
    }
    let object = Object(members)
    if members.count > Object.searchedMembers {
      largeKeys = Array(keys[base...])
      large = object
    }
    if reportRepeats(from: base) { largeKeys = [] }
    return object
  }

  /// Checks the keys above `base`, which belong to one object, and takes them off the stack; true if any repeats.
  @discardableResult
  private mutating func reportRepeats(from base: Int) -> Bool {
    var found: [(again: Int, first: Int)] = []
    table.repeats(in: keys[base...]) { found.append((again: $0, first: $1)) }
    for (again, first) in found {
      if outcome.repeats.count < Self.reportedRepeats {
        outcome.repeats.append(
          Repeat(
            key: table.text(of: keys[again]), first: keyRanges[first], again: keyRanges[again]))
      } else {
        outcome.furtherRepeats += 1
      }
    }
    keys.removeSubrange(base...)
    keyRanges.removeSubrange(base...)
    return !found.isEmpty
  }

  /// Reads a key and its colon, up to the value.
  private mutating func key() throws(JSONFault) {
    guard at < end else { throw endFault() }
    guard bytes[at] == UInt8(ascii: "\"") else { throw unexpectedKey() }
    let start = at
    let key = try keyNumber()
    open[open.count - 1].key = key
    open[open.count - 1].keyRange = start..<at
    skipSpace()
    guard at < end else { throw endFault() }
    guard bytes[at] == UInt8(ascii: ":") else { throw noColon(after: table.text(of: key)) }
    at += 1
    skipSpace()
  }

  private mutating func keyNumber() throws(JSONFault) -> Int32 {
    let start = at
    if let close = plainTextEnd() {
      let range = start + 1..<close
      let hash = table.hash(range)
      if let known = table.find(range, hash: hash) {
        at = close + 1
        return known
      }
    }
    let text = try text()
    let range = start + 1..<at - 1
    let hash = table.hash(range)
    return table.find(range, hash: hash) ?? table.add(text, range, hash: hash)
  }

  private mutating func number() throws(JSONFault) -> Value {
    let start = at
    guard let match = NumberGrammar.match(bytes, from: at, to: end),
      match.end == end || !isNumberByte(bytes[match.end])
    else { throw badNumber(from: start) }
    at = match.end
    return Value(.number(match.number(in: bytes)), range: start..<at)
  }

  private mutating func word(_ kind: Value.Kind, length: Int) -> Value {
    let start = at
    at += length
    return Value(kind, range: start..<at)
  }

  /// Whether the word stands here, and ends here.
  private func matches(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard end - at >= length else { return false }
    for offset in 0..<length where bytes[at + offset] != word.utf8Start[offset] { return false }
    return at + length == end || !isNumberByte(bytes[at + length])
  }

  mutating func skipSpace() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  var innermost: (container: JSONFault.Container, at: Int)? {
    open.last.map { ($0.container, $0.start) }
  }
}
