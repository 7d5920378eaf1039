/// Numbers of things in words.
enum Counted {
  static func items(_ count: Int) -> String { things(count, "item") }

  static func things(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
