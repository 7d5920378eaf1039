package import Formats
import Inputs

/// The time an organization is a member of the alliance.
package struct Membership: Sendable, Hashable {
  /// The id of the organization.
  package let organization: String
  package let joined: ApproximateDate
  package let source: Citation
  package let left: ApproximateDate?
  package let leftSource: Citation

  /// Whether the organization counts as a member on a day: from the latest day it can have joined to the latest
  /// day it can have left, that day not included.
  package func holds(on day: CivilDate) -> Bool {
    guard joined.latestDay <= day else { return false }
    return left.map { day < $0.latestDay } ?? true
  }

  static let shape = Shape.object(
    "membership", "The time an organization is a member of the alliance.",
    Field("organization", .reference(to: "organization"), "The id of the organization."),
    Field("joined", ApproximateDate.shape, "When it joined."),
    .source,
    .optional("left", ApproximateDate.shape, "When it left; left out for members."),
    Field(
      "left_source", .citation, default: [],
      "The id of the source that states the leaving, or a list; goes with \"left\"."),
    make: Membership.init
  ).checked { membership, value, decoding in
    membership.checkLeaving(value, &decoding)
  }.named("membership")

  private func checkLeaving(_ value: Value, _ decoding: inout Decoding) {
    if left != nil, leftSource.isEmpty {
      decoding.error(
        "data.missing", "\"left\" has no \"left_source\"", at: value["left"]?.range ?? value.range,
        hints: ["add \"left_source\": \"…\", the id of the source that states it"])
    }
    if left == nil, !leftSource.isEmpty {
      decoding.error(
        "data.missing", "\"left_source\" stands without \"left\"",
        at: value["left_source"]?.range ?? value.range)
    }
    guard let left, let earliest = joined.earliestDay, left.latestDay < earliest else { return }
    decoding.error(
      "summit.date-order",
      "\"\(organization)\" left (\(left.text(in: .en))) before it joined (\(joined.text(in: .en)))",
      at: value["left"]?.range ?? value.range)
  }
}
