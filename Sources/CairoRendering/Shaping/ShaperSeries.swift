package import Graphics

/// Shapers over one library, one after another: what Pango has opened is kept from one to the next, what is said of
/// replaced fonts isn't, so that each render is told what the first was.
package final class ShaperSeries {
  private let library: FontLibrary
  private var stack: PangoStack?

  package init(_ library: FontLibrary) {
    self.library = library
  }

  package func next() -> any TextShaper {
    if stack?.isFull ?? true { stack = PangoStack(library) }
    return PangoShaper(library, stack: stack)
  }
}
