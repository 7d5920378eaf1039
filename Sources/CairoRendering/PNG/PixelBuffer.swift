/// Pixels as cairo keeps them: 32 bits each, native-endian, alpha in the high byte and premultiplied.
struct PixelBuffer {
  let width: Int
  let height: Int
  /// Whether alpha counts; without it the high byte is noise.
  let hasAlpha: Bool
  private let start: UnsafeRawPointer
  private let stride: Int

  /// Rows of the memory have to stay valid as long as the buffer is used.
  init(
    width: Int, height: Int, hasAlpha: Bool, start: UnsafeRawPointer, stride: Int
  ) {
    (self.width, self.height, self.hasAlpha) = (width, height, hasAlpha)
    (self.start, self.stride) = (start, stride)
  }

  func row(_ y: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(
      start: (start + y * stride).assumingMemoryBound(to: UInt32.self), count: width)
  }

  /// The pixel as PNG wants it: not premultiplied, opaque where alpha doesn't count.
  @inline(__always)
  func straight(_ pixel: UInt32) -> UInt32 {
    guard hasAlpha else { return pixel | 0xFF00_0000 }
    let alpha = pixel >> 24
    if alpha == 255 { return pixel }
    if alpha == 0 { return 0 }
    func component(_ shift: UInt32) -> UInt32 {
      min(((pixel >> shift & 0xFF) * 255 + alpha / 2) / alpha, 255) << shift
    }
    return alpha << 24 | component(16) | component(8) | component(0)
  }
}
