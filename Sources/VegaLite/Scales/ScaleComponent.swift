import Diagnostics
import Inputs
import Tables

/// A scale in the making: all the channels of all the views that share it.
struct ScaleComponent {
  /// What one view wants of the scale.
  struct Part {
    var unit: UnitSpec
    var channel: Channel
    var definition: ChannelDefinition
    var data: UnitData
    var stack: StackPlan?
    /// Equal for views that start from the same rows.
    var sourceID: Int
    /// The view.
    var unitID: Int
  }

  let channel: Channel
  var parts: [Part]
  var type: ScaleType
  let run: ChartRun
  /// Whether a view says the type.
  private var typeIsGiven: Bool
  /// Whether a view's selection, or one that a domain names, moves the scale.
  private var isBound: Bool

  init(_ part: Part, run: ChartRun) {
    channel = part.channel
    parts = [part]
    self.run = run
    type = ScaleRules(unit: part.unit, run: run).type(part.channel, part.definition)
    let scale = part.definition.scale?.value
    typeIsGiven = scale?["type"] != nil
    isBound =
      scale?["domain"]?["param"] != nil
      || part.unit.selections.contains { $0.binds(part.channel) }
  }

  func merges(with other: ScaleComponent) -> Bool { type.merges(with: other.type) }

  mutating func merge(_ other: ScaleComponent) {
    if typeIsGiven == other.typeIsGiven {
      if other.type.precedence > type.precedence { type = other.type }
    } else if other.typeIsGiven {
      type = other.type
    }
    parts += other.parts
    typeIsGiven = typeIsGiven || other.typeIsGiven
    isBound = isBound || other.isBound
  }

  /// The nearest thing the specification says of a property, whichever view says it.
  var given: Properties {
    Properties(parts.map(\.definition.scale), run)
  }

  /// Whether the scale follows a selection, so that marks may lie outside it.
  var followsSelection: Bool { type.isContinuous && isBound }

  /// A property that is given, in the config, or follows from the first view that has a rule for it.
  func rule<T>(_ rule: (ScaleRules, Part) -> T?) -> T? {
    for part in parts {
      if let value = rule(ScaleRules(unit: part.unit, run: run), part) { return value }
    }
    return nil
  }
}

/// All scales of a chart; views name them by number, and numbers of scales that were merged mean the same one.
struct ScaleRegistry {
  private var components: [ScaleComponent] = []
  private var parent: [Int] = []
  /// What tells a scale from those of other cells of a facet: equal where the data are.
  private var editions: [Int: Int] = [:]

  mutating func add(_ component: ScaleComponent) -> Int {
    components.append(component)
    parent.append(parent.count)
    return parent.count - 1
  }

  func root(_ id: Int) -> Int {
    var id = id
    while parent[id] != id { id = parent[id] }
    return id
  }

  func component(_ id: Int) -> ScaleComponent { components[root(id)] }

  /// The scale as one of a cell, in which views show no more than some of their rows.
  mutating func restrict(_ root: Int, to data: [Int: UnitData], edition: Int) {
    for index in components[root].parts.indices {
      guard let part = data[components[root].parts[index].unitID] else { continue }
      components[root].parts[index].data = part
    }
    editions[root] = edition
  }

  /// A scale's number and the cell it belongs to.
  struct Identity: Hashable {
    var root: Int
    var edition: Int
  }

  func identity(_ id: Int) -> Identity {
    let root = root(id)
    return Identity(root: root, edition: editions[root] ?? 0)
  }

  /// Makes two scales one; false where they can't be.
  mutating func merge(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (root(first), root(second))
    if a == b { return true }
    guard components[a].merges(with: components[b]) else { return false }
    components[a].merge(components[b])
    parent[b] = a
    return true
  }
}
