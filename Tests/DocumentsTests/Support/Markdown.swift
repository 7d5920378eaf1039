import Diagnostics
import Formats
import Graphics
import Inputs

@testable import Documents

/// Markdown with holes, read as a report's text is; images become empty figures.
struct TestMarkdown {
  var text: String
  var json = "{}"
  var styles: [String] = []
  var sources: [String] = []
  var limits = Limits()

  func read() throws -> MarkdownReader.Result {
    let source = Source(name: "report.md", text: text)
    let expansion = try Expander.expand(
      try TemplateParser.parse(source, limits: limits), in: try scope(json),
      printer: HolePrinter(language: .ko), limits: limits)
    return try MarkdownReader.read(
      expansion, settings: MarkdownSettings(styleNames: styles, sourceKeys: sources),
      limits: limits,
      figure: { request in
        Block(
          .paragraph([.text("image \(request.url): ")] + request.caption),
          attributes: request.attributes)
      },
      picture: { _ in
        InlinePicture(bytes: [], header: ImageHeader(format: .png, width: 1, height: 1))
      }
    )
  }

  /// Errors and warnings as plain lines.
  func reported() -> String {
    do {
      return try read().warnings.map { $0.rendered(.plain) }.joined(separator: "\n")
    } catch let error as DiagnosticError {
      return error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }
}
