import Diagnostics

extension MarkdownContext {
  /// Warns of an emphasis mark that CommonMark left in the text.
  func warnOfMark(_ node: CmarkNode, _ scalars: [Unicode.Scalar], at index: Int) {
    faults.addWarning {
      let mark = scalars[index]
      let offset = scalars[..<index].reduce(0) { $0 + UTF8.width($1) }
      let hint =
        mark == "*"
        ? "if it is meant as a sign, write \\*; if as emphasis, close it right behind a word"
        : "if it is meant as a sign, write \\_; for emphasis beside Hangul, write *"
      return .warning(
        "markdown.mark", "the mark \(mark) is left in the text", at: location(node, offset),
        hints: [hint])
    }
  }

  /// `<br>` is a line break, comments vanish, other HTML is an error.
  func inline(html node: CmarkNode) -> Inline? {
    let text = node.literal.trimmingSpaces
    if ["<br>", "<br/>", "<br />"].contains(text.lowercased()) { return .lineBreak }
    if !text.isComments { refuse(html: node, text) }
    return nil
  }

  /// HTML on lines of its own: only comments.
  func check(html node: CmarkNode) {
    let text = node.literal.trimmingSpaces
    if text.isComments { return }
    if text.lowercased().hasPrefix("<br") {
      fail(
        "markdown.html", "a line break stands outside a paragraph", at: location(node),
        hint: "remove it: the theme sets the space between blocks")
    } else {
      refuse(html: node, text)
    }
  }

  private func refuse(html node: CmarkNode, _ text: Substring) {
    if text.hasPrefix("<!--"), !text.contains("-->") {
      fail(
        "markdown.html", "the comment isn't closed", at: location(node), hint: "close it with -->")
      return
    }
    let shown = filled(String(text)).split(separator: "\n").first?.prefix(40) ?? ""
    fail(
      "markdown.html", "HTML is not part of a report: \"\(shown)\"", at: location(node),
      hint: "only <br> and comments are read; write \\< for the sign itself")
  }

  /// Where a link leads; nil for what no page may lead to, which is reported.
  func linkAddress(_ node: CmarkNode) -> String? {
    let address = filled(node.url)
    if !node.title.isEmpty {
      warn(
        "markdown.title", "the title of a link isn't shown", at: location(node),
        hint: "remove what stands in quotes behind the address")
    }
    let scheme = address.prefix { $0 != ":" }
    if address.contains(":"), ["http", "https", "mailto", "tel"].contains(scheme.lowercased()) {
      return address.percentEncoded
    }
    // What has that id is looked for when all is read.
    if address.first == "#", address.count > 1 {
      refers = true
      return address
    }
    fail(
      "markdown.link", "\"\(address)\" is no address that a page may lead to",
      at: location(node),
      hint:
        "begin it with https://, http://, mailto: or tel:, or write #id for a place in the report")
    return nil
  }
}

extension Substring {
  /// Whether all of it is comments.
  fileprivate var isComments: Bool {
    var rest = self
    while rest.hasPrefix("<!--") {
      guard let end = rest.firstRange(of: "-->") else { return false }
      rest = rest[end.upperBound...].trimmingSpaces
    }
    return rest.isEmpty
  }
}

extension String {
  /// With what may not stand in a URI (RFC 3986, 2) percent-encoded; escapes that are there stay.
  fileprivate var percentEncoded: String {
    let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    return utf8.map { byte in
      let isPlain =
        byte < 0x80
        && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
          || allowed.contains(byte))
      if isPlain { return String(Unicode.Scalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
