import Formats
import Inputs
import SummitData

/// A column of an analysis table and what stands in its cells.
struct AnalysisColumn<Row> {
  let name: String
  let title: LocalizedText
  let cell: (Row) -> Value

  init(_ name: String, ko: String, en: String, _ cell: @escaping (Row) -> Value) {
    self.name = name
    title = LocalizedText(ko: ko, en: en)
    self.cell = cell
  }
}

extension AnalysisColumn {
  static func text(
    _ name: String, ko: String, en: String, _ text: @escaping (Row) -> String?
  ) -> AnalysisColumn {
    AnalysisColumn(name, ko: ko, en: en) { text($0).map(Value.string) ?? .null }
  }

  static func label(
    _ name: String, ko: String, en: String, _ label: @escaping (Row) -> LocalizedText?
  ) -> AnalysisColumn {
    AnalysisColumn(name, ko: ko, en: en) { label($0)?.value ?? .null }
  }

  static func count(
    _ name: String, ko: String, en: String, _ count: @escaping (Row) -> Int
  ) -> AnalysisColumn {
    AnalysisColumn(name, ko: ko, en: en) { .number(count($0)) }
  }

  static func flag(
    _ name: String, ko: String, en: String, _ flag: @escaping (Row) -> Bool?
  ) -> AnalysisColumn {
    AnalysisColumn(name, ko: ko, en: en) { flag($0).map { Value(.bool($0)) } ?? .null }
  }

  static func measure(
    _ name: String, ko: String, en: String, decimals: Int, _ measure: @escaping (Row) -> Double?
  ) -> AnalysisColumn {
    AnalysisColumn(name, ko: ko, en: en) { row in
      measure(row).map { Value(.number(Number($0, decimals: decimals))) } ?? .null
    }
  }
}

/// Columns that come in twos: a code for charts to tell things apart by, a label for people to read.
extension AnalysisColumn {
  /// `name` and `name_label`.
  static func coded<C: Code>(
    _ name: String, ko: String, en: String, _ code: @escaping (Row) -> C?
  ) -> [AnalysisColumn] {
    [
      .text(name, ko: "\(ko) 코드", en: "\(en) code") { code($0)?.rawValue },
      .label("\(name)_label", ko: ko, en: en) { code($0)?.label },
    ]
  }

  /// `organization` and `organization_label`.
  static func organization(_ organization: @escaping (Row) -> Organization?) -> [AnalysisColumn] {
    [
      .text("organization", ko: "기관 코드", en: "Organization code") { organization($0)?.id },
      .label("organization_label", ko: "기관", en: "Organization") { organization($0)?.name },
    ]
  }

  /// `kind` and `kind_label`.
  static func kind(_ kind: @escaping (Row) -> OrganizationKind?) -> [AnalysisColumn] {
    coded("kind", ko: "구분", en: "Kind", kind)
  }

  /// `sector` and `sector_label`.
  static func sector(_ industry: @escaping (Row) -> Industry?) -> [AnalysisColumn] {
    [
      .text("sector", ko: "산업·분야 코드", en: "Sector code") { industry($0)?.id },
      .label("sector_label", ko: "산업·분야", en: "Sector") { industry($0)?.name },
    ]
  }
}
