@testable import CairoRendering

extension Clause {
  /// Links, the only annotations there are (ISO 19005-3, 6.3 and 6.5; ISO 14289-1, 7.18).
  static let annotations: [Clause] = [
    Clause(
      "A 6.3.1, 6.3.2", "annotations are links that show and print",
      faults: { file in
        file.annotations.filter { number in
          let annotation = file.objects[number]?.value.dictionary ?? [:]
          return annotation["Subtype"] != .name("Link") || annotation["F"] != .integer(4)
        }.map { "\($0)" }
      }, damage: { $0.set("F", of: $0.annotations.first, to: .integer(2)) }),
    Clause(
      "A 6.5.1, 6.5.2; UA 7.19", "actions lead to addresses, and none runs by itself",
      faults: { file in
        var faults: [String] = []
        file.dictionaries { dictionary, number in
          for key in ["AA", "JS", "OpenAction"] where dictionary[key] != nil {
            faults.append("\(key) in \(number)")
          }
        }
        return faults
          + file.annotations.filter { number in
            let action = file.objects[number]?.value.dictionary?["A"]
            return action != nil && file.name(file.dictionary(action)["S"]) != "URI"
          }.map { "action of \($0)" }
      },
      damage: { file in
        file.catalog["OpenAction"] = .dictionary(["S": .name("JavaScript"), "JS": .string([])])
      }),
    Clause(
      "UA 7.18.1, 7.18.5", "each link is in the tree, in an element for links, and has words",
      faults: { file in
        let elements = file.elements
        let root = file.dictionary(file.catalog["StructTreeRoot"])
        let parents = file.entries(of: root["ParentTree"], "Nums")
        return file.annotations.flatMap { number -> [String] in
          let annotation = file.objects[number]?.value.dictionary ?? [:]
          let owner = elements.first { $0.annotations.contains(number) }
          let listed = parents.first { $0.key == annotation["StructParent"] }?.value.reference
          let hasWords =
            owner.map { file.hasContents($0, in: elements) || $0.dictionary["Alt"] != nil } ?? false
          return (owner?.role == "Link").or("\(number) in \(owner?.role ?? "nothing")")
            + (listed == owner?.number).or("\(number) leads to another element")
            + (file.text(annotation["Contents"])?.isEmpty == false).or("\(number) says nothing")
            + hasWords.or("the element of \(number) says nothing")
        }
      }, damage: { $0.set("Contents", of: $0.annotations.first, to: nil) }),
    Clause(
      "UA 7.18.3", "pages go from link to link as the tree does",
      faults: { file in
        file.pages.filter { file.objects[$0]?.value.dictionary?["Tabs"] != .name("S") }
          .map { "page \($0)" }
      }, damage: { $0.set("Tabs", of: $0.pages.first, to: nil) }),
  ]
}

extension FinishedPDF {
  /// Whether anything on a page belongs to the element or to one below it.
  fileprivate func hasContents(_ element: Element, in elements: [Element]) -> Bool {
    !element.marks.isEmpty
      || elements.contains { $0.parent == element.number && hasContents($0, in: elements) }
  }
}
