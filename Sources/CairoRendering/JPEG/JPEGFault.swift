/// Why a JPEG file can't be decoded.
enum JPEGFault: Error, Equatable {
  case damaged
  /// It is of a kind that isn't built, such as lossless or arithmetic coding.
  case unsupported(String)
}
