extension Strings {
  /// What a place is called by its number: `그림 3`, `Section 2.1`; nil for what has no name.
  package func name(of kind: Place.Kind, number: String) -> String? {
    let pattern: Key
    switch kind {
    case .section: pattern = .sectionReference
    case .figure: pattern = .figureReference
    case .table: pattern = .tableReference
    case .block: return nil
    }
    return self[pattern].replacing("{number}", with: number)
  }
}
