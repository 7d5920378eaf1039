@testable import CairoRendering

extension Clause {
  /// ISO 19005-3, 6.2.11, and ISO 14289-1, 7.21. Widths are held against the fonts by `make check-pdf`.
  static let fonts: [Clause] = [
    Clause(
      "A 6.2.11.2, 6.2.11.3.3; UA 7.21.3.3",
      "fonts are of a kind that PDF knows, their codes glyphs",
      faults: { file in
        file.fonts.flatMap { number -> [String] in
          let font = file.objects[number]?.value.dictionary ?? [:]
          let simple = ["Type1", "TrueType", "MMType1"]
          let kind = file.name(font["Subtype"]) ?? ""
          if simple.contains(kind) { return [] }
          return (kind == "Type0").or("\(kind) in \(number)")
            + (file.name(font["Encoding"]) == "Identity-H").or("another map in \(number)")
            + (file.array(font["DescendantFonts"]).count == 1).or("no descendant in \(number)")
        } + (!file.fonts.isEmpty).or("no fonts")
      }, damage: { $0.set("Encoding", of: $0.fonts.first, to: .name("UniKS-UCS2-H")) }),
    Clause(
      "A 6.2.11.3.1; UA 7.21.3.1", "composite fonts say which characters theirs are",
      faults: { file in
        file.descendants.filter { number in
          let system = file.dictionary(file.objects[number]?.value.dictionary?["CIDSystemInfo"])
          return file.text(system["Registry"]) != "Adobe"
            || file.text(system["Ordering"]) != "Identity" || system["Supplement"] != .integer(0)
        }.map { "font \($0)" }
      }, damage: { $0.set("CIDSystemInfo", of: $0.descendants.first, to: nil) }),
    Clause(
      "A 6.2.11.3.2; UA 7.21.3.2", "TrueType fonts map characters to glyphs",
      faults: { file in
        file.numbers("Subtype", "CIDFontType2").filter {
          file.objects[$0]?.value.dictionary?["CIDToGIDMap"] != .name("Identity")
        }.map { "font \($0)" }
      },
      damage: { file in
        file.set("CIDToGIDMap", of: file.numbers("Subtype", "CIDFontType2").first, to: nil)
      }),
    Clause(
      "A 6.2.11.4.1; UA 7.21.4.1", "every font is embedded",
      faults: { file in
        (file.descendants
          + file.fonts.filter { file.objects[$0]?.value.dictionary?["Subtype"] != .name("Type0") })
          .filter { number in
            let font = file.objects[number]?.value.dictionary ?? [:]
            let descriptor = file.dictionary(font["FontDescriptor"])
            guard let program = (descriptor["FontFile2"] ?? descriptor["FontFile3"])?.reference
            else { return true }
            return file.data(program).isEmpty
          }.map { "font \($0)" }
      },
      damage: { file in
        let number = file.numbers("Type", "FontDescriptor").first
        file.set("FontFile2", of: number, to: nil)
        file.set("FontFile3", of: number, to: nil)
      }),
    Clause(
      "A 6.2.11.4.2; UA 7.21.4.2", "no list of characters that could be wrong: a subset needs none",
      faults: { file in
        file.numbers("Type", "FontDescriptor").filter { number in
          let descriptor = file.objects[number]?.value.dictionary ?? [:]
          return descriptor["CIDSet"] != nil || descriptor["CharSet"] != nil
        }.map { "font \($0)" }
      },
      damage: { file in
        file.set("CIDSet", of: file.numbers("Type", "FontDescriptor").first, to: .null)
      }),
    Clause(
      "A 6.2.11.5; UA 7.21.5", "each glyph has a width",
      faults: { file in
        file.fonts.flatMap { number -> [String] in
          let font = file.objects[number]?.value.dictionary ?? [:]
          var given = 0..<0
          if font["Subtype"] == .name("Type0") {
            let descendant = file.dictionary(file.array(font["DescendantFonts"]).first)
            let widths = file.array(descendant["W"])
            given = 0..<(widths.count == 2 ? widths[1].array?.count ?? 0 : 0)
          } else if let first = font["FirstChar"]?.integer {
            given = first..<first + file.array(font["Widths"]).count
          }
          return file.unicodes(of: number).keys.filter { !given.contains($0) }
            .map { "\($0) in \(number)" }
        }
      }, damage: { $0.set("W", of: $0.descendants.first, to: .array([])) }),
    Clause(
      "A 6.2.11.6; UA 7.21.6", "simple TrueType fonts are Latin, and find their glyphs by Unicode",
      faults: { file in
        file.numbers("Subtype", "TrueType").flatMap { number -> [String] in
          let font = file.objects[number]?.value.dictionary ?? [:]
          let descriptor = file.dictionary(font["FontDescriptor"])
          let program = descriptor["FontFile2"]?.reference.map { file.data($0) } ?? []
          return (file.name(font["Encoding"]) == "WinAnsiEncoding").or("another encoding")
            + (descriptor["Flags"] == .integer(32)).or("symbolic")
            + program.hasUnicodeMap.or("no map from Unicode")
        }
      },
      damage: { file in
        file.set("Encoding", of: file.numbers("Subtype", "TrueType").first, to: nil)
      }),
    Clause(
      "A 6.2.11.7.2; UA 7.21.7", "each code that is shown leads to text",
      faults: { file in
        var faults: [String] = []
        for font in file.fonts {
          let codes = file.unicodes(of: font)
          if codes.isEmpty { faults.append("no text in \(font)") }
          for (code, text) in codes
          where text.unicodeScalars.isEmpty
            || text.unicodeScalars.contains(where: { [0, 0xFEFF, 0xFFFE].contains($0.value) })
          {
            faults.append("\(code) in \(font)")
          }
        }
        let known = Dictionary(
          uniqueKeysWithValues: file.fonts.map { ($0, Set(file.unicodes(of: $0).keys)) })
        for use in file.shownCodes where known[use.font]?.contains(use.code) != true {
          faults.append("\(use.code) of \(use.font) is shown")
        }
        return faults
      }, damage: { $0.set("ToUnicode", of: $0.fonts.first, to: nil) }),
    Clause(
      "A 6.2.11.7.3", "no text of the Private Use Area",
      faults: { file in
        file.fonts.flatMap { font in
          file.unicodes(of: font).values.filter { text in
            text.unicodeScalars.contains { $0.properties.generalCategory == .privateUse }
          }.map { "\($0) in \(font)" }
        }
      },
      damage: { file in
        let map = file.fonts.first.flatMap { file.objects[$0]?.value.dictionary?["ToUnicode"] }
        file.setData(of: map?.reference) {
          $0.replacing("endbfchar", with: "<0001> <e000>\nendbfchar", maxReplacements: 1)
        }
      }),
    Clause(
      "A 6.2.11.8; UA 7.21.8", "the glyph for what has none is never shown",
      faults: { $0.shownCodes.filter { $0.code == 0 }.map { "font \($0.font)" } },
      damage: { file in
        file.setData(of: file.contentStreams.first) { text in
          let words = text.split(separator: " Tf", maxSplits: 1, omittingEmptySubsequences: false)
          return words[0] + " Tf\n<0000>Tj\n" + words[1]
        }
      }),
  ]
}

