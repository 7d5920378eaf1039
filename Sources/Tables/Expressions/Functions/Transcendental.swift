#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one place of this target where transcendental functions are called.
package enum Transcendental {
  package static func pow(_ x: Double, _ y: Double) -> Double {
    #if canImport(Glibc)
      Glibc.pow(x, y)
    #else
      Darwin.pow(x, y)
    #endif
  }
  package static func exp(_ x: Double) -> Double { libraryExp(x) }
  package static func log(_ x: Double) -> Double { libraryLog(x) }
  static func sin(_ x: Double) -> Double { librarySin(x) }
  static func cos(_ x: Double) -> Double { libraryCos(x) }
  static func tan(_ x: Double) -> Double { libraryTan(x) }
  static func asin(_ x: Double) -> Double { libraryAsin(x) }
  static func acos(_ x: Double) -> Double { libraryAcos(x) }
  static func atan(_ x: Double) -> Double { libraryAtan(x) }
  static func atan2(_ y: Double, _ x: Double) -> Double { libraryAtan2(y, x) }
}

private let libraryExp: @Sendable (Double) -> Double = { exp($0) }
private let libraryLog: @Sendable (Double) -> Double = { log($0) }
private let librarySin: @Sendable (Double) -> Double = { sin($0) }
private let libraryCos: @Sendable (Double) -> Double = { cos($0) }
private let libraryTan: @Sendable (Double) -> Double = { tan($0) }
private let libraryAsin: @Sendable (Double) -> Double = { asin($0) }
private let libraryAcos: @Sendable (Double) -> Double = { acos($0) }
private let libraryAtan: @Sendable (Double) -> Double = { atan($0) }
private let libraryAtan2: @Sendable (Double, Double) -> Double = { atan2($0, $1) }
