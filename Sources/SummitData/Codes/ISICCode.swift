import Inputs

/// A section of ISIC Rev. 4, and a division of it where one is named: `J`, `J61`.
package struct ISICCode: Sendable, Hashable {
  package let section: ISICSection
  package let division: Int?

  /// As written: `J61`.
  package let text: String

  static let shape = Shape<String>.text.describing(
    [("pattern", "^[A-U]([0-9]{2})?$")], example: "\"J61\""
  ).map { text, value, decoding -> ISICCode? in
    let digits = text.dropFirst()
    guard let section = text.first.flatMap({ ISICSection(rawValue: String($0)) }),
      digits.isEmpty || digits.utf8.count == 2, digits.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      decoding.error(
        "summit.isic", "\"\(text)\" is no ISIC code", at: value.range,
        hints: ["write the section, A to U, and its division, as in \"J61\""])
      return nil
    }
    let division = Int(digits)
    if let division, !section.divisions.contains(division) {
      let first = section.divisions.lowerBound
      let last = section.divisions.upperBound
      decoding.error(
        "summit.isic",
        "ISIC section \(section.rawValue) has no division \"\(digits)\"", at: value.range,
        hints: ["its divisions are \(first)" + (first == last ? "" : " to \(last)")])
      return nil
    }
    return ISICCode(section: section, division: division, text: text)
  }
}
