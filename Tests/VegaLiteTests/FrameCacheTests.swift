import Diagnostics
import Tables
import Testing

@testable import VegaLite

@Suite struct FrameCacheTests {
  private let cache = FrameCache()

  private func key(_ name: String, size: Int = 10, kind: String = "json") -> FrameCache.Key {
    let source = Source(name: name, bytes: [UInt8](repeating: 0x20, count: size))
    return FrameCache.Key(source: source, kind: kind, parts: [])
  }

  @Test func rowsAreFoundByContentAndHowItIsRead() {
    cache.keep(Frame(count: 3), for: key("a"))
    #expect(cache[key("a")]?.count == 3)
    #expect(cache[key("b")] == nil)
    #expect(cache[key("a", size: 11)] == nil)
    #expect(cache[key("a", kind: "csv")] == nil)
  }

  @Test func whatIsKeptHasABound() {
    cache.keep(Frame(count: 1), for: key("large", size: 2_000_001))
    #expect(cache[key("large", size: 2_000_001)] == nil)
    for name in ["a", "b", "c", "d"] {
      cache.keep(Frame(count: 1), for: key(name, size: 2_000_000))
    }
    #expect(cache[key("a", size: 2_000_000)] != nil)
    cache.keep(Frame(count: 1), for: key("e"))
    #expect(cache[key("a", size: 2_000_000)] == nil)
    #expect(cache[key("e")] != nil)
  }
}
