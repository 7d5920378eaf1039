/// `duration` (RFC 3339, appendix A): units from the largest to the smallest, none left out between two.
enum DurationFormat {
  static func matches(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    guard scanner.skip("P") else { return false }
    var weeks = scanner
    if !weeks.take(while: \.isDigit).isEmpty, weeks.skip("W") { return weeks.isAtEnd }
    guard let hasDate = units(["Y", "M", "D"], &scanner) else { return false }
    guard scanner.skip("T") else { return hasDate && scanner.isAtEnd }
    return units(["H", "M", "S"], &scanner) == true && scanner.isAtEnd
  }

  /// Whether any unit stands here; nil where they break the grammar.
  private static func units(_ units: [Unicode.Scalar], _ scanner: inout ByteScanner) -> Bool? {
    var last: Int?
    while let next = scanner.next, next.isDigit {
      _ = scanner.take(while: \.isDigit)
      let first = last.map { $0 + 1 } ?? 0
      guard first < units.count else { return nil }
      // The first unit may be any, the others follow it one by one.
      let allowed = last == nil ? first..<units.count : first..<first + 1
      guard let index = allowed.first(where: { scanner.skip(units[$0]) }) else { return nil }
      last = index
    }
    return last != nil
  }
}
