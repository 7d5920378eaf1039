import Diagnostics
import Tables

/// The rows of files that several charts of a run draw, each taken apart once as long as there is room.
package final class FrameCache {
  /// A file's content and how it is read.
  struct Key: Hashable {
    var source: Source
    var kind: String
    /// What is taken from it.
    var parts: [String]
  }

  /// Bytes of files, whose rows take several times as much.
  private static let bytesKept = 8_000_000

  private var frames: [Key: Frame] = [:]
  private var bytesHeld = 0

  package init() {}

  subscript(key: Key) -> Frame? { frames[key] }

  func keep(_ frame: Frame, for key: Key) {
    let size = key.source.bytes.count
    // A large one would push out all others, and is seldom drawn twice.
    guard size <= Self.bytesKept / 4 else { return }
    if bytesHeld + size > Self.bytesKept {
      frames.removeAll()
      bytesHeld = 0
    }
    if frames.updateValue(frame, forKey: key) == nil { bytesHeld += size }
  }
}
