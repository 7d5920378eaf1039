/// A picture of the unusual documents.
struct ContactSheet {
  let settings: RecordSettings

  func write(_ unusual: Unusual, of renderer: RecordRenderer, to path: String) -> String? {
    nil
  }
}
