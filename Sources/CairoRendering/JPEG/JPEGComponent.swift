/// One colour component of a JPEG image and its coefficients.
struct JPEGComponent {
  let id: UInt8
  /// Sampling factors.
  let horizontal: Int
  let vertical: Int
  let quantization: Int
  /// Blocks that hold samples of the image.
  let columns: Int
  let rows: Int
  /// Blocks a line of coefficients has: whole units of all components.
  let stride: Int
  /// 64 a block, in natural order.
  var coefficients: [Int16]
  /// The last DC value of the scan.
  var prediction = 0
}
