/// A font file that the caller has found: the name people know it by, and the path to read.
package struct FontFile: Sendable, Hashable {
  package var name: String
  package var path: String

  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
