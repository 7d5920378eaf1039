package import SummitData

/// Who was at a summit, seen from the alliance: members present, members absent, guests.
///
/// People of an organization that belongs to a member stand for that member; whoever stands for no member is a guest.
package struct Attendance: Sendable {
  package let summit: Summit
  package let index: SummitIndex
  /// The members on the day of the summit, in the order of the memberships.
  package let members: [String]
  /// The organizations that sent somebody, members and guests, in the order of the participants.
  package let present: [String]
  /// The participants of each of them.
  package let people: [String: [Participant]]
  private let memberSet: Set<String>

  package init(_ summit: Summit) {
    self.summit = summit
    let index = SummitIndex(summit)
    self.index = index
    let day = summit.date.latestDay
    var memberSet: Set<String> = []
    members = summit.memberships.filter { $0.holds(on: day) }.map(\.organization)
      .filter { memberSet.insert($0).inserted }
    self.memberSet = memberSet
    var present: [String] = []
    var people: [String: [Participant]] = [:]
    for participant in summit.participants {
      let organization = index.represented(by: participant.organization, members: memberSet)
      if people[organization] == nil { present.append(organization) }
      people[organization, default: []].append(participant)
    }
    self.present = present
    self.people = people
  }

  package func isMember(_ organization: String) -> Bool { memberSet.contains(organization) }
  package func isPresent(_ organization: String) -> Bool { people[organization] != nil }

  package var membersPresent: [String] { members.filter(isPresent) }
  package var membersAbsent: [String] { members.filter { !isPresent($0) } }
  package var guests: [String] { present.filter { !isMember($0) } }

  /// Nil for an organization that is no member and wasn't there.
  package func status(of organization: String) -> AttendanceStatus? {
    switch (isMember(organization), isPresent(organization)) {
    case (true, true): .present
    case (true, false): .absent
    case (false, true): .guest
    case (false, false): nil
    }
  }

  /// The participant's own organization, not the member it stands for.
  func organization(of participant: Participant) -> Organization? {
    index.organizations[participant.organization]
  }
}
