import Diagnostics
import Inputs

/// What a worker is asked for, on one line: `{"seq":N,"name":…,"record":…}`, and where the record stands.
struct WorkerRequest: Sendable {
  var seq: Int
  /// The document's, which is a file name without ending.
  var name: String
  var source: String
  var start: LineColumn
  var content: FoundRecord.Content

  init(
    seq: Int, name: String, source: String, start: LineColumn, content: FoundRecord.Content
  ) {
    self.seq = seq
    self.name = name
    self.source = source
    self.start = start
    self.content = content
  }

  /// Where the record begins.
  var place: SourceLocation {
    SourceLocation(Source(name: source, bytes: [], start: start), 0..<0)
  }

  /// The record as a value that knows its place in the input.
  func record(limits: Limits) throws(DiagnosticError) -> Located {
    let file = Source(name: source, bytes: content.bytes, start: start)
    let value = try JSONReader.read(file, limits: limits)
    guard content.isVerbatim else {
      // Its bytes are ours; all of it stands at the record's place.
      return Located(value.placeless, in: Source(name: source, bytes: [], start: start))
    }
    return Located(value, in: file)
  }

  /// The line, its end included. Line feeds of the record are spaces in it, and told, so that places stay right.
  var line: [UInt8] {
    var bytes = content.bytes
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    for index in feeds { bytes[index] = 0x20 }
    var head = "{\"seq\":\(seq),\"name\":\(name.quotedForJSON),\"source\":\(source.quotedForJSON)"
    head += ",\"line\":\(start.line),\"column\":\(start.column)"
    if !content.isVerbatim { head += ",\"verbatim\":false" }
    if !feeds.isEmpty { head += ",\"feeds\":[\(feeds.map(String.init).joined(separator: ","))]" }
    return Array((head + ",\"record\":").utf8) + bytes + Array("}\n".utf8)
  }

  /// Reads a line; only `seq`, `name` and `record` have to be there.
  init(line bytes: [UInt8], limits: Limits) throws(DiagnosticError) {
    let file = Source(name: "<stdin>", bytes: bytes)
    let value = try JSONReader.read(file, limits: limits)
    guard let seq = value["seq"]?.double.flatMap(Int.init(exactly:)), seq >= 0,
      let name = value["name"]?.string, let record = value["record"]
    else {
      throw DiagnosticError(
        .error(
          "worker.request", "a request is an object with \"seq\", \"name\" and \"record\"",
          at: SourceLocation(file, 0..<0),
          hints: ["write one a line: {\"seq\": 1, \"name\": \"kim\", \"record\": {…}}"]))
    }
    var content = Array(bytes[record.range])
    for feed in value["feeds"]?.array ?? [] {
      guard let index = feed.double.flatMap(Int.init(exactly:)), content.indices.contains(index)
      else { continue }
      content[index] = 0x0A
    }
    func number(_ key: String) -> Int {
      value[key]?.double.flatMap(Int.init(exactly:)).map { max($0, 1) } ?? 1
    }
    self.init(
      seq: seq, name: name, source: value["source"]?.string ?? "record \(seq)",
      start: LineColumn(line: number("line"), column: number("column")),
      content: .init(bytes: content, isVerbatim: value["verbatim"]?.bool ?? true))
  }
}

extension Value {
  /// The same without places.
  fileprivate var placeless: Value {
    switch kind {
    case .null, .bool, .number, .string: Value(kind)
    case .array(let items): .array(items.map(\.placeless))
    case .object(let object):
      .object(object.members.map { ($0.key, $0.value.placeless) })
    }
  }
}
