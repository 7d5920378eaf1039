/// A format that is held against a text (validation, section 7.3).
enum CheckedFormat: String, Sendable, CaseIterable {
  case date
  case time
  case dateTime = "date-time"
  case duration
  case email
  case uri
  case uriReference = "uri-reference"
  case uuid
  case ipv4
  case ipv6
  case regex
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"

  /// The formats that the specification names and nothing here checks.
  static let unchecked = [
    "hostname", "idn-hostname", "idn-email", "iri", "iri-reference", "uri-template",
  ]

  func matches(_ text: String) -> Bool {
    switch self {
    case .date: TimestampFormats.isDate(text)
    case .time: TimestampFormats.isTime(text)
    case .dateTime: TimestampFormats.isDateTime(text)
    case .duration: DurationFormat.matches(text)
    case .email: EmailFormat.matches(text)
    case .uri: URIFormat.isURI(text)
    case .uriReference: URIFormat.isReference(text)
    case .uuid: UUIDFormat.matches(text)
    case .ipv4: AddressFormats.isIPv4(Array(text.utf8)[...])
    case .ipv6: AddressFormats.isIPv6(Array(text.utf8)[...])
    case .regex: Pattern.grammarFault(of: text) == nil
    case .jsonPointer: JSONPointer.tokens(text) != nil
    case .relativeJSONPointer: JSONPointer.isRelative(text)
    }
  }

  /// The format in a reader's words.
  var words: String {
    switch self {
    case .date: "a date"
    case .time: "a time with its zone"
    case .dateTime: "a date and time with its zone"
    case .duration: "a duration"
    case .email: "an e-mail address"
    case .uri: "a URI"
    case .uriReference: "a URI or a relative reference"
    case .uuid: "a UUID"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    case .regex: "a regular expression"
    case .jsonPointer: "a JSON Pointer"
    case .relativeJSONPointer: "a relative JSON Pointer"
    }
  }

  var example: String {
    switch self {
    case .date: "2022-10-25"
    case .time: "09:30:00+09:00"
    case .dateTime: "2022-10-25T09:30:00+09:00"
    case .duration: "P1DT12H"
    case .email: "kim@example.com"
    case .uri: "https://example.com/a"
    case .uriReference: "a/b.json#c"
    case .uuid: "2eb8aa08-aa98-11ea-b4aa-73b441d16380"
    case .ipv4: "192.0.2.1"
    case .ipv6: "2001:db8::1"
    case .regex: "^[A-Z]{3}$"
    case .jsonPointer: "/a/0"
    case .relativeJSONPointer: "1/a"
    }
  }
}
