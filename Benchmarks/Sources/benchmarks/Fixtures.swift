import Glibc

/// Files that the benchmarks make for themselves, in a folder that is removed afterwards.
struct Fixtures: ~Copyable {
  let folder: String

  init() throws(ChildProcess.Failure) {
    var template = Array("/tmp/briefkit-benchmarks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .init(words: "no temporary folder") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    _ = try? ChildProcess("/bin/rm", ["-rf", folder])
  }

  /// Records like a company's figures, five megabytes of them.
  func bigJSON() throws(ChildProcess.Failure) -> String {
    try write("big.json") { file in
      fputs("[", file)
      var bytes = 0
      var index = 0
      while bytes < 5_000_000 {
        let record =
          (index == 0 ? "\n" : ",\n")
          + #"{"id": \#(index), "name": "기관 \#(index % 97)", "region": "서울·경기", "sales": "#
          + #"\#(index * 7919 % 100_003).\#(index % 10), "growth": -0.0\#(index % 89), "tags": ["#
          + #""산업", "b\#(index % 13)"], "active": \#(index % 3 == 0), "note": null}"#
        fputs(record, file)
        bytes += record.utf8.count
        index += 1
      }
      fputs("]\n", file)
    }
  }

  /// A small bar chart with its data in it.
  func chart() throws(ChildProcess.Failure) -> String {
    let values = (0..<12).map { #"{"month": "\#($0 + 1)월", "sales": \#($0 * 37 % 50 + 10)}"# }
    return try write("chart.vl.json") { file in
      fputs(
        #"{"data": {"values": [\#(values.joined(separator: ", "))]}, "mark": "bar", "encoding": "#
          + #"{"x": {"field": "month", "type": "ordinal", "sort": null}, "#
          + #""y": {"field": "sales", "type": "quantitative"}}}"#, file)
    }
  }

  private func write(
    _ name: String, _ body: (UnsafeMutablePointer<FILE>) -> Void
  ) throws(ChildProcess.Failure) -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "w") else { throw .init(words: "\"\(path)\" can't be written") }
    body(file)
    fclose(file)
    return path
  }
}
