package import Diagnostics

/// How many pages a document may take, and what may be done to it so that it does.
package struct PageBudget: Sendable, Hashable {
  /// A kind of rung of the ladder that is climbed down until the document fits.
  package enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The space between blocks becomes less.
    case spacing
    /// Blocks give way to their short forms, the last ones first.
    case short
    /// Blocks that have a priority go, those of priority 1 first.
    case drop
    /// Charts and pictures become less high.
    case figures
    /// The type becomes smaller.
    case type
  }

  package var pages: Int
  /// What may be done, in order.
  package var ladder: [Measure]
  /// The size in points below which type isn't made smaller.
  package var leastType: Double
  /// Where it is asked for.
  package var location: SourceLocation?

  package init(
    pages: Int, ladder: [Measure] = Measure.allCases, leastType: Double = 8.5,
    location: SourceLocation? = nil
  ) {
    self.pages = pages
    self.ladder = ladder
    self.leastType = leastType
    self.location = location
  }
}

extension PageBudget {
  /// All that is done to a document at one step of the ladder: what was done before, and more.
  package struct Rung: Sendable {
    /// What spaces, heights of figures and sizes of type are multiplied by.
    package internal(set) var spacing = 1.0
    package internal(set) var figures = 1.0
    package internal(set) var type = 1.0
    /// Blocks by their numbers.
    package internal(set) var shortened: Set<Int> = []
    package internal(set) var dropped: Set<Int> = []
  }

  private static let spacings = [0.85, 0.7, 0.55]
  private static let heights = [0.85, 0.7, 0.55]
  private static let typeStep = 0.025
  /// A document with ever so many short forms is set no more often than this for them.
  private static let mostShortenings = 8

  /// The rungs from the first on.
  ///
  /// - Parameter body: The size of running text in points.
  func rungs(_ abridgement: Abridgement, body: Double) -> [Rung] {
    var rungs: [Rung] = []
    var rung = Rung()
    var draft = abridgement
    func add() { rungs.append(rung) }
    for measure in ladder {
      switch measure {
      case .spacing:
        for factor in Self.spacings {
          rung.spacing = factor
          add()
        }
      case .short:
        let numbers = draft.shortenable()
        let share = (numbers.count + Self.mostShortenings - 1) / Self.mostShortenings
        for start in stride(from: 0, to: numbers.count, by: max(1, share)) {
          rung.shortened.formUnion(numbers[start..<min(start + share, numbers.count)])
          add()
        }
      case .drop:
        for numbers in draft.droppable() where !numbers.isEmpty {
          rung.dropped.formUnion(numbers)
          add()
        }
      case .figures where abridgement.hasFigures:
        for factor in Self.heights {
          rung.figures = factor
          add()
        }
      case .figures: break
      case .type:
        let least = min(1, leastType / body)
        var factor = 1.0
        while factor > least {
          factor = max(least, factor - Self.typeStep)
          rung.type = factor
          add()
        }
      }
    }
    return rungs
  }
}
