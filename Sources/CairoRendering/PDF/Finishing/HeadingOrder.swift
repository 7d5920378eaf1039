import Graphics

/// Gives the headings of what is drawn levels without a gap, the first of them the highest (ISO 14289-1, 7.4.2).
///
/// Where only some pages of a document are drawn, the headings above may be missing.
struct HeadingOrder {
  private static let roles: [Structure.Role] = [
    .heading1, .heading2, .heading3, .heading4, .heading5, .heading6,
  ]

  /// The levels of the headings that the current place lies under.
  private var open: [Int] = []

  /// The role to be written; to be asked in reading order, of each element that has contents.
  mutating func role(of role: Structure.Role) -> Structure.Role {
    guard let level = Self.roles.firstIndex(of: role) else { return role }
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return Self.roles[open.count - 1]
  }
}
