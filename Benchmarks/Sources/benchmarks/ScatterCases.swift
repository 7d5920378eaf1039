/// A scatter of a hundred thousand points, its data in a file.
enum ScatterCases {
  static func measure(
    _ bench: borrowing Bench, into table: inout FigureTable
  ) throws(ChildProcess.Failure) {
    let spec = try bench.fixtures.scatter()
    let folder = bench.fixtures.folder
    for ending in ["png", "svg"] {
      let what = ending.uppercased()
      let id = "scatter.\(ending)"
      var commands = [bench.brief(["chart", spec, "-o", "\(folder)/scatter.\(ending)"])]
      if let peer = bench.peer("vl-convert.py", ["once", spec, "\(folder)/peer.\(ending)"]) {
        commands.append(peer)
      }
      let measured = try Measurement.together(commands, runs: 3)
      if measured.count > 1 {
        table.add(
          "\(id).vl-convert", "100,000 points as \(what), vl-convert: CPU",
          measured[1].cpuMilliseconds, "ms")
        table.add(
          "\(id).vl-convert.wall", "the same, wall time", measured[1].wallMilliseconds, "ms")
        table.add("\(id).vl-convert.peak", "the same, peak memory", measured[1].peakMegabytes, "MB")
      }
      table.add(
        "\(id).cpu", "100,000 points as \(what): CPU", measured[0].cpuMilliseconds, "ms",
        most: .share(0.2, of: "\(id).vl-convert"))
      table.add("\(id).wall", "the same, wall time", measured[0].wallMilliseconds, "ms")
      table.add(
        "\(id).peak", "the same, peak memory", measured[0].peakMegabytes, "MB", most: .number(200))
    }
  }
}
