#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one place where transcendental functions are called, so that output depends on one library alone.
package enum Exact {
  package static func pow(_ x: Double, _ y: Double) -> Double {
    #if canImport(Glibc)
      Glibc.pow(x, y)
    #else
      Darwin.pow(x, y)
    #endif
  }
  package static func sine(_ x: Double) -> Double { sin(x) }
  package static func cosine(_ x: Double) -> Double { cos(x) }
  package static func arctangent(_ x: Double) -> Double { atan(x) }
  package static func tangent(_ x: Double) -> Double { tan(x) }
  /// Of a number that rounding may have pushed out of −1 … 1.
  package static func arcsine(_ x: Double) -> Double { asin(min(max(x, -1), 1)) }
  package static func arccosine(_ x: Double) -> Double { acos(min(max(x, -1), 1)) }
  package static func arctangent(y: Double, x: Double) -> Double { atan2(y, x) }
  package static func logarithm(_ x: Double) -> Double { log(x) }
  package static func logarithm10(_ x: Double) -> Double { log10(x) }
  package static func exponential(_ x: Double) -> Double { exp(x) }
}
