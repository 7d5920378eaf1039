package import Diagnostics
package import Graphics

/// Reads what a PNG, JPEG or SVG file says of itself before it is drawn, and that it is all there.
package enum ImageHeaderReader {
  package static func read(
    _ source: Source, limits: Limits = Limits()
  ) throws(DiagnosticError) -> ImageHeader {
    let bytes = ByteReader(source.bytes)
    if SVGHeader.looksLikeSVG(source.bytes) {
      return try SVGHeader.read(source, limits: limits)
    }
    let header: ImageHeader
    do throws(ImageFault) {
      if bytes.starts(with: PNGHeader.signature) {
        header = try PNGHeader.read(bytes)
      } else if bytes.starts(with: JPEGHeader.signature) {
        header = try JPEGHeader.read(bytes)
      } else {
        throw .unknownFormat(knownOther(bytes))
      }
    } catch {
      throw DiagnosticError(error.diagnostic(in: source))
    }
    // Both are at most 2³¹ − 1, so the product fits.
    guard header.width * header.height <= limits[.imagePixels] else {
      throw DiagnosticError(
        limits.exceeded(
          .imagePixels, by: "the image of \(header.width) × \(header.height) pixels",
          at: SourceLocation(source)))
    }
    return header
  }

  /// The name of a format that isn't read here, from the bytes it begins with.
  private static func knownOther(_ bytes: ByteReader) -> String? {
    let magics: [(name: String, magic: String)] = [
      ("GIF", "GIF8"), ("PDF", "%PDF-"), ("BMP", "BM"), ("SVGZ", "\u{1F}\u{8B}"),
      ("TIFF", "II*\0"), ("TIFF", "MM\0*"), ("WebP", "RIFF"),
    ]
    return magics.first { bytes.starts(with: Array($0.magic.utf8)) }?.name
  }
}

/// Why an image's header can't be read.
enum ImageFault: Error, Hashable {
  case unknownFormat(String?)
  case truncated
  case corrupt(String)
  /// A kind of JPEG that documents can't hold.
  case unsupported(String)

  func diagnostic(in source: Source) -> Diagnostic {
    let location = SourceLocation(source)
    return switch self {
    case .unknownFormat(let name?):
      .error(
        "image.format", "\(name) images are not read", at: location,
        hints: ["convert the image to PNG, JPEG or SVG"])
    case .unknownFormat(nil):
      .error(
        "image.format", "this is no PNG, JPEG or SVG image", at: location,
        hints: ["convert the image to PNG, JPEG or SVG"])
    case .truncated:
      .error(
        "image.truncated", "the image ends before its end", at: location,
        hints: ["is the file complete?"])
    case .unsupported(let kind):
      .error(
        "image.jpeg-kind", "the JPEG has \(kind), which isn't read", at: location,
        hints: ["save the image as an ordinary JPEG or as PNG"])
    case .corrupt(let what):
      .error("image.corrupt", "the image is damaged: \(what)", at: location)
    }
  }
}
