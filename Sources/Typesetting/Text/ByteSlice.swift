/// Some of a text's UTF-8.
typealias ByteSlice = Slice<UnsafeBufferPointer<UInt8>>

extension ByteSlice {
  /// The first scalar of UTF-8.
  var firstScalar: Unicode.Scalar? {
    var iterator = makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
    return nil
  }

  /// The last scalar of UTF-8.
  var lastScalar: Unicode.Scalar? {
    var start = endIndex
    while start > startIndex {
      start -= 1
      if !UTF8.isContinuation(self[start]) { return self[start...].firstScalar }
    }
    return nil
  }
}
