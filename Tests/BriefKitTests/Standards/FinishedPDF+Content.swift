@testable import CairoRendering

extension FinishedPDF {
  /// An operator of a content stream with what stands before it.
  struct Operation {
    var name: String
    var operands: String
    /// The marks that it lies in, from the outermost.
    var marks: [String]
  }

  /// The numbers of all content streams: the pages', and those of forms.
  var contentStreams: [Int] {
    pages.compactMap { objects[$0]?.value.dictionary?["Contents"]?.reference }
      + numbers("Subtype", "Form")
  }

  func operations(in stream: Int) -> [Operation] {
    let content = data(stream)
    var scanner = ContentScanner(content)
    var operations: [Operation] = []
    var marks: [String] = []
    while let found = try? scanner.next() {
      let text = String(
        content[found.start..<found.end].map { Character(Unicode.Scalar($0)) })
      let name = text.split { " \n\r\t/<>[]()".contains($0) }.last.map(String.init) ?? ""
      let operands = String(text.dropLast(name.count))
      if name == "BDC" || name == "BMC" { marks.append(operands) }
      operations.append(Operation(name: name, operands: operands, marks: marks))
      if name == "EMC", !marks.isEmpty { marks.removeLast() }
    }
    return operations
  }

  /// What paints, and so has to be content or an artifact.
  static let painting: Set<String> = [
    "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"",
  ]

  /// The operators of ISO 32000-1, annex A.
  static let known: Set<String> = painting.union([
    "b", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "DP", "EI", "EMC",
    "ET", "EX", "G", "g", "gs", "h", "i", "ID", "J", "j", "K", "k", "l", "M", "m", "MP", "n", "q",
    "Q", "re", "RG", "rg", "ri", "SC", "sc", "SCN", "scn", "T*", "Tc", "Td", "TD", "Tf", "TL", "Tm",
    "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y",
  ])

  /// The fonts as content streams select them.
  var fonts: [Int] { numbers("Type", "Font").filter { !isDescendant($0) } }

  /// The fonts below composite ones.
  var descendants: [Int] { numbers("Type", "Font").filter(isDescendant) }

  private func isDescendant(_ number: Int) -> Bool {
    name(objects[number]?.value.dictionary?["Subtype"])?.hasPrefix("CIDFont") == true
  }

  /// Where a font's codes lead: from code to text.
  func unicodes(of font: Int) -> [Int: String] {
    guard let map = objects[font]?.value.dictionary?["ToUnicode"]?.reference else { return [:] }
    var codes: [Int: String] = [:]
    var isInside = false
    for line in String(decoding: data(map), as: UTF8.self).split(separator: "\n") {
      if line.hasSuffix("beginbfchar") || line.hasSuffix("beginbfrange") { isInside = true }
      if line.hasPrefix("endbf") { isInside = false }
      let words = line.split(separator: " ").map { $0.filter(\.isHexDigit) }
      guard isInside, line.hasPrefix("<"), let first = Int(words[0], radix: 16),
        let last = Int(words[words.count - 2], radix: 16), first <= last
      else { continue }
      let digits = words[words.count - 1]
      let units = stride(from: 0, to: digits.count - 3, by: 4).compactMap { start in
        UInt16(digits.dropFirst(start).prefix(4), radix: 16)
      }
      for code in first...last {
        var units = units
        units[units.count - 1] += UInt16(code - first)
        codes[code] = String(decoding: units, as: UTF16.self)
      }
    }
    return codes
  }
}
