import CPango

/// SHA-256 (FIPS 180-4), by GLib, which is loaded for Pango anyway.
package struct SHA256: ~Copyable {
  private let checksum: OpaquePointer?

  package init() {
    checksum = g_checksum_new(G_CHECKSUM_SHA256)
  }

  deinit {
    g_checksum_free(checksum)
  }

  /// Takes in more of the content.
  package func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { g_checksum_update(checksum, $0.baseAddress, $0.count) }
  }

  /// Takes in a text by itself: its length goes before it, so that `ab`, `c` isn't `a`, `bc`.
  package func update(_ text: String) {
    update(Array("\(text.utf8.count):\(text)".utf8))
  }

  /// The hash of all that was taken in, in hexadecimal digits; nothing more can be taken in after it.
  package var hex: String {
    g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
  }

  /// The hash of some bytes.
  package static func hex(of bytes: [UInt8]) -> String {
    let hash = SHA256()
    hash.update(bytes)
    return hash.hex
  }
}
