/// The inverse cosine transform of an 8 × 8 block in whole numbers.
///
/// Loeffler, Ligtenberg, Moschytz, "Practical fast 1-D DCT algorithms with 11 multiplications" (1989), with constants
/// of 13 bits; rows keep two more bits than samples have.
enum JPEGTransform {
  private static let bits: Int32 = 13
  private static let extra: Int32 = 2

  private static func fixed(_ value: Double) -> Int32 { Int32((value * 8192).rounded()) }

  // √2 times cosines and their sums, named after the rotations they belong to.
  private static let even = (fixed(0.541196100), fixed(-1.847759065), fixed(0.765366865))
  private static let odd = (
    fixed(0.298631336), fixed(2.053119869), fixed(3.072711026), fixed(1.501321110)
  )
  private static let cross = (
    fixed(-0.899976223), fixed(-2.562915447), fixed(-1.961570560), fixed(-0.390180644),
    fixed(1.175875602)
  )

  /// Turns dequantized coefficients into samples from 0 to 255.
  static func samples(_ block: inout [Int32]) {
    for column in 0..<8 { pass(&block, at: column, step: 8, shift: bits - extra) }
    for row in 0..<8 { pass(&block, at: 8 * row, step: 1, shift: bits + extra + 3) }
    for index in 0..<64 { block[index] = min(max(block[index] &+ 128, 0), 255) }
  }

  /// One dimension of the transform over eight values.
  private static func pass(_ v: inout [Int32], at start: Int, step: Int, shift: Int32) {
    func input(_ index: Int) -> Int32 { v[start + index * step] }

    // The even half: a rotation of 2 and 6, sums of 0 and 4.
    let rotation = (input(2) &+ input(6)) &* even.0
    let e2 = rotation &+ input(6) &* even.1
    let e3 = rotation &+ input(2) &* even.2
    let e0 = (input(0) &+ input(4)) &<< bits
    let e1 = (input(0) &- input(4)) &<< bits
    let sums = (e0 &+ e3, e1 &+ e2, e1 &- e2, e0 &- e3)

    // The odd half.
    let (i7, i5, i3, i1) = (input(7), input(5), input(3), input(1))
    let common = (i7 &+ i3 &+ i5 &+ i1) &* cross.4
    let z1 = (i7 &+ i1) &* cross.0
    let z2 = (i5 &+ i3) &* cross.1
    let z3 = (i7 &+ i3) &* cross.2 &+ common
    let z4 = (i5 &+ i1) &* cross.3 &+ common
    let o0 = i7 &* odd.0 &+ z1 &+ z3
    let o1 = i5 &* odd.1 &+ z2 &+ z4
    let o2 = i3 &* odd.2 &+ z2 &+ z3
    let o3 = i1 &* odd.3 &+ z1 &+ z4

    let half = Int32(1) &<< (shift &- 1)
    func output(_ index: Int, _ value: Int32) {
      v[start + index * step] = (value &+ half) &>> shift
    }
    output(0, sums.0 &+ o3)
    output(7, sums.0 &- o3)
    output(1, sums.1 &+ o2)
    output(6, sums.1 &- o2)
    output(2, sums.2 &+ o1)
    output(5, sums.2 &- o1)
    output(3, sums.3 &+ o0)
    output(4, sums.3 &- o0)
  }
}
