import CairoRendering
import Diagnostics
import Graphics
import Typesetting

extension RenderJob {
  /// Charts as images for slides are drawn at twice their size.
  private static let chartScale = 2.0

  /// Makes all files of a run over a report that may be kept from run to run; nothing is written.
  func make(
    in session: inout ReportSession, _ encryption: PDFMaker.Encryption?
  ) throws(JobError) -> MadeBrief {
    var timings = Timings()
    let editions: [Prepared]
    do throws(DiagnosticError) {
      editions = try prepare(in: &session, &timings)
    } catch {
      throw JobError(error)
    }
    return try JobError.wrap { () throws(any Error) in
      var brief = MadeBrief(OutputBatch(timings, progress: progress))
      for prepared in editions {
        let chosen = try chosenPages(of: prepared.document.pageCount)
        brief.pageCount += chosen.count
        if let path = prepared.plan.pdf {
          let bytes = try brief.batch.measure("pdf") { () throws(DiagnosticError) in
            try prepared.maker.pdf(of: prepared.document, pages: chosen)
          }
          try brief.batch.make(path, in: encryption == nil ? "pdf" : "encryption") {
            () throws(OutputWriter.Fault) in try encryption?.encrypt(bytes) ?? bytes
          }
        }
        try makePages(chosen, of: prepared, in: &brief.batch)
        try makeCharts(of: prepared, in: &brief.batch)
        brief.warnings += prepared.warnings
        brief.explanation +=
          (editions.count > 1 ? "\(prepared.document.language)\n" : "")
          + prepared.document.explanation
        if pages == nil, prepared.plan.charts != nil {
          brief.ended.append((prepared.plan, prepared.document.pageCount))
        }
      }
      return brief
    }
  }

  /// Writes the files, and removes the pages that an earlier, longer run left.
  func write(
    _ brief: inout MadeBrief, with writer: OutputWriter = OutputWriter(),
    isWanted: () -> Bool = { true }
  ) throws(JobError) -> Outcome {
    do throws(OutputWriter.Fault) {
      let files = try brief.batch.write(with: writer, isWanted: isWanted)
      for (plan, pageCount) in brief.ended { removeLeftPages(plan, after: pageCount, writer) }
      return Outcome(
        files: files, pageCount: brief.pageCount, warnings: brief.warnings,
        timings: brief.batch.timings, explanation: brief.explanation)
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
  }

  private func makePages(
    _ chosen: ClosedRange<Int>, of prepared: Prepared, in batch: inout OutputBatch
  ) throws(DiagnosticError) {
    let (document, plan) = (prepared.document, prepared.plan)
    guard plan.png != nil || plan.svg != nil else { return }
    let png = PNGRenderer(fonts: prepared.fonts, limits: settings.limits)
    let svg = SVGRenderer(fonts: prepared.fonts)
    for page in chosen {
      let scene = document.scene(ofPage: page - 1)
      if let path = plan.png?.path(page: page, of: chosen.count) {
        try batch.make(path, in: "png") { () throws(DiagnosticError) in
          try png.render(scene, scale: scale)
        }
      }
      if let path = plan.svg?.path(page: page, of: chosen.count) {
        let options = SVGOptions(
          title: "\(document.title) · \(page)", language: document.language)
        try batch.make(path, in: "svg") { () throws(DiagnosticError) in
          try svg.render(scene, options: options)
        }
      }
    }
  }

  private func makeCharts(
    of prepared: Prepared, in batch: inout OutputBatch
  ) throws(DiagnosticError) {
    guard let folder = prepared.plan.charts else { return }
    let png = PNGRenderer(fonts: prepared.fonts, limits: settings.limits)
    let svg = SVGRenderer(fonts: prepared.fonts)
    for chart in prepared.document.charts {
      try batch.make("\(folder)/\(chart.name).png", in: "charts") { () throws(DiagnosticError) in
        try png.render(chart.scene, scale: Self.chartScale)
      }
      let options = SVGOptions(
        title: chart.title, description: chart.description, language: prepared.document.language)
      try batch.make("\(folder)/\(chart.name).svg", in: "charts") { () throws(DiagnosticError) in
        try svg.render(chart.scene, options: options)
      }
    }
  }

  private func chosenPages(of count: Int) throws(JobError) -> ClosedRange<Int> {
    let all = 1...max(count, 1)
    guard let pages else { return all }
    guard all.contains(pages.upperBound) else {
      throw JobError(
        .input,
        [
          .error(
            "pages.beyond", "there is no page \(pages.upperBound): the document has \(count)",
            hints: ["choose from --pages 1-\(count)"])
        ])
    }
    return pages
  }

  /// Removes pages of an earlier, longer run from the output folder.
  private func removeLeftPages(_ plan: OutputPlan, after count: Int, _ writer: OutputWriter) {
    for name in [plan.png, plan.svg].compactMap(\.self) {
      var page = count + 1
      while writer.exists(name.path(page: page, of: page)) {
        writer.remove(name.path(page: page, of: page))
        page += 1
      }
    }
  }
}
