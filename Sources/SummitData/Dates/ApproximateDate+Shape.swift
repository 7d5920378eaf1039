import Formats
package import Inputs

extension ApproximateDate {
  package static let shape = Shape<ApproximateDate>(
    schema: SchemaFragment(
      [
        (
          "description",
          """
          A date as exactly as it is known: "2022-10-25", "2022-10", "2022", {"by": "2022-05-26"} or \
          {"from": "2020-06", "to": "2020-09-25"}.
          """
        ),
        ("anyOf", .array([CalendarPeriod.shape.schema, upTo.schema, range.schema].map(\.value))),
      ]
    ).named("date"), example: "\"2022-10-25\""
  ) { value, decoding in
    if value.string != nil {
      return CalendarPeriod.shape.read(value, &decoding).map(ApproximateDate.within)
    }
    guard let object = value.object else {
      decoding.mismatch("a date", value, hints: [CalendarPeriod.hint])
      return nil
    }
    return (object["by"] == nil ? range : upTo).read(value, &decoding)
  }

  private static let upTo = Shape<ApproximateDate>.object(
    "date", "Any day up to this one.",
    Field("by", CalendarPeriod.shape, "The last day, month or year it can be."),
    make: { .by($0) }
  )

  private static let range = Shape<ApproximateDate>.object(
    "date", "Any day between these two.",
    Field("from", CalendarPeriod.shape, "The first day, month or year it can be."),
    Field("to", CalendarPeriod.shape, "The last day, month or year it can be."),
    make: { .between($0, $1) }
  ).map { date, value, decoding -> ApproximateDate? in
    guard case .between(let from, let to) = date, from.firstDay > to.lastDay else { return date }
    decoding.error(
      "summit.date-order", "\"from\" lies after \"to\"", at: value["from"]?.range ?? value.range)
    return nil
  }
}

extension CalendarPeriod {
  static let hint = """
    write "2022-10-25", "2022-10", "2022", {"by": "2022-10-25"} or \
    {"from": "2022-06", "to": "2022-10-25"}
    """

  static let shape = Shape<String>.text.describing(
    [("pattern", "^[0-9]{4}(-[0-9]{2}){0,2}$")], example: "\"2022-10-25\""
  ).map { text, value, decoding -> CalendarPeriod? in
    do throws(Fault) {
      return try CalendarPeriod(text)
    } catch {
      switch error {
      case .form:
        decoding.error("summit.date", "\"\(text)\" is no date", at: value.range, hints: [hint])
      case .calendar:
        decoding.error("summit.date", "the calendar has no \"\(text)\"", at: value.range)
      }
      return nil
    }
  }
}
