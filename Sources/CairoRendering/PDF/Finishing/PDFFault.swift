/// Cairo's output hasn't the shape that the finishing pass knows; writing on would make a broken file.
struct PDFFault: Error {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
