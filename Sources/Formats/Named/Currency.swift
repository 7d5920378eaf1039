/// A currency that amounts are named in; its raw value is the format's name.
package enum Currency: String, Sendable, Hashable, CaseIterable {
  case krw
  case usd
  case eur
  case jpy
  case cny

  package var koreanName: String {
    switch self {
    case .krw: "원"
    case .usd: "달러"
    case .eur: "유로"
    case .jpy: "엔"
    case .cny: "위안"
    }
  }

  /// The code of ISO 4217.
  package var code: String { rawValue.uppercased() }
}
