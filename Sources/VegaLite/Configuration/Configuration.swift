import Diagnostics
import Formats
import Inputs
import Tables

/// The config of a chart: the specification's own, the caller's under it, Vega-Lite's defaults under both.
struct Configuration {
  private let layers: [Located]

  init(spec: Located?, environment: Located?) {
    layers =
      [spec, environment].compactMap { $0 } + [
        Located(DefaultConfiguration.value, in: ChartRun.builtIn)
      ]
  }

  /// The objects under a key, the nearest first: `block("axis")`.
  func block(_ key: String) -> [Located] {
    layers.compactMap { $0[key] }.filter { $0.value.object != nil }
  }

  /// The same without Vega-Lite's defaults: what somebody asked for.
  func given(_ key: String) -> [Located] {
    layers.dropLast().compactMap { $0[key] }.filter { $0.value.object != nil }
  }

  /// The objects of styles, the nearest first; of several names the last one wins.
  func styles(_ names: [String]) -> [Located] {
    names.reversed().flatMap { name in layers.compactMap { $0["style"]?[name] } }
      .filter { $0.value.object != nil }
  }

  /// The nearest value at the top of the config.
  func value(_ key: String) -> Located? {
    for layer in layers {
      if let value = layer[key] { return value }
    }
    return nil
  }

  /// How a date without a format of its own is written: as somebody asked for, else as readers of the language write it.
  func timeFormat(_ language: Language) -> (specifier: String, location: SourceLocation?) {
    let given = layers.dropLast().lazy.compactMap { $0["timeFormat"] }.first
    if let given, let text = given.value.string { return (text, given.location) }
    return (language == .ko ? "%Y년 %-m월 %-d일" : "%b %d, %Y", nil)
  }

  /// The number locale: `locale.number`, else that of the language.
  func numberLocale(_ language: Language) -> NumberLocale {
    var locale = NumberLocale(language)
    guard let given = value("locale")?["number"]?.value else { return locale }
    if let text = given["decimal"]?.string { locale.decimal = text }
    if let text = given["thousands"]?.string { locale.thousands = text }
    if let text = given["percent"]?.string { locale.percent = text }
    if let text = given["minus"]?.string { locale.minus = text }
    if let text = given["nan"]?.string { locale.nan = text }
    if let sizes = given["grouping"]?.array {
      locale.grouping = sizes.compactMap { $0.double.map { Int(clamping: $0, to: 1...100) } }
    }
    if let pair = given["currency"]?.array, pair.count == 2 {
      locale.currencyPrefix = pair[0].string ?? ""
      locale.currencySuffix = pair[1].string ?? ""
    }
    return locale
  }
}
