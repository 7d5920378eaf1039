import CPango

/// The fonts of the machine, which no document is ever set in.
package enum SystemFonts {
  /// Keeps this process from reading the machine's font configuration and scanning its fonts, as Pango does at its
  /// start although each shaper brings a configuration of its own.
  ///
  /// For programs that draw nothing but documents, once and before the first shaper: it concerns the whole process.
  package static func leaveUnread() {
    guard let empty = FcConfigCreate() else { return }
    FcConfigSetCurrent(empty)
    FcConfigDestroy(empty)
  }
}
