/// How a picture is fitted into a box of another shape (as `object-fit` in CSS Images 3).
package enum PictureFit: String, Sendable, CaseIterable {
  /// All of it, as large as the box allows.
  case contain
  /// All of the box; what reaches beyond it is cut off.
  case cover

  package static let key = "fit"
}
