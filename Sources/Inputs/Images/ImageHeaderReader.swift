package import Diagnostics
package import Graphics

/// Reads what a PNG or JPEG file says of itself before its pixels are decoded.
package enum ImageHeaderReader {
  package static func read(
    _ source: Source, limits: Limits = Limits()
  ) throws(DiagnosticError) -> ImageHeader {
    let header: ImageHeader
    do throws(ImageFault) {
      let bytes = ByteReader(source.bytes)
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
      ("GIF", "GIF8"), ("PDF", "%PDF-"), ("SVG", "<svg"), ("SVG", "<?xml"), ("BMP", "BM"),
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

  func diagnostic(in source: Source) -> Diagnostic {
    let location = SourceLocation(source)
    return switch self {
    case .unknownFormat(let name?):
      .error(
        "image.format", "\(name) images are not read", at: location,
        hints: ["convert the image to PNG or JPEG"])
    case .unknownFormat(nil):
      .error(
        "image.format", "this is no PNG or JPEG image", at: location,
        hints: ["convert the image to PNG or JPEG"])
    case .truncated:
      .error(
        "image.truncated", "the image ends inside its header", at: location,
        hints: ["is the file complete?"])
    case .corrupt(let what):
      .error("image.corrupt", "the image is damaged: \(what)", at: location)
    }
  }
}
