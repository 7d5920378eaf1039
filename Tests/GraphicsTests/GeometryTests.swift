import Graphics
import Testing

@Suite struct GeometryTests {
  @Test func mapsApplyInTheOrderWritten() {
    let map = Transform.scale(2, 3).then(.translation(x: 10, y: 20))
    #expect(map.apply(Point(x: 1, y: 1)) == Point(x: 12, y: 23))
    let other = Transform.translation(x: 10, y: 20).then(.scale(2, 3))
    #expect(other.apply(Point(x: 1, y: 1)) == Point(x: 22, y: 63))
  }

  @Test func aQuarterTurnIsExactAndClockwise() {
    let turn = Transform.rotation(sine: 1, cosine: 0)
    #expect(turn.apply(Point(x: 1, y: 0)) == Point(x: 0, y: 1))
    #expect(
      turn.apply(Rect(x: 0, y: 0, width: 4, height: 2)) == Rect(x: -2, y: 0, width: 2, height: 4))
  }

  @Test func identityChangesNothing() {
    let map = Transform(a: 1, b: 2, c: 3, d: 4, tx: 5, ty: 6)
    #expect(map.then(.identity) == map)
    #expect(Transform.identity.then(map) == map)
  }

  @Test func aUnionHoldsBoth() {
    let a = Rect(x: 0, y: 0, width: 2, height: 2)
    let b = Rect(x: 5, y: -1, width: 1, height: 1)
    #expect(a.union(b) == Rect(x: 0, y: -1, width: 6, height: 3))
    #expect(a.union(a) == a)
  }

  @Test func anIntersectionLiesInBothOrIsNone() {
    let a = Rect(x: 0, y: 0, width: 4, height: 4)
    #expect(
      a.intersection(Rect(x: 3, y: 1, width: 9, height: 1))
        == Rect(x: 3, y: 1, width: 1, height: 1))
    #expect(a.intersection(Rect(x: 4, y: 0, width: 1, height: 1))?.width == 0)
    #expect(a.intersection(Rect(x: 5, y: 0, width: 1, height: 1)) == nil)
  }

  @Test func outsetAndOffsetMoveTheEdges() {
    let rect = Rect(x: 1, y: 2, width: 3, height: 4)
    #expect(rect.outset(1) == Rect(x: 0, y: 1, width: 5, height: 6))
    #expect(rect.offset(x: 1, y: -2) == Rect(x: 2, y: 0, width: 3, height: 4))
    #expect(rect.maxX == 4)
    #expect(rect.maxY == 6)
  }

  @Test func boundsOfAPathTakeInItsControlPoints() {
    var path = Path()
    #expect(path.controlBounds == nil)
    path.move(1, 1)
    path.curve(0, 5, 8, -2, 3, 3)
    path.close()
    #expect(path.controlBounds == Rect(x: 0, y: -2, width: 8, height: 7))
    #expect(
      Path(rect: Rect(x: 1, y: 2, width: 3, height: 4)).controlBounds
        == Rect(x: 1, y: 2, width: 3, height: 4))
  }
}
