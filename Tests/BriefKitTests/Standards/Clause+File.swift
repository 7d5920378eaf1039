@testable import CairoRendering

extension Clause {
  /// The file as a whole (ISO 19005-3, 6.1).
  static let file: [Clause] = [
    Clause(
      "A 6.1.2", "the header tells the version, and that the file is binary",
      faults: { file in
        let start = file.bytes.prefix(16)
        return start.starts(with: "%PDF-1.7\n%".utf8).or("the first line is another")
          + (start.count == 16 && start[10..<14].allSatisfy { $0 > 127 }).or("no bytes above 127")
      }, damage: { $0.bytes[11] = 0x41 }),
    Clause(
      "A 6.1.3", "the trailer has an identifier, and the file isn't encrypted",
      faults: { file in
        let id = file.array(file.trailer["ID"])
        return (id.count == 2 && id.allSatisfy { $0 != .string([]) }).or("no identifier")
          + (file.trailer["Encrypt"] == nil).or("encrypted")
      }, damage: { $0.trailer["ID"] = nil }),
    Clause(
      "A 6.1.3", "nothing stands behind the end",
      faults: { $0.bytes.suffix(6).elementsEqual("%%EOF\n".utf8).or("something stands there") },
      damage: { $0.bytes.append(0x41) }),
    Clause(
      "A 6.1.7.1", "streams are as long as they say, between line ends, and lie in no other file",
      faults: { file in
        var faults = looseStreams(file.bytes)
        file.dictionaries { dictionary, number in
          for key in ["FFilter", "FDecodeParms"] where dictionary[key] != nil {
            faults.append("\(key) in object \(number)")
          }
        }
        for (number, object) in file.objects
        where object.stream != nil && object.value.dictionary?["F"] != nil {
          faults.append("F in object \(number)")
        }
        return faults
      }, damage: { $0.set("F", of: $0.catalog["Metadata"]?.reference, to: .string([0x61])) }),
    Clause(
      "A 6.1.7.2", "filters are those of PDF 1.7, but for LZWDecode and Crypt",
      faults: { file in
        let known = ["FlateDecode", "DCTDecode"]
        var faults: [String] = []
        file.dictionaries { dictionary, number in
          guard let filter = dictionary["Filter"] else { return }
          for filter in filter.array ?? [filter] where !known.contains(file.name(filter) ?? "") {
            faults.append("a filter in object \(number)")
          }
        }
        return faults
      },
      damage: { $0.set("Filter", of: $0.numbers("Type", "Metadata").first, to: .name("LZWDecode")) }
    ),
    Clause(
      "A 6.1.9", "objects stand on lines of their own",
      faults: { looseStreams($0.bytes) },
      damage: { file in
        guard let mark = file.bytes.lastRange(of: "\nendobj") else { return }
        file.bytes[mark.lowerBound] = 0x20
      }),
    Clause(
      "A 6.1.13", "strings, names, numbers and nesting keep the limits",
      faults: { file in
        var faults: [String] = []
        file.walk { value, number in
          switch value {
          case .string(let bytes) where bytes.count > 32_767: faults.append("a string in \(number)")
          case .name(let name) where name.utf8.count > 127: faults.append("a name in \(number)")
          case .number(let text) where !(Double(text).map { abs($0) <= 2_147_483_647 } ?? false):
            faults.append("a number in \(number)")
          default: break
          }
        }
        for stream in file.contentStreams {
          var depth = 0
          for operation in file.operations(in: stream) {
            if operation.name == "q" { depth += 1 }
            if operation.name == "Q" { depth -= 1 }
            if depth > 28 { return faults + ["q is nested in \(stream)"] }
          }
        }
        return faults + (file.objects.count < 8_388_607).or("too many objects")
      },
      damage: { file in
        file.catalog["Lang"] = .string([UInt8](repeating: 0x61, count: 40_000))
      }),
    Clause(
      "A 6.1.13", "pages are from 3 to 14400 points long",
      faults: { file in
        file.pages.filter { page in
          let box = file.array(file.objects[page]?.value.dictionary?["MediaBox"]).compactMap {
            if case .number(let text) = $0 { Double(text) } else { nil }
          }
          return box.count != 4
            || ![box[2] - box[0], box[3] - box[1]].allSatisfy { (3...14_400).contains($0) }
        }.map { "page \($0)" }
      },
      damage: { file in
        file.set("MediaBox", of: file.pages.first, to: .array([0, 0, 2, 2].map { .integer($0) }))
      }),
    Clause(
      "A 6.1.12, 6.4, 6.9, 6.10, 6.11; UA 7.15",
      "no permissions, forms, layers, alternate presentations or requirements",
      faults: { file in
        [
          "Perms", "AcroForm", "NeedsRendering", "OCProperties", "Requirements", "Collection",
          "Threads",
        ].filter { file.catalog[$0] != nil }
          + file.pages.filter { file.objects[$0]?.value.dictionary?["PresSteps"] != nil }
          .map { "PresSteps on \($0)" }
          + (file.dictionary(file.catalog["Names"])["AlternatePresentations"] == nil)
          .or("AlternatePresentations")
      }, damage: { $0.catalog["OCProperties"] = .dictionary([:]) }),
  ]

  /// Our files are nothing but streams between header and end: each must follow the one before to the byte.
  private static func looseStreams(_ bytes: [UInt8]) -> [String] {
    var at = 15
    var count = 0
    while bytes[at...].prefix(9).elementsEqual("startxref".utf8) == false {
      var parser = PDFParser(bytes, at: at)
      guard let number = try? parser.integer(), (try? parser.integer()) == 0,
        bytes[parser.offset...].prefix(5).elementsEqual(" obj\n".utf8), parser.take("obj"),
        let dictionary = try? parser.value().dictionary, let length = dictionary["Length"]?.integer,
        bytes[parser.offset...].prefix(7).elementsEqual("stream\n".utf8)
      else { return ["no object at \(at)"] }
      let end = parser.offset + 7 + length
      let close = Array("\nendstream\nendobj\n".utf8)
      guard end + close.count < bytes.count, bytes[end..<end + close.count].elementsEqual(close)
      else { return ["object \(number) ends at another place"] }
      at = end + close.count
      count += 1
    }
    return (count > 0).or("no objects")
  }
}
