import Documents
import Formats
import Graphics

extension Composer {
  /// The name of a place in the file.
  static func destination(ofPlace place: Int) -> String { "place-\(place + 1)" }

  /// A caption, behind the number of what it belongs to: `그림 3`.
  func caption(
    _ caption: [Inline], number: (kind: Place.Kind, Int)?, width: Double, role: Structure.Role
  ) -> [FlowItem] {
    let style = theme[.caption]
    var text = StyledText()
    if let number {
      var label = textStyle(style)
      label.color = theme[.headingNumber].color
      text.append(
        (document.strings.name(of: number.kind, number: "\(number.1)") ?? "")
          + (caption.isEmpty ? "" : "\u{2003}"), label)
    }
    append(caption, textStyle(style), to: &text)
    guard !text.isBlank else { return [] }
    let paragraph = makeParagraph(text, role: Structure.Node(role), leading: style.leading)
    return lines(of: paragraph, width: width).spaced(before: style.before, after: style.after)
  }

  /// Where a link's address leads: `#id` within the document.
  func target(of address: String) -> LinkArea.Target {
    if address.first == "#", let place = document.placesByID[String(address.dropFirst())] {
      return .destination(Self.destination(ofPlace: place))
    }
    return .uri(address)
  }

  /// A reference by the name of its place, with the page where that is another one: `그림 3, 7쪽`.
  func refer(_ reference: CrossReference, _ style: TextStyle, to text: inout StyledText) {
    guard let place = reference.place else { return }
    text.append(anchor: .reference(reference.number))
    sectionsOfReferences[reference.number] = section
    referencesByPlace[place, default: []].append(reference.number)
    text.appendLink(to: .destination(Self.destination(ofPlace: place)), isReference: true) { text in
      append(words(of: reference, place), style, to: &text)
    }
    guard let particle = reference.particle, document.language == .ko else { return }
    text.append(
      particle.form(
        after: words(of: reference, place).plainText, pronunciation: theme.pronunciation), style)
  }

  private func words(of reference: CrossReference, _ place: Int) -> [Inline] {
    guard let page = pages.page(ofPlace: place, seenFrom: .reference(reference.number)) else {
      return reference.label
    }
    var words: [Inline] = []
    var pattern = document.strings[.onPage].replacing("{page}", with: page)[...]
    if let label = pattern.firstRange(of: "{reference}") {
      words.append(.text(String(pattern[..<label.lowerBound])))
      words += reference.label
      pattern = pattern[label.upperBound...]
    }
    return words + [.text(String(pattern))]
  }
}
