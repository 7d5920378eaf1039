import Diagnostics

/// The files of a run: made one by one, and written only when all are there.
///
/// So a fault while the last one is made leaves an earlier output as it was.
struct OutputBatch {
  private(set) var timings: Timings
  /// Told of each file when it is made.
  private let progress: @Sendable (String) -> Void
  private var made: [OutputWriter.File] = []

  /// The files that are made so far.
  var files: [OutputWriter.File] { made }

  init(_ timings: Timings, progress: @escaping @Sendable (String) -> Void) {
    self.timings = timings
    self.progress = progress
  }

  /// Makes a file's bytes; their time counts for the phase.
  mutating func make<E: Error>(
    _ path: String, in phase: String, of part: String? = nil, _ bytes: () throws(E) -> [UInt8]
  ) throws(E) {
    made.append(OutputWriter.File(try timings.measure(phase, of: part, bytes), to: path))
    progress(path)
  }

  /// Does work on the way to a file.
  mutating func measure<T, E: Error>(
    _ phase: String, of part: String? = nil, _ work: () throws(E) -> T
  ) throws(E) -> T {
    try timings.measure(phase, of: part, work)
  }

  /// Writes all files, unless they are no longer wanted when all are whole, and gives their paths.
  mutating func write(
    with writer: OutputWriter, isWanted: () -> Bool = { true }
  ) throws(OutputWriter.Fault) -> [String] {
    try timings.measure("write") { () throws(OutputWriter.Fault) in
      try writer.write(made, isWanted: isWanted)
    }
    return made.map(\.path)
  }
}
