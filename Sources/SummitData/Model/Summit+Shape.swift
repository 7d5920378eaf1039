package import Diagnostics
import Formats
package import Inputs

extension Summit {
  /// Reads a summit from the tree of its file: all its faults at once, or the summit with the warnings.
  package static func decode(_ input: Located) throws(DiagnosticError) -> (
    summit: Summit, warnings: [Diagnostic]
  ) {
    let (summit, warnings) = try shape.decode(input)
    return (summit, warnings)
  }

  /// The JSON Schema (2020-12) of a summit's file.
  package static var schema: Value {
    shape.schema.document(id: "urn:briefkit:schema:summit")
  }

  package static let shape = Shape.object(
    "summit", "One summit of an alliance: who came, what was shown and planned, and who says so.",
    Field("name", .localized, "Its name."),
    Field("edition", .text, "What tells it from the alliance's other summits: \"2022\"."),
    Field("date", ApproximateDate.shape, "When it was held."),
    .optional("reported", ApproximateDate.shape, "When it was reported."),
    .optional("venue", Venue.shape, "Where it was held."),
    .optional("host", .localized, "Who held it, where known."),
    .source,
    .optional("alliance", Alliance.shape, "The alliance whose summit it is."),
    Field("industries", .list(of: Industry.shape), "The sectors, in the order of charts."),
    Field(
      "organizations", Organization.list, "All organizations that the other lists name."),
    Field(
      "memberships", Membership.list, default: [], "Who was a member when, as known at the summit."),
    Field("coverage", .code("coverage"), "How far the list of participants goes."),
    .optional(
      "romanization", .localized, "How the names of people are spelt in Latin letters."),
    Field("participants", .list(of: Participant.shape), "Who took part."),
    Field(
      "divisions", .list(of: Division.shape), default: [], "The alliance's working divisions."),
    Field("areas", .list(of: Area.shape), default: [], "What results and plans are grouped under."),
    Field("results", .list(of: Outcome.shape), default: [], "The results that were shared."),
    .optional("vision", Vision.shape, "The vision that was announced."),
    Field("plans", .list(of: Plan.shape), default: [], "What the alliance means to do."),
    Field("projects", .list(of: Project.shape), default: [], "Work that members do together."),
    Field("statements", .list(of: Statement.shape), default: [], "What was said."),
    Field("market", .list(of: MarketFact.shape), default: [], "What goes on around the alliance."),
    Field("sources", .list(of: SourceReference.shape), "Where the facts come from."),
    .itself,
    make: Summit.init
  ).checked { summit, value, decoding in
    guard let reported = summit.reported, let earliest = summit.date.earliestDay,
      reported.latestDay < earliest
    else { return }
    decoding.error(
      "summit.date-order",
      "reported (\(reported.text(in: .en))) before it was held (\(summit.date.text(in: .en)))",
      at: value["reported"]?.range ?? value.range)
  }
}
