import Glibc

/// Measures what the options ask for; true if a figure is above what it may be.
func measure(_ options: Options) throws(ChildProcess.Failure) -> Bool {
  let bench = try Bench(program: options.program, fixtures: try Fixtures())
  if bench.python == nil { print("vl-convert isn't set up: `make bench-peers` does it\n") }
  if bench.gallery == nil { print("there is no gallery: name its folder in BRIEFKIT_GALLERY\n") }
  var table = FigureTable()
  for group in options.groups { try group.measure(bench, into: &table) }
  print("Medians of \(Measurement.runCount) cold runs where nothing else is said\n\n\(table.text)")
  if let json = options.json { try ResultFile.write(table, to: json) }
  return table.isExceeded
}

guard let options = Options(CommandLine.arguments.dropFirst()) else {
  print(Options.usage, terminator: "")
  exit(64)
}
do throws(ChildProcess.Failure) {
  exit(try measure(options) ? 1 : 0)
} catch {
  print(error.words)
  exit(70)
}
