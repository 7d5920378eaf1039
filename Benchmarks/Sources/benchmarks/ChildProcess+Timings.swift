// What `--timings` prints.
extension ChildProcess {
  /// By phase: `typeset   30.1 ms CPU   45.2 MB`.
  var phases: [(name: String, milliseconds: Double, peakMegabytes: Double)] {
    errors.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 6, words[2] == "ms", let time = Double(words[1]),
        let memory = Double(words[4])
      else { return nil }
      return (String(words[0]), time, memory)
    }
  }

  /// The most memory until a phase ended.
  func peakMegabytes(after name: String) -> Double {
    phases.first { $0.name == name }?.peakMegabytes ?? 0
  }

  func phase(_ name: String) -> Double {
    phases.first { $0.name == name }?.milliseconds ?? 0
  }

  /// By chart, where there are several: `specs/bar.vl.json: charts 2.104, png 1.300, svg 0.211 ms CPU`.
  var charts: [String: [String: Double]] {
    var charts: [String: [String: Double]] = [:]
    for line in errors.split(separator: "\n") where line.hasSuffix(" ms CPU") {
      guard let colon = line.lastIndex(of: ":") else { continue }
      let name = line[..<colon].split(separator: "/").last.map(String.init) ?? ""
      for item in line[colon...].dropFirst().dropLast(" ms CPU".count).split(separator: ",") {
        let words = item.split(separator: " ")
        guard words.count == 2, let time = Double(words[1]) else { continue }
        charts[name, default: [:]][String(words[0])] = time
      }
    }
    return charts
  }
}
