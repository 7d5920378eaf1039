import Tables

/// A view with one mark, its data worked out.
struct UnitNode {
  let id: Int
  var unit: UnitSpec
  var data: UnitData
  var stack: StackPlan?
  /// What it wants of each of its scales.
  var parts: [Channel: ScaleComponent.Part] = [:]
  /// The numbers of its scales in the registry.
  var scales: [Channel: Int] = [:]
  /// The columns whose values say which cell of a facet a row belongs to.
  var facets: [String]
  /// The view's own width and height, where it says them; its layers' count too.
  var width: ViewSpec.Extent?
  var height: ViewSpec.Extent?
  var view: ViewSpec
  /// Whether the values of a scale are sorted by rows as they are before any aggregate.
  var sortsByRows = false
}

/// Views drawn over each other in one frame: a single view, or layers.
struct GroupNode {
  var spec: ViewSpec
  var units: [UnitNode]
  /// The channels whose legends stand beside this view, not beside one around it.
  var legends: Set<Channel>
  /// The maps of units, by the units' numbers.
  var maps: [Int: GeoNode] = [:]
}

/// Views beside each other.
struct ConcatNode {
  var spec: ViewSpec
  var layout: CompositionLayout
  var children: [ViewNode]
  var legends: Set<Channel>
}

/// The same view for each value of one or two columns.
struct FacetNode {
  let id: Int
  var spec: ViewSpec
  var facet: FacetSpec
  /// The rows that say which cells there are.
  var frame: Frame
  /// The columns that the frame is divided by already.
  var facets: [String]
  var child: ViewNode
  var legends: Set<Channel>
  /// The scales that all cells share.
  var shared: [Channel: Int]
}

/// A view with all that stands in it.
indirect enum ViewNode {
  case group(GroupNode)
  case concat(ConcatNode)
  case facet(FacetNode)

  var legends: Set<Channel> {
    get {
      switch self {
      case .group(let node): node.legends
      case .concat(let node): node.legends
      case .facet(let node): node.legends
      }
    }
    set {
      switch self {
      case .group(var node):
        node.legends = newValue
        self = .group(node)
      case .concat(var node):
        node.legends = newValue
        self = .concat(node)
      case .facet(var node):
        node.legends = newValue
        self = .facet(node)
      }
    }
  }

  /// All views with a mark, in order.
  var units: [UnitNode] {
    switch self {
    case .group(let node): node.units
    case .concat(let node): node.children.flatMap(\.units)
    case .facet(let node): node.child.units
    }
  }
}
