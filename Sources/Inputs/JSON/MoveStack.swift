/// A stack from whose top many elements at once can be moved into an array of exactly their number.
///
/// A parser keeps the items of all open containers on one such stack: a container that closes takes its
/// own with it, without the copies and the spare room that an array for each open container would cost.
struct MoveStack<Element>: ~Copyable {
  private var storage: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 64
    storage = .allocate(capacity: capacity)
  }

  deinit {
    storage.deinitialize(count: count)
    storage.deallocate()
  }

  mutating func push(_ element: consuming Element) {
    if count == capacity { grow() }
    (storage + count).initialize(to: element)
    count += 1
  }

  /// Removes everything above the first `base` elements and returns it in order.
  mutating func popAll(above base: Int) -> [Element] {
    precondition(base >= 0 && base <= count)
    let length = count - base
    let top = storage + base
    count = base
    guard length > 0 else { return [] }
    return Array(unsafeUninitializedCapacity: length) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: top, count: length)
      initialized = length
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }
}
