package import Formats
import Inputs

/// One summit of an alliance: who came, what was shown and planned, and who says so.
package struct Summit: Sendable {
  package let name: LocalizedText
  /// What tells it from the alliance's other summits: "2022".
  package let edition: String
  package let date: ApproximateDate
  package let reported: ApproximateDate?
  package let venue: Venue?
  package let host: LocalizedText?
  package let source: Citation
  package let alliance: Alliance?
  package let industries: [Industry]
  package let organizations: [Organization]
  package let memberships: [Membership]
  /// How far the list of participants goes.
  package let coverage: Coverage
  /// How the names of people are spelt in Latin letters.
  package let romanization: LocalizedText?
  package let participants: [Participant]
  package let divisions: [Division]
  package let areas: [Area]
  package let results: [Outcome]
  package let vision: Vision?
  package let plans: [Plan]
  package let projects: [Project]
  package let statements: [Statement]
  package let market: [MarketFact]
  package let sources: [SourceReference]
  /// The file as it was read.
  let tree: Value
}
