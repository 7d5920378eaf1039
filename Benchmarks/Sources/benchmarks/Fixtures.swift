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
    _ = try? Command("/bin/rm", ["-rf", folder]).run()
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

  /// Twenty thousand records, five megabytes of them, or more.
  func rows(_ count: Int = 20_000) throws(ChildProcess.Failure) -> String {
    try write("rows-\(count).json") { file in
      fputs("[", file)
      for index in 0..<count {
        fputs(
          (index == 0 ? "\n" : ",\n")
            + #"{"id": \#(index), "name": "기관 \#(index % 97)", "region": "서울·경기", "sales": "#
            + #"\#(index * 7919 % 100_003).\#(index % 10), "growth": -0.0\#(index % 89), "remark": "#
            + #""한 해 동안 맡은 일과 그 결과를 적은 글 \#(index), 두 줄쯤 되는 길이로 쓴 것이라 표에는 싣지 않는다", "#
            + #""active": \#(index % 3 == 0), "note": null}"#, file)
      }
      fputs("]\n", file)
    }
  }

  /// A report that puts all records of `rows` into a table of the text, and one that does so by specification.
  func tableReports() throws(ChildProcess.Failure) -> (markdown: String, specified: String) {
    let head = "---\ntitle: 표\nlang: ko\n---\n\n"
    for name in ["markdown", "specified"] { mkdir("\(folder)/\(name)", 0o777) }
    _ = try write("markdown/report.md") { file in
      fputs(
        head + "| 번호 | 이름 | 지역 | 매출 | 성장 |\n|---|---|---|--:|--:|\n{{#rows}}\n"
          + "| {{id}} | {{name}} | {{region}} | {{sales:,.1f}} | {{growth:+.1%}} |\n{{/rows}}\n",
        file)
    }
    _ = try write("specified/report.md") { file in fputs(head + "![](t.table.yaml)\n", file) }
    _ = try write("specified/t.table.yaml") { file in
      fputs(
        "data: rows\ncolumns: [{field: id}, {field: name}, {field: region}, "
          + "{field: sales, format: \",.1f\"}, {field: growth, format: \"+.1%\"}]\n", file)
    }
    return ("\(folder)/markdown", "\(folder)/specified")
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

  /// A hundred thousand points of four groups, beside their specification.
  func scatter() throws(ChildProcess.Failure) -> String {
    _ = try write("points.json") { file in
      var state: UInt64 = 2022
      /// The next of a fixed series of numbers from 0 to 1 (Knuth's MMIX generator).
      func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24)
      }
      for index in 0..<100_000 {
        let (x, y) = (Int(next() * 100_000), Int((next() + next()) * 25_000))
        fputs(
          (index == 0 ? "[" : ",\n")
            + #"{"x": \#(Double(x) / 1000), "y": \#(Double(y) / 1000), "#
            + #""group": "\#(["가", "나", "다", "라"][Int(next() * 4)])"}"#, file)
      }
      fputs("]\n", file)
    }
    return try write("scatter.vl.json") { file in
      fputs(
        #"{"width": 600, "height": 400, "data": {"url": "points.json"}, "mark": "point", "#
          + #""encoding": {"x": {"field": "x", "type": "quantitative"}, "#
          + #""y": {"field": "y", "type": "quantitative"}, "#
          + #""color": {"field": "group", "type": "nominal"}}}"#, file)
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
