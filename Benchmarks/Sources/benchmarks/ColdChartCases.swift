import Glibc

/// One small chart in a process of its own.
enum ColdChartCases {
  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let spec = try bench.fixtures.chart()
    let folder = bench.fixtures.folder
    for ending in ["png", "svg"] {
      let what = ending.uppercased()
      var commands = [
        bench.brief(["chart", spec, "-o", "\(folder)/chart.\(ending)"]),
        Command(bench.bare, ["\(folder)/bare.png"] + fonts),
      ]
      if let peer = bench.peer("vl-convert.py", ["once", spec, "\(folder)/peer.\(ending)"]) {
        commands.append(peer)
      }
      let measured = try Measurement.together(commands)
      let id = "chart.cold.\(ending)"
      if measured.count > 2 {
        table.add(
          "\(id).vl-convert", "a chart as \(what), cold, vl-convert: CPU",
          measured[2].cpuMilliseconds, "ms")
        table.add(
          "\(id).vl-convert.wall", "the same, wall time", measured[2].wallMilliseconds, "ms")
        table.add("\(id).vl-convert.peak", "the same, peak memory", measured[2].peakMegabytes, "MB")
      }
      table.add(
        "\(id).bare", "a line of Korean as PNG, a bare process: CPU", measured[1].cpuMilliseconds,
        "ms")
      table.add(
        "\(id).cpu", "a chart as \(what), cold: CPU", measured[0].cpuMilliseconds, "ms",
        most: .share(1.0 / 15, of: "\(id).vl-convert"))
      table.add(
        "\(id).floor", "the same beside the bare process", measured[0].cpuMilliseconds, "ms",
        most: .share(1.5, of: "\(id).bare"))
      table.add("\(id).wall", "the same, wall time", measured[0].wallMilliseconds, "ms")
      table.add("\(id).peak", "the same, peak memory", measured[0].peakMegabytes, "MB")
    }
  }

  /// The fonts that every run of `brief` has.
  private static var fonts: [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("Fonts/*.[ot]tf", 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
