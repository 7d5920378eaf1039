/// A decimal number with as many digits as were written: what is rounded is what the author typed.
///
/// The value is ±d.ddd… × 10^exponent. Zero has no digits; other numbers neither begin nor end with the digit 0.
package struct Decimal: Sendable, Hashable {
  /// Never set for zero.
  package private(set) var isNegative: Bool
  /// Each 0 to 9.
  package private(set) var digits: [UInt8]
  /// The power of ten that the first digit counts; 0 for zero.
  package private(set) var exponent: Int

  package static let zero = Decimal(isNegative: false, digits: [], exponent: 0)

  /// Exponents past this make a text too long to print; numbers that have them are refused.
  package static let exponentLimit = 1000

  /// Drops outer zeros; `exponent` is that of the first digit given.
  package init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    guard let first = digits.firstIndex(where: { $0 != 0 }),
      let last = digits.lastIndex(where: { $0 != 0 })
    else {
      self.isNegative = false
      self.digits = []
      self.exponent = 0
      return
    }
    self.isNegative = isNegative
    self.digits = Array(digits[first...last])
    self.exponent = exponent - first
  }

  package init(_ integer: Int) {
    let digits = Array(String(integer.magnitude).utf8.map { $0 - 0x30 })
    self.init(isNegative: integer < 0, digits: digits, exponent: digits.count - 1)
  }

  package var isZero: Bool { digits.isEmpty }

  package var magnitude: Decimal {
    var copy = self
    copy.isNegative = false
    return copy
  }

  /// The number with its point moved: times 10^places.
  package func scaled(byPowerOfTen places: Int) -> Decimal {
    Decimal(isNegative: isNegative, digits: digits, exponent: exponent + places)
  }
}

extension Decimal {
  /// Reads a number in JSON's grammar (a plus sign and leading zeros pass too); nil for anything else.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == 0x2D
    if isNegative || bytes.first == 0x2B { bytes.removeFirst() }
    let integer = bytes.prefix { 0x30...0x39 ~= $0 }
    bytes = bytes[integer.endIndex...]
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == 0x2E {
      fraction = bytes.dropFirst().prefix { 0x30...0x39 ~= $0 }
      guard !fraction.isEmpty else { return nil }
      bytes = bytes[fraction.endIndex...]
    }
    var power = 0
    if bytes.first == 0x65 || bytes.first == 0x45 {
      // Eighteen digits hold every exponent that could matter, and no overflow.
      let written = String(decoding: bytes.dropFirst(), as: UTF8.self)
      guard let value = Self.exponent(written) else { return nil }
      power = value
      bytes = []
    }
    guard bytes.isEmpty, !(integer.isEmpty && fraction.isEmpty) else { return nil }
    self.init(
      isNegative: isNegative, digits: (integer + fraction).map { $0 - 0x30 },
      exponent: integer.count - 1 + power)
    guard abs(exponent) <= Self.exponentLimit else { return nil }
  }

  /// The exponent's value, held to ±10^12 so that no later sum overflows.
  private static func exponent(_ text: String) -> Int? {
    let digits = text.utf8.drop { $0 == 0x2D || $0 == 0x2B }
    let signs = text.utf8.count - digits.count
    guard signs <= 1, !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let limit = 1_000_000_000_000
    let value = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), limit) }
    return text.utf8.first == 0x2D ? -value : value
  }

  /// The shortest decimal that reads back as the same double; nil for infinities and NaN.
  package init?(shortest double: Double) {
    guard double.isFinite else { return nil }
    self.init(double.description)
  }

  /// All digits of the binary value: up to 767 of them; nil for infinities and NaN.
  package init?(exactly double: Double) {
    guard double.isFinite else { return nil }
    guard double != 0 else {
      self = .zero
      return
    }
    // significand × 2^power, with the significand an integer.
    let power = max(Int(double.exponentBitPattern), 1) - 1075
    let hidden: UInt64 = double.exponentBitPattern == 0 ? 0 : 1 << 52
    var integer = BigDigits(double.significandBitPattern | hidden)
    // m × 2^−k is m × 5^k × 10^−k: an integer again, its point moved.
    if power < 0 {
      integer.multiply(by: 5, times: -power)
    } else {
      integer.multiply(by: 2, times: power)
    }
    let digits = integer.decimalDigits
    self.init(
      isNegative: double.sign == .minus, digits: digits,
      exponent: digits.count - 1 + min(power, 0))
  }
}

/// A natural number of any size in limbs of nine decimal digits, the least first.
private struct BigDigits {
  private var limbs: [UInt64] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    var rest = value
    repeat {
      limbs.append(rest % Self.base)
      rest /= Self.base
    } while rest > 0
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    var left = times
    while left > 0 {
      // As many factors at once as leave a limb's product inside 64 bits.
      var product: UInt64 = 1
      while left > 0, product < 1_000_000_000 {
        product *= factor
        left -= 1
      }
      var carry: UInt64 = 0
      for index in limbs.indices {
        let sum = limbs[index] * product + carry
        limbs[index] = sum % Self.base
        carry = sum / Self.base
      }
      while carry > 0 {
        limbs.append(carry % Self.base)
        carry /= Self.base
      }
    }
  }

  var decimalDigits: [UInt8] {
    limbs.reversed().flatMap { limb in
      var rest = limb
      return (0..<9).map { _ in
        defer { rest /= 10 }
        return UInt8(rest % 10)
      }.reversed()
    }
  }
}
