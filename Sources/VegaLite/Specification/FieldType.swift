/// How the values of a field are measured.
enum FieldType: String, Sendable, CaseIterable {
  case quantitative, temporal, ordinal, nominal, geojson

  var isDiscrete: Bool { self == .ordinal || self == .nominal }
}
