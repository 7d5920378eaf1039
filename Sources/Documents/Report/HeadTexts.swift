import Diagnostics
import Formats
import Inputs

/// What the front matter says above the text, over data: in reach of all below it as `@report`.
struct HeadTexts {
  let title: [Inline]
  let subtitle: [Inline]
  let author: [Inline]
  let date: ReportDate

  init(
    of report: ReportFolder, in scope: Scope, _ texts: TextTemplate, _ faults: inout FaultList
  ) {
    let head = report.frontMatter
    title = texts.filled(head.title, in: scope, &faults)
    subtitle = texts.filled(head.subtitle, in: scope, &faults)
    author = texts.filled(head.author, in: scope, &faults)
    date = ReportDate(
      texts.filled(head.date, in: scope, &faults), language: report.language,
      clock: report.workspace.clock, timeZone: head.timeZone, at: head.date?.location)
  }

  var binding: Scope.Binding {
    let texts = [("title", title), ("subtitle", subtitle), ("author", author), ("date", date.text)]
    return Scope.Binding(
      .object(texts.map { ($0.0, $0.1.isEmpty ? .null : .string($0.1.plainText)) }),
      origin: Origin(.builtin).appending("@report"))
  }
}

extension TextTemplate {
  /// A text of the front matter with its variables filled; nothing where there is none, or where it is at fault.
  func filled(
    _ text: FrontMatter.Text?, in scope: Scope, _ faults: inout FaultList
  ) -> [Inline] {
    guard let text else { return [] }
    return faults.collect { () throws(DiagnosticError) in
      try inlines(text.text, in: scope, at: text.location)
    } ?? []
  }
}
