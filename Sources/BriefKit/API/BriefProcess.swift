import CairoRendering

/// What a process that does nothing but make documents may do once, at its start.
package enum BriefProcess {
  /// Leaves the machine's fonts unread: no document is set in them, and looking at them takes time.
  package static func begin() {
    SystemFonts.leaveUnread()
  }
}
