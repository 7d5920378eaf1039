import Formats
import Inputs
import Tables

/// The figures of a measure in words: how many values, the least and the greatest, and where a single series leads.
struct ChartFigures {
  let measure: ShownMeasure
  /// Every layer of the view, whose labels say how values are written.
  let layers: [UnitNode]
  let run: ChartRun

  private var vocabulary: ChartVocabulary { ChartVocabulary(run.environment.language) }

  var text: String {
    let points = measure.points()
    guard let low = points.min(by: { $0.value.asNumber < $1.value.asNumber }),
      let high = points.max(by: { $0.value.asNumber < $1.value.asNumber })
    else { return vocabulary.nothing }
    let numbers = self.numbers
    func told(_ point: ShownMeasure.Point) -> ChartVocabulary.Figure {
      let names = measure.names(of: point, run)
      return (numbers(point.value), names.isEmpty ? nil : names.joined(separator: ", "))
    }
    let series = Set(points.map(\.series)).count
    var sentences = [vocabulary.count(points.count, series: series)]
    if points.count > 1 {
      sentences.append(
        low.value.asNumber == high.value.asNumber
          ? vocabulary.same(numbers(low.value)) : vocabulary.extremes(told(low), told(high)))
    }
    if let (first, last) = ends(points) {
      sentences.append(
        vocabulary.trend(
          told(first), told(last), rises: last.value.asNumber > first.value.asNumber,
          falls: last.value.asNumber < first.value.asNumber))
    }
    return sentences.joined(separator: " ")
  }

  /// The first and the last value of a line; nil where there are several lines, or several values at an end of one.
  private func ends(
    _ points: [ShownMeasure.Point]
  ) -> (first: ShownMeasure.Point, last: ShownMeasure.Point)? {
    guard measure.units.allSatisfy({ $0.unit.mark.type.isPath }),
      Set(points.map(\.seriesInCell)).count == 1,
      points.allSatisfy({ $0.place.isFinite }),
      let first = points.min(by: { $0.place < $1.place }),
      let last = points.max(by: { $0.place < $1.place }), first.place < last.place,
      points.count(where: { $0.place == first.place }) == 1,
      points.count(where: { $0.place == last.place }) == 1
    else { return nil }
    return (first, last)
  }

  /// How a measure's values are said: as a label writes them, or as the axis does, but for what an axis rounds off.
  private var numbers: (Datum) -> String {
    let value = measure.value
    for unit in layers where unit.unit.mark.type == .text {
      if let label = unit.unit.encoding[.text], label.column == value.column,
        label.reader.value["format"] != nil
      {
        return ValueFormatter(definition: label, run: run).text
      }
    }
    let given = value.axis?["format"]?.value.string ?? ""
    // Shares of a normalized stack are what the axis counts; the values are what they are.
    let isShare = value.stacking == .offset(.normalize)
    if !isShare, ValueFormat.names.contains(String(given.prefix { $0 != " " })) {
      return ValueFormatter(definition: value, guide: run.properties([value.axis]), run: run).text
    }
    let locale = run.evaluation.numberLocale
    if given.contains("%"), !isShare, let format = try? NumberFormat(",.1~%") {
      return { format.string($0.asNumber, locale: locale) }
    }
    return { SpokenNumber.text($0, locale) }
  }
}

/// A number with as many digits as a listener can keep: whole from a thousand on, else four that count.
enum SpokenNumber {
  private static let whole = try? NumberFormat(",.0f")
  private static let short = try? NumberFormat(",.4~g")

  static func text(_ datum: Datum, _ locale: NumberLocale) -> String {
    let format = abs(datum.asNumber) >= 1000 ? whole : short
    guard let format, let number = Decimal(shortest: datum.asNumber) else { return datum.asText }
    return format.string(number, locale: locale)
  }
}
