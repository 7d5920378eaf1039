import CairoRendering
import Graphics

/// The package folder, found from this file.
let packageRoot = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
  .joined(separator: "/")

let bundledFonts = FontLibrary(
  [
    "BriefSansKR-Regular.otf", "BriefSansKR-Medium.otf", "BriefSansKR-Bold.otf",
    "BriefSymbols-Regular.ttf",
  ].map {
    FontFile(name: "Fonts/\($0)", path: "\(packageRoot)/Fonts/\($0)")
  })

let body = TextStyle(family: "Brief Sans KR", size: 10)

extension TextShaper {
  func shape(_ text: String, _ style: TextStyle = body, language: String = "ko") -> ShapedText {
    shape(text, spans: [StyledRange(0..<text.utf8.count, style)], language: language)
  }
}

extension ShapedText {
  /// The text cut at the places where a line may end; `¶` marks a forced end.
  var pieces: [String] {
    var pieces: [String] = []
    let bytes = Array(text.utf8)
    for cluster in clusters {
      let end = Int(cluster.start + cluster.byteCount)
      let part = String(decoding: bytes[Int(cluster.start)..<end], as: UTF8.self)
      switch cluster.breakBefore {
      case .prohibited where !pieces.isEmpty: pieces[pieces.count - 1] += part
      case .prohibited, .allowed: pieces.append(part)
      case .mandatory: pieces.append("¶" + part)
      }
    }
    return pieces
  }

  var width: Double { clusters.reduce(0) { $0 + $1.advance } }
}
