import CDeflate

/// Compresses into the zlib format; one to be reused, since making one costs more than a small piece does.
final class Deflater {
  private let handle: OpaquePointer

  /// Nil only without memory. Levels run from 1 (fast) to 12 (small).
  init?(level: Int32) {
    guard let handle = libdeflate_alloc_compressor(level) else { return nil }
    self.handle = handle
  }

  deinit { libdeflate_free_compressor(handle) }

  func compress(_ bytes: some ContiguousBytes) -> [UInt8] {
    bytes.withBytes { source in
      let bound = libdeflate_zlib_compress_bound(handle, source.count)
      return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        count = libdeflate_zlib_compress(
          handle, source.baseAddress, source.count, target.baseAddress, bound)
      }
    }
  }
}

/// Expands the zlib format.
final class Inflater {
  private let handle: OpaquePointer

  init?() {
    guard let handle = libdeflate_alloc_decompressor() else { return nil }
    self.handle = handle
  }

  deinit { libdeflate_free_decompressor(handle) }

  /// Nil if the bytes are damaged or become more than `limit`.
  func expand(_ bytes: some ContiguousBytes, limit: Int) -> [UInt8]? {
    bytes.withBytes { source in
      var room = min(limit, max(4096, source.count * 6))
      while true {
        var result = LIBDEFLATE_SUCCESS
        let expanded = [UInt8](unsafeUninitializedCapacity: room) { target, count in
          result = libdeflate_zlib_decompress(
            handle, source.baseAddress, source.count, target.baseAddress, room, &count)
          if result != LIBDEFLATE_SUCCESS { count = 0 }
        }
        if result == LIBDEFLATE_SUCCESS { return expanded }
        guard result == LIBDEFLATE_INSUFFICIENT_SPACE, room < limit else { return nil }
        room = min(limit, room * 4)
      }
    }
  }
}

/// Bytes that lie in one piece.
protocol ContiguousBytes {
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result
}

extension [UInt8]: ContiguousBytes {
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(body)
  }
}

extension ArraySlice<UInt8>: ContiguousBytes {
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(body)
  }
}
