@testable import CairoRendering

extension FinishedPDF {
  /// An element of the structure tree.
  struct Element {
    var number: Int
    var role: String
    var parent: Int?
    var depth: Int
    var dictionary: PDFDictionary
    /// The elements below, in order.
    var children: [Int]
    /// Its own marks: page and number.
    var marks: [Mark]
    /// The annotations that it stands for.
    var annotations: [Int]
  }

  struct Mark: Hashable {
    var page: Int
    var number: Int
  }

  /// The elements in reading order.
  var elements: [Element] {
    var elements: [Element] = []
    func visit(_ number: Int, _ parent: Int?, _ depth: Int) {
      guard depth < 200, let dictionary = objects[number]?.value.dictionary else { return }
      let index = elements.count
      elements.append(
        Element(
          number: number, role: name(dictionary["S"]) ?? "", parent: parent, depth: depth,
          dictionary: dictionary, children: [], marks: [], annotations: []))
      let page = dictionary["Pg"]?.reference ?? 0
      let kids = resolved(dictionary["K"]).map { $0.array ?? [dictionary["K"] ?? $0] } ?? []
      for kid in kids {
        if let mark = kid.integer {
          elements[index].marks.append(Mark(page: page, number: mark))
        } else if let child = kid.reference {
          elements[index].children.append(child)
          visit(child, number, depth + 1)
        } else if let kid = kid.dictionary {
          if let annotation = kid["Obj"]?.reference {
            elements[index].annotations.append(annotation)
          } else if let mark = kid["MCID"]?.integer {
            elements[index].marks.append(
              Mark(page: kid["Pg"]?.reference ?? page, number: mark))
          }
        }
      }
    }
    let root = dictionary(catalog["StructTreeRoot"])
    for kid in array(root["K"]) { kid.reference.map { visit($0, nil, 0) } }
    return elements
  }

  /// The number of the first element of a role.
  func first(_ role: String) -> Int? { elements.first { $0.role == role }?.number }

  /// An entry of an element's attributes.
  func attribute(_ key: String, _ owner: String, of element: Element) -> PDFValue? {
    let attributes = resolved(element.dictionary["A"])
    let all = attributes?.array?.compactMap(\.dictionary) ?? [attributes?.dictionary ?? [:]]
    return all.first { name($0["O"]) == owner }?[key]
  }

  /// The entries of a number or name tree.
  func entries(of tree: PDFValue?, _ key: String) -> [(key: PDFValue, value: PDFValue)] {
    let node = dictionary(tree)
    let own = array(node[key])
    return stride(from: 0, to: own.count - 1, by: 2).map { (own[$0], own[$0 + 1]) }
      + array(node["Kids"]).flatMap { entries(of: $0, key) }
  }

  /// The annotations of all pages.
  var annotations: [Int] {
    pages.flatMap { array(objects[$0]?.value.dictionary?["Annots"]).compactMap(\.reference) }
  }

  /// The files that travel inside.
  var fileSpecifications: [Int] { numbers("Type", "Filespec") }
}
