import Glibc

/// A moment on the clock that never goes back.
package struct MonotonicTime: Sendable, Hashable, Comparable {
  /// Since some moment before this process began.
  package var milliseconds: Int

  package init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  package static var now: MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  package static func < (a: MonotonicTime, b: MonotonicTime) -> Bool {
    a.milliseconds < b.milliseconds
  }

  /// The milliseconds between.
  package static func - (a: MonotonicTime, b: MonotonicTime) -> Int {
    a.milliseconds - b.milliseconds
  }

  package static func + (a: MonotonicTime, milliseconds: Int) -> MonotonicTime {
    MonotonicTime(milliseconds: a.milliseconds + milliseconds)
  }
}
