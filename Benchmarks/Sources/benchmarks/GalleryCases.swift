import Glibc

/// Every chart of the gallery in one process.
enum GalleryCases {
  /// What a peer says of its own run.
  private struct PeerResult: Decodable {
    struct Chart: Decodable {
      struct Time: Decodable {
        var cpu: Double
        var wall: Double
      }

      var name: String
      var png: Time
      var svg: Time
    }

    var charts: [Chart]
    var peakMegabytes: Double
  }

  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    guard let gallery = bench.gallery else { return }
    // The data files of its charts are named from there.
    let ours = bench.brief(
      ["chart"] + specs(gallery) + [
        "-o", "\(bench.fixtures.folder)/gallery", "--config", "config.json", "--fonts", "fonts",
        "--timings",
      ]
    ).moved(to: gallery)
    // Before the peer's long run and after it.
    var runs = try Measurement.together([ours], runs: 2)[0].runs
    let result = "\(bench.fixtures.folder)/vl-convert.json"
    var peer: PeerResult?
    if let command = bench.peer("vl-convert.py", ["warm", gallery, result]) {
      _ = try command.run()
      peer = try ResultFile.read(result)
      runs.append(try ours.run())
    }
    let charts = runs.map(\.charts)
    guard !charts[0].isEmpty else {
      throw .init(words: "\"\(bench.program)\" doesn't say what each chart took")
    }
    for ending in ["png", "svg"] {
      let what = ending.uppercased()
      let id = "gallery.warm.\(ending)"
      if let peer {
        let times = peer.charts.map { ending == "png" ? $0.png : $0.svg }
        table.add(
          "\(id).vl-convert", "the gallery as \(what), warm, vl-convert: CPU of the median chart",
          times.map(\.cpu).median, "ms")
        table.add(
          "\(id).vl-convert.wall", "the same, wall time", times.map(\.wall).median, "ms")
        table.add(
          "\(id).vl-convert.sum", "the same, CPU of all charts", times.map(\.cpu).reduce(0, +),
          "ms")
      }
      let medians = charts[0].keys.map { name in
        charts.compactMap { run in
          run[name].map { $0["charts", default: .nan] + $0[ending, default: .nan] }
        }.median
      }
      table.add(
        "\(id).cpu", "the gallery as \(what), warm: CPU of the median chart", medians.median, "ms",
        most: .share(0.1, of: "\(id).vl-convert"))
      table.add("\(id).sum", "the same, CPU of all charts", medians.reduce(0, +), "ms")
    }
    if let peer {
      table.add(
        "gallery.warm.vl-convert.peak", "the gallery, warm, vl-convert: peak memory",
        peer.peakMegabytes, "MB")
    }
    table.add(
      "gallery.warm.peak", "the gallery, warm: peak memory", runs.map(\.peakMegabytes).median, "MB")
  }

  private static func specs(_ gallery: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("\(gallery)/specs/*.json", 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(String(cString: $0).dropFirst(gallery.count + 1)) }
    }
  }
}
