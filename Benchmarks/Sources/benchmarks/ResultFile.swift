import FoundationEssentials
import Glibc

/// Results as JSON, read and written.
enum ResultFile {
  /// All of a run.
  private struct Results: Encodable {
    struct Entry: Encodable {
      var figure: Figure
      var most: Double?
      var isExceeded: Bool

      func encode(to encoder: any Encoder) throws {
        try figure.encode(to: encoder)
        try Limits(most: most, isExceeded: isExceeded).encode(to: encoder)
      }
    }

    struct Limits: Encodable {
      var most: Double?
      var isExceeded: Bool
    }

    /// Seconds since 1970.
    var time: Int
    var processor: String
    var runs: Int
    var figures: [Entry]
  }

  static func read<T: Decodable>(
    _ path: String, as type: T.Type = T.self
  ) throws(ChildProcess.Failure) -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .init(words: "\"\(path)\" can't be read: \(error)")
    }
  }

  static func write(_ table: FigureTable, to path: String) throws(ChildProcess.Failure) {
    let results = Results(
      time: time(nil), processor: processor, runs: Measurement.runCount,
      figures: table.figures.map {
        .init(figure: $0, most: table.most($0), isExceeded: table.isExceeded($0))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try encoder.encode(results).write(to: URL(filePath: path))
    } catch {
      throw .init(words: "\"\(path)\" can't be written: \(error)")
    }
  }

  private static var processor: String {
    let text = (try? String(contentsOf: URL(filePath: "/proc/cpuinfo"), encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown"
  }
}
