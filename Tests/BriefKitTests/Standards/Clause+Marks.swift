@testable import CairoRendering

extension Clause {
  /// What is painted is content of the tree or an artifact (ISO 14289-1, 7.1 and 7.8).
  static let marks: [Clause] = [
    Clause(
      "UA 7.1", "all that is painted is content or an artifact, never both",
      faults: { file in
        file.pageOperations.flatMap { page, operations in
          operations.filter { operation in
            FinishedPDF.painting.contains(operation.name)
              && operation.marks.count { $0.isOuter } != 1
          }.map { "\($0.name) on \(page)" }
        }
      }, damage: { $0.setData(of: $0.contentStreams.first) { $0 + "\n0 0 1 1 re f\n" } }),
    Clause(
      "UA 7.1", "each mark belongs to the element that the page's list names, and to no other",
      faults: { file in
        var owners: [FinishedPDF.Mark: Int] = [:]
        var faults: [String] = []
        for element in file.elements {
          for mark in element.marks where owners.updateValue(element.number, forKey: mark) != nil {
            faults.append("\(mark) twice")
          }
        }
        let root = file.dictionary(file.catalog["StructTreeRoot"])
        let parents = file.entries(of: root["ParentTree"], "Nums")
        for (page, operations) in file.pageOperations {
          let key = file.objects[page]?.value.dictionary?["StructParents"]?.integer
          let listed = file.array(parents.first { $0.key.integer == key }?.value)
          let numbers = operations.filter { $0.name == "BDC" }.compactMap { $0.operands.markNumber }
          if listed.count != numbers.count || Set(numbers) != Set(listed.indices) {
            faults.append("\(numbers.count) marks on \(page), \(listed.count) in its list")
          }
          for number in numbers where number < listed.count {
            let owner = owners.removeValue(forKey: .init(page: page, number: number))
            if owner != listed[number].reference { faults.append("mark \(number) on \(page)") }
          }
        }
        return faults + owners.keys.map { "\($0) is nowhere" }
      },
      damage: { file in
        guard let element = file.elements.first(where: { $0.marks.count == 1 }) else { return }
        file.set("K", of: element.number, to: .integer(999))
      }),
    Clause(
      "UA 7.8", "heads, feet and what is set again are artifacts of pagination",
      faults: { file in
        file.pageOperations.flatMap { page, operations in
          operations.filter { operation in
            operation.name == "Tj" || operation.name == "TJ"
          }.filter { operation in
            operation.marks.contains { $0.hasPrefix("/Artifact") && !$0.contains("/Pagination") }
          }.map { _ in "text on \(page)" }
            + operations.contains { $0.operands.contains("/Subtype/Footer") }.or(
              "no foot on \(page)")
        }
      },
      damage: { file in
        file.setData(of: file.contentStreams.first) {
          $0.replacing("/Artifact<</Type/Pagination/Subtype/Footer>>BDC", with: "/Artifact BMC")
        }
      }),
  ]
}

extension FinishedPDF {
  /// The pages' own content; what forms paint lies in the marks of the page that draws them.
  fileprivate var pageOperations: [(page: Int, operations: [Operation])] {
    pages.compactMap { page in
      objects[page]?.value.dictionary?["Contents"]?.reference.map { (page, operations(in: $0)) }
    }
  }
}

extension String {
  /// Whether a mark says what is content or artifact, and isn't one of cairo's inside.
  fileprivate var isOuter: Bool { hasPrefix("/Artifact") || contains("/MCID") }

  fileprivate var markNumber: Int? {
    firstRange(of: "/MCID").flatMap {
      Int(self[$0.upperBound...].drop { $0 == " " }.prefix(while: \.isNumber))
    }
  }
}
