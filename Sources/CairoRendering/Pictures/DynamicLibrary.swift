import Diagnostics
import Glibc

/// A library that is opened when it is first needed: who needs it not needs no copy of it, and pays for none.
///
/// It is never closed, as libraries that register types can't be.
struct DynamicLibrary {
  /// What is said of one that isn't there.
  struct Name: Sendable {
    var file: String
    var package: String
    /// What it is needed for, as the beginning of a sentence.
    var need: String
  }

  private let name: Name
  private let handle: UnsafeMutableRawPointer

  init(_ name: Name) throws(DiagnosticError) {
    guard let handle = dlopen(name.file, RTLD_NOW | RTLD_LOCAL) else {
      throw DiagnosticError(
        .error(
          "library.missing", "\(name.need) \"\(name.file)\", which isn't installed",
          hints: ["install it: apt install \(name.package)"]))
    }
    self.name = name
    self.handle = handle
  }

  /// A function by its symbol; the caller knows its type from the library's header.
  func function<Function>(_ symbol: String, as type: Function.Type) throws(DiagnosticError)
    -> Function
  {
    guard let address = dlsym(handle, symbol) else {
      throw DiagnosticError(
        .error(
          "library.version", "\"\(name.file)\" is too old: it has no \"\(symbol)\"",
          hints: ["install a newer version: apt install \(name.package)"]))
    }
    return unsafeBitCast(address, to: type)
  }
}
