import BriefKit
import CairoRendering
import Glibc
import Graphics

/// Renders one report again and again in one process, and draws the same pages by cairo alone in turn with it.
///
/// It lives in BriefKit's own package since it reaches for the scenes of pages, which no one outside may. It prints medians as
/// `brief --timings` does: `whole` is the way from the files to the PDF's file, `replay` cairo's part of it.
struct Warm {
  let job: RenderJob
  let runs: Int

  func measure() throws -> (whole: Double, replay: Double) {
    let (scenes, fonts) = try job.scenes()
    let bare = scenes.map(\.untagged)
    var (whole, replay): ([Double], [Double]) = ([], [])
    for run in 0...runs {
      let times = [
        try Self.time { _ = try job.run() },
        try Self.time { _ = try PDFReplay.bytes(of: bare, fonts: fonts) },
      ]
      // The first run fills what later ones find.
      guard run > 0 else { continue }
      whole.append(times[0])
      replay.append(times[1])
    }
    return (whole.sorted()[runs / 2], replay.sorted()[runs / 2])
  }

  /// CPU time in milliseconds.
  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let start = Timings.now()
    try body()
    return Timings.now() - start
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  print("usage: warm REPORT DATA OUTPUT.pdf")
  exit(64)
}
do {
  let job = RenderJob(
    report: arguments[1], data: DataBinding(files: [DataArgument(path: arguments[2])]),
    output: arguments[3])
  let (whole, replay) = try Warm(job: job, runs: 41).measure()
  for (name, time) in [("whole", whole), ("replay", replay)] {
    let line = "\(name) \(time) ms CPU \(Timings.peakMegabytes()) MB\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
} catch {
  print(error)
  exit(1)
}
