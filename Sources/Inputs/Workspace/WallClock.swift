import Glibc

/// What time it is; a fixed one makes the same output of the same input.
package struct WallClock: Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package var now: @Sendable () -> Int

  package init(now: @escaping @Sendable () -> Int) {
    self.now = now
  }

  package static let system = WallClock { time(nil) }

  package static func fixed(_ seconds: Int) -> WallClock {
    WallClock { seconds }
  }
}
