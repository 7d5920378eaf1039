import Diagnostics
import Documents

/// Brings a document into its page budget: each rung of the ladder sets it as a whole, and the first that fits is taken.
struct PageFitting {
  let budget: PageBudget
  /// Sets a document until its page numbers settle.
  let set: (Document) throws(DiagnosticError) -> Setting

  /// The setting that fits; where none does, the document as it is written, with what lies beyond.
  func setting(of document: Document) throws(DiagnosticError) -> Setting {
    let whole = try set(document)
    guard whole.pageCount > budget.pages else { return whole }
    let rungs = document.rungs
    var last = whole
    for rung in rungs {
      let setting = try set(document.abridged(to: rung))
      if setting.pageCount <= budget.pages {
        setting.composer.diagnostics.append(told(rung, document))
        return setting
      }
      last = setting
    }
    whole.composer.diagnostics.append(missed(last, of: whole, document, rungs.last))
    return whole
  }

  private var wanted: String { budget.pages == 1 ? "1 page" : "\(budget.pages) pages" }

  private func told(_ rung: PageBudget.Rung, _ document: Document) -> Diagnostic {
    Diagnostic(
      .warning, id: "page.fit", "the document fits \(wanted) with \(rung.words)",
      at: budget.location,
      notes: document.locations(of: rung.shortened.subtracting(rung.dropped)).map {
        Diagnostic.Note("in its short form", at: $0)
      } + document.locations(of: rung.dropped).map { Diagnostic.Note("left out", at: $0) })
  }

  /// The blocks named of those that lie beyond.
  private static let mostNamed = 5

  private func missed(
    _ setting: Setting, of whole: Setting, _ document: Document, _ rung: PageBudget.Rung?
  ) -> Diagnostic {
    let lines = max(
      1, Int((setting.overrun.height / setting.composer.theme[.body].leading).rounded(.up)))
    let done = rung.map { "even with \($0.words) " } ?? ""
    return Diagnostic(
      .warning, id: "page.fit",
      "the document doesn't fit \(wanted): \(done)it is \(lines) \(lines == 1 ? "line" : "lines") too long, so it is set as written, on \(whole.pageCount) pages",
      at: budget.location,
      notes: setting.overrun.blocks.prefix(Self.mostNamed).map {
        Diagnostic.Note("this stands beyond", at: $0)
      },
      hints: [
        "shorten the text, give blocks a {priority=1} or a short form ::: {.short of=ID}, or allow more pages"
      ])
  }
}

extension PageBudget.Rung {
  /// What is done, in words.
  var words: String {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    var parts: [String] = []
    if spacing < 1 { parts.append("spaces at \(percent(spacing))") }
    let short = shortened.subtracting(dropped).count
    if short > 0 { parts.append("\(short) short \(short == 1 ? "form" : "forms")") }
    if !dropped.isEmpty {
      parts.append("\(dropped.count) \(dropped.count == 1 ? "block" : "blocks") left out")
    }
    if figures < 1 { parts.append("figures at \(percent(figures)) of their height") }
    if type < 1 { parts.append("type at \(percent(type))") }
    return parts.joined(separator: ", ")
  }
}
