import BriefKit
import CairoRendering
import Diagnostics
import Graphics
import Inputs

/// Renders one report again and again in one process, and draws the same pages by cairo alone in turn with it.
///
/// It lives in BriefKit's own package since it reaches for the scenes of pages, which no one outside may. It prints medians as
/// `brief --timings` does: `fresh` is the way from the files to the PDF's file with nothing kept from run to run, `kept` the
/// same by a report that is prepared once, `replay` cairo's part of it.
struct Warm {
  let report: Report
  let data: String
  let output: String
  let runs: Int

  /// In milliseconds of CPU time.
  func measure() throws -> [(name: String, time: Double)] {
    let job = RenderJob(
      report: report.path, data: DataBinding(files: [DataArgument(path: data)]), output: output)
    let (scenes, fonts) = try job.scenes()
    let bare = scenes.map(\.untagged)
    var prepared = try report.prepared()
    var times: [[Double]] = [[], [], []]
    for run in 0...runs {
      let measured = [
        try Self.time { _ = try job.run() },
        try Self.time {
          let json = try DiskFileStore().read(data, limit: Int.max)
          _ = try prepared.render(json: json, to: output)
        },
        try Self.time { _ = try PDFReplay.bytes(of: bare, fonts: fonts) },
      ]
      // The first run fills what later ones find.
      guard run > 0 else { continue }
      for index in times.indices { times[index].append(measured[index]) }
    }
    return zip(["fresh", "kept", "replay"], times).map { ($0, $1.sorted()[runs / 2]) }
  }

  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let start = Timings.now()
    try body()
    return Timings.now() - start
  }
}
