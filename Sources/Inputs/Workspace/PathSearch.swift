/// Finds what a path names, or how far it leads.
struct PathSearch {
  struct Outcome {
    /// The path that was asked for, absolute: real where it exists, else as text.
    var asked: String
    /// The real path of what was found, or of the last folder on the way that exists.
    var found: String
    /// Why it was not found.
    var fault: FileFault?
    /// The first name on the way that isn't in `found`.
    var missing: String?
    /// Whether the missing name is the path's last.
    var isLast = false
  }

  let store: any FileStore

  /// Follows a path; a name that only differs in its Unicode normalization, as macOS writes them, is found too.
  func find(_ path: String) -> Outcome {
    do throws(FileFault) {
      let real = try store.realPath(path)
      return Outcome(asked: real, found: real)
    } catch {
      return follow(path, after: error)
    }
  }

  private func follow(_ path: String, after fault: FileFault) -> Outcome {
    let asked = FilePath.normalized(path, in: store.workingFolder)
    let start = FilePath.isAbsolute(path) ? "/" : store.workingFolder
    var found = (try? store.realPath(start)) ?? "/"
    let names = FilePath.components(path)
    for (position, name) in names.enumerated() {
      let isLast = position == names.count - 1
      do throws(FileFault) {
        found = try store.realPath(FilePath.joined(found, name))
      } catch {
        // A name of ASCII is normalized already.
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        let equal = isPlain ? nil : (try? store.names(in: found))?.first { $0 == name }
        if let equal, let real = try? store.realPath(FilePath.joined(found, equal)) {
          found = real
          continue
        }
        return Outcome(asked: asked, found: found, fault: error, missing: name, isLast: isLast)
      }
    }
    // Here each name is found by itself though the path wasn't: it is too long, or one name was normalized.
    return Outcome(asked: found, found: found, fault: fault == .nameTooLong ? fault : nil)
  }
}