extension FinishedPDF {
  struct ShownCode: Hashable {
    var font: Int
    var code: Int
  }

  /// The codes of composite fonts that pages and forms show.
  var shownCodes: Set<ShownCode> {
    var shown: Set<ShownCode> = []
    for page in pages {
      guard let page = objects[page]?.value.dictionary, let content = page["Contents"]?.reference
      else { continue }
      collect(content, dictionary(page["Resources"]), &shown)
    }
    for form in numbers("Subtype", "Form") {
      collect(form, dictionary(objects[form]?.value.dictionary?["Resources"]), &shown)
    }
    return shown
  }

  private func collect(
    _ stream: Int, _ resources: PDFDictionary, _ shown: inout Set<ShownCode>
  ) {
    var font: Int?
    for operation in operations(in: stream) {
      if operation.name == "Tf" {
        let name = operation.operands.split { " /\n".contains($0) }.first.map(String.init) ?? ""
        font = dictionary(resources["Font"])[name]?.reference
      }
      guard ["Tj", "TJ"].contains(operation.name), let font,
        objects[font]?.value.dictionary?["Subtype"] == .name("Type0")
      else { continue }
      var rest = operation.operands[...]
      while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
        let digits = rest[rest.index(after: start)..<end]
        for at in stride(from: 0, to: digits.count, by: 4) {
          guard let code = Int(digits.dropFirst(at).prefix(4), radix: 16) else { continue }
          shown.insert(ShownCode(font: font, code: code))
        }
        rest = rest[rest.index(after: end)...]
      }
    }
  }
}

extension [UInt8] {
  /// Whether a TrueType font has a map of platform 3, encoding 1.
  fileprivate var hasUnicodeMap: Bool {
    func big16(_ at: Int) -> Int { at + 1 < count ? Int(self[at]) << 8 | Int(self[at + 1]) : 0 }
    func big32(_ at: Int) -> Int { big16(at) << 16 | big16(at + 2) }
    let tables = (0..<big16(4)).map { 12 + 16 * $0 }.filter { $0 + 16 <= count }
    guard let entry = tables.first(where: { self[$0..<$0 + 4].elementsEqual("cmap".utf8) }) else {
      return false
    }
    let map = big32(entry + 8)
    return (0..<big16(map + 2)).contains { index in
      big16(map + 4 + 8 * index) == 3 && big16(map + 6 + 8 * index) == 1
    }
  }
}
