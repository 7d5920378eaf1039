/// The samples of one component at its own resolution.
struct JPEGPlane {
  let width: Int
  let height: Int
  private let stride: Int
  private var samples: [UInt8]

  /// Dequantizes and transforms a component's blocks; `width` and `height` are in samples.
  init(_ component: JPEGComponent, quantization: [Int32], width: Int, height: Int) {
    self.width = width
    self.height = height
    stride = 8 * component.columns
    samples = [UInt8](repeating: 0, count: stride * 8 * component.rows)
    var block = [Int32](repeating: 0, count: 64)
    for row in 0..<component.rows {
      for column in 0..<component.columns {
        let start = 64 * (row * component.stride + column)
        for index in 0..<64 {
          block[index] = Int32(component.coefficients[start + index]) &* quantization[index]
        }
        JPEGTransform.samples(&block)
        for y in 0..<8 {
          let target = (8 * row + y) * stride + 8 * column
          for x in 0..<8 { samples[target + x] = UInt8(truncatingIfNeeded: block[8 * y + x]) }
        }
      }
    }
  }

  /// A line of the image at its full width, between the nearest samples where there are fewer.
  ///
  /// `across` and `down` are the pixels a sample stands for, as the component's factor and the largest one.
  func line(
    _ y: Int, across: Ratio, down: Ratio, into out: inout [Int32]
  ) {
    if across.isWhole, down.isWhole {
      for x in out.indices { out[x] = Int32(samples[y * stride + x]) }
      return
    }
    let (upper, lower, downWeight) = down.neighbours(y, samples: height)
    for x in out.indices {
      let (left, right, rightWeight) = across.neighbours(x, samples: width)
      func row(_ y: Int) -> Int {
        Int(samples[y * stride + left]) * (16 - rightWeight)
          + Int(samples[y * stride + right]) * rightWeight
      }
      out[x] = Int32((row(upper) * (16 - downWeight) + row(lower) * downWeight + 128) >> 8)
    }
  }

  /// Samples to pixels along one axis.
  struct Ratio {
    var samples: Int
    var pixels: Int

    var isWhole: Bool { samples == pixels }

    /// The two samples beside a pixel's centre, and the sixteenths that the second counts.
    func neighbours(_ pixel: Int, samples count: Int) -> (first: Int, second: Int, weight: Int) {
      // Sixteenths of a sample from the first one's centre.
      let place = ((2 * pixel + 1) * samples * 8) / pixels - 8
      let first = place < 0 ? -1 : place / 16
      return (min(max(first, 0), count - 1), min(first + 1, count - 1), place - first * 16)
    }
  }
}
