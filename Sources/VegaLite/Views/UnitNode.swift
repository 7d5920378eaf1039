import Tables

/// A view with one mark, its data worked out.
struct UnitNode {
  var unit: UnitSpec
  var data: UnitData
  var stack: StackPlan?
  /// The numbers of its scales in the registry.
  var scales: [Channel: Int]
  /// The view's own width and height, where it says them; its layers' count too.
  var width: ViewSpec.Extent?
  var height: ViewSpec.Extent?
  var view: ViewSpec
}

/// Views drawn over each other in one frame: a single view, or layers.
struct GroupNode {
  var spec: ViewSpec
  var units: [UnitNode]
}
