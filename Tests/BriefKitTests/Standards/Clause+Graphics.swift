@testable import CairoRendering

extension Clause {
  /// What is painted, and in which colours (ISO 19005-3, 6.2.2 to 6.2.10).
  static let graphics: [Clause] = [
    Clause(
      "A 6.2.2", "pages use operators that PDF knows, and name their resources",
      faults: { file in
        file.contentStreams.flatMap { stream in
          file.operations(in: stream).filter { !FinishedPDF.known.contains($0.name) }
            .map { "\($0.name) in \(stream)" }
        }
          + file.pages.filter { file.objects[$0]?.value.dictionary?["Resources"] == nil }
          .map { "no resources on \($0)" }
      }, damage: { $0.setData(of: $0.contentStreams.first) { $0 + "\nxyz\n" } }),
    Clause(
      "A 6.2.3", "one output intent says that colours are sRGB, with its profile",
      faults: { file in
        let intents = file.array(file.catalog["OutputIntents"]).map { file.dictionary($0) }
        guard let intent = intents.first, intents.count == 1 else { return ["\(intents.count)"] }
        guard let profile = intent["DestOutputProfile"]?.reference else { return ["no profile"] }
        let data = file.data(profile)
        return (intent["S"] == .name("GTS_PDFA1")).or("another intent")
          + (file.objects[profile]?.value.dictionary?["N"] == .integer(3)).or("N isn't 3")
          + (data.count > 128 && data[36..<40].elementsEqual("acsp".utf8)
          && data[16..<20].elementsEqual("RGB ".utf8) && data[8] <= 4).or("no RGB profile")
      }, damage: { $0.catalog["OutputIntents"] = nil }),
    Clause(
      "A 6.2.4.3", "colours are those of the output intent: RGB or grey",
      faults: { file in
        var faults: [String] = []
        file.walk { value, number in
          if value == .name("DeviceCMYK") || value == .name("DeviceN")
            || value == .name("Separation")
          {
            faults.append("object \(number)")
          }
        }
        for stream in file.contentStreams {
          faults += file.operations(in: stream).filter { $0.name == "k" || $0.name == "K" }
            .map { "\($0.name) in \(stream)" }
        }
        return faults
      }, damage: { $0.setData(of: $0.contentStreams.first) { "0 0 0 1 k\n" + $0 } }),
    Clause(
      "A 6.2.5", "graphics states hold no transfer functions or halftones",
      faults: { file in
        var faults: [String] = []
        file.dictionaries { dictionary, number in
          for key in ["TR", "TR2", "HTP", "HTO"] where dictionary[key] != nil {
            faults.append("\(key) in \(number)")
          }
        }
        return faults
      }, damage: { $0.set("TR", of: $0.pages.first, to: .name("Identity")) }),
    Clause(
      "A 6.2.8", "images aren't interpolated and have no alternates",
      faults: { file in
        file.numbers("Subtype", "Image").filter { number in
          let image = file.objects[number]?.value.dictionary ?? [:]
          return image["Interpolate"] == .bool(true) || image["Alternates"] != nil
            || image["OPI"] != nil
        }.map { "image \($0)" }
      },
      damage: { $0.set("Interpolate", of: $0.numbers("Subtype", "Image").first, to: .bool(true)) }),
    Clause(
      "A 6.2.9; UA 7.20", "forms bring nothing from other files or programs, and no marked content",
      faults: { file in
        file.numbers("Subtype", "PS").map { "PostScript in \($0)" }
          + file.numbers("Subtype", "Form").flatMap { number -> [String] in
            let form = file.objects[number]?.value.dictionary ?? [:]
            return ["Ref", "OPI", "PS", "Subtype2"].filter { form[$0] != nil }
              + file.operations(in: number).filter { $0.operands.contains("/MCID") }
              .map { _ in "marks in \(number)" }
          }
      },
      damage: { $0.set("Ref", of: $0.numbers("Subtype", "Form").first, to: .dictionary([:])) }),
    Clause(
      "A 6.2.10", "a page with transparency has a space to blend in",
      faults: { file in
        file.pages.filter { number in
          let page = file.objects[number]?.value.dictionary ?? [:]
          guard file.isTransparent(page) else { return false }
          return file.name(file.dictionary(page["Group"])["CS"]) != "DeviceRGB"
        }.map { "page \($0)" }
      },
      damage: { file in
        for page in file.pages { file.set("Group", of: page, to: nil) }
      }),
  ]
}

extension FinishedPDF {
  /// Whether the page itself is drawn with alpha, masks or groups.
  fileprivate func isTransparent(_ page: PDFDictionary) -> Bool {
    let resources = dictionary(page["Resources"])
    let states = dictionary(resources["ExtGState"]).entries.map { dictionary($0.value) }
    let objects = dictionary(resources["XObject"]).entries.map { dictionary($0.value) }
    let one: [PDFValue] = [.integer(1), .number("1.0")]
    return states.contains { state in
      ["ca", "CA"].contains { state[$0].map { !one.contains($0) } ?? false }
        || state["SMask"].map { $0 != .name("None") } ?? false
    } || objects.contains { $0["SMask"] != nil || $0["Group"] != nil }
  }
}
