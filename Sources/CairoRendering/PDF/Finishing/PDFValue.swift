/// A PDF object without its stream (ISO 32000-1, 7.3).
indirect enum PDFValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As it is written in the file.
  case number(String)
  /// The bytes it stands for.
  case string([UInt8])
  /// Without its slash, escapes as they are.
  case name(String)
  case array([PDFValue])
  case dictionary(PDFDictionary)
  /// The object's number; its generation is 0.
  case reference(Int)

  static func integer(_ value: Int) -> PDFValue { .number(String(value)) }
  static func real(_ value: Double) -> PDFValue { .number(DecimalText.text(value)) }

  var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  var reference: Int? {
    guard case .reference(let number) = self else { return nil }
    return number
  }

  var dictionary: PDFDictionary? {
    guard case .dictionary(let dictionary) = self else { return nil }
    return dictionary
  }

  var array: [PDFValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }
}

/// A PDF dictionary that keeps its entries in order.
struct PDFDictionary: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  struct Entry: Equatable, Sendable {
    var key: String
    var value: PDFValue
  }

  var entries: [Entry] = []

  init() {}

  init(dictionaryLiteral elements: (String, PDFValue)...) {
    entries = elements.map { Entry(key: $0.0, value: $0.1) }
  }

  /// Setting nil removes the entry.
  subscript(key: String) -> PDFValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
