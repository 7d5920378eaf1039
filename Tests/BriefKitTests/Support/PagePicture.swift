import CCairo
import Foundation

/// The pixels of a page, to be held against those of another.
struct PagePicture {
  struct Fault: Error { var reason: String }

  /// A side of the squares whose mean colours are compared: what programs that draw the same letters don't agree on, the
  /// grey of single pixels, is gone in them, and a line that is missing or has moved is not.
  static let tile = 16

  let width: Int
  let height: Int
  /// Red, green and blue, row by row.
  private(set) var samples: [UInt8]

  init(png path: String) throws {
    guard let surface = cairo_image_surface_create_from_png(path) else {
      throw Fault(reason: "no memory")
    }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { throw Fault(reason: "\(path) is no PNG") }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    samples = [UInt8](repeating: 0, count: 3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        for channel in 0..<3 {
          samples[3 * (y * width + x) + channel] = data[y * stride + 4 * x + 2 - channel]
        }
      }
    }
  }

  /// - Parameter path: A file of the kind that `pdftoppm` writes: `P6`, width and height, 255, and the bytes.
  init(ppm path: String) throws {
    let file = try Data(contentsOf: URL(filePath: path))
    let head = file.prefix(64).split(separator: 0x0A, maxSplits: 3).prefix(3)
      .map { String(decoding: $0, as: UTF8.self) }
    let size = head.count == 3 ? head[1].split(separator: " ").compactMap { Int($0) } : []
    guard head.first == "P6", head.last == "255", size.count == 2 else {
      throw Fault(reason: "\(path) is no PPM")
    }
    (width, height) = (size[0], size[1])
    samples = [UInt8](file.suffix(3 * width * height))
    guard samples.count == 3 * width * height else { throw Fault(reason: "\(path) ends early") }
  }

  func isOfSize(of other: PagePicture) -> Bool {
    width == other.width && height == other.height
  }

  /// The greatest difference between the means of squares at the same place, from 0 to 255; 255 for another size.
  func difference(from other: PagePicture) -> Double {
    guard isOfSize(of: other) else { return 255 }
    return zip(means, other.means).map { abs($0 - $1) }.max() ?? 0
  }

  /// The mean of each square's samples, row by row.
  private var means: [Double] {
    let columns = (width + Self.tile - 1) / Self.tile
    let rows = (height + Self.tile - 1) / Self.tile
    var sums = [Int](repeating: 0, count: columns * rows)
    samples.withUnsafeBufferPointer { samples in
      for y in 0..<height {
        for x in 0..<width {
          let at = 3 * (y * width + x)
          sums[y / Self.tile * columns + x / Self.tile] +=
            Int(samples[at]) + Int(samples[at + 1]) + Int(samples[at + 2])
        }
      }
    }
    return sums.indices.map { index in
      let across = min(Self.tile, width - index % columns * Self.tile)
      let down = min(Self.tile, height - index / columns * Self.tile)
      return Double(sums[index]) / Double(3 * across * down)
    }
  }

  /// The rows that something is drawn in, as they lie together.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    for y in 0..<height
    where samples[3 * y * width..<3 * (y + 1) * width].contains(where: { $0 < 200 }) {
      if let last = lines.last, last.upperBound == y {
        lines[lines.count - 1] = last.lowerBound..<y + 1
      } else {
        lines.append(y..<y + 1)
      }
    }
    return lines
  }

  /// The picture with some of its rows set lower, and the rows that come free white.
  func moving(_ rows: Range<Int>, by distance: Int) -> PagePicture {
    var copy = erasing(rows)
    for y in rows {
      let (from, to) = (3 * y * width, 3 * (y + distance) * width)
      copy.samples.replaceSubrange(to..<to + 3 * width, with: samples[from..<from + 3 * width])
    }
    return copy
  }

  /// The picture with some of its rows white.
  func erasing(_ rows: Range<Int>) -> PagePicture {
    var copy = self
    for at in 3 * rows.lowerBound * width..<3 * rows.upperBound * width { copy.samples[at] = 255 }
    return copy
  }
}
