import Diagnostics
import Foundation
import Graphics
import Inputs
import Testing

@testable import VegaLite

/// The gallery that renderers are held against, where it is at hand.
enum Gallery {
  static let folder: String? = {
    let given = ProcessInfo.processInfo.environment["BRIEFKIT_GALLERY"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = given ?? root.appending(path: "../shared/vega-lite").standardized.path()
    return FileManager.default.fileExists(atPath: path + "/specs") ? path : nil
  }()

  static let specs: [String] = {
    guard let folder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/specs")) ?? []
    return names.filter { $0.hasSuffix(".vl.json") }.sorted()
  }()

  static func source(_ path: String) throws(DiagnosticError) -> Source {
    guard let folder, let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
      throw DiagnosticError(.error("file.missing", "no file \"\(path)\""))
    }
    return Source(name: path, bytes: [UInt8](data))
  }
}

@Suite(.enabled(if: Gallery.folder != nil, "the gallery is not here"))
struct GalleryTests {
  /// Every seventh specification: enough to notice, few enough to be quick.
  static let sample = Gallery.specs.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)

  @Test(arguments: sample)
  func `specifications of the gallery are drawn, or what isn't built is named`(name: String) throws
  {
    let source = try Gallery.source("specs/\(name)")
    let spec = Located(try JSONReader.read(source), in: source)
    let environment = ChartEnvironment(
      file: { (url, _) throws(DiagnosticError) in try Gallery.source(url) }, shaper: FixedShaper())
    do {
      let chart = try ChartRenderer.draw(spec, in: environment)
      #expect(chart.scene.size.width >= 1 && chart.scene.size.height >= 1)
    } catch {
      let errors = error.diagnostics.filter { $0.severity == .error }
      #expect(errors.allSatisfy { $0.id == "spec.unbuilt" || $0.id == "expression.syntax" })
    }
  }
}
