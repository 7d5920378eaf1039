import CairoRendering
import Diagnostics
import Graphics
import Testing

@Suite struct PDFTests {
  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func theFileIsWellFormed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", Brief().render())
    let (status, output) = try Tool.qpdf("--check \(path)")
    #expect(status == 0, "\(output)")
    #expect(output.contains("No syntax or stream encoding errors found"), "\(output)")
    #expect(!output.contains("WARNING"), "\(output)")
  }
}
