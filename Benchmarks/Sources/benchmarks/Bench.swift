import Glibc

/// What is measured, and with what.
struct Bench: ~Copyable {
  /// The release of `brief`.
  let program: String
  /// The least that a cold run can do.
  let bare: String
  /// What renders a report many times in one process; it is built beside `brief`.
  let warm: String
  /// The interpreter that has the peers, where they are set up.
  let python: String?
  /// A folder of Vega-Lite specifications, where there is one.
  let gallery: String?
  let fixtures: Fixtures

  /// Where `Scripts/set-up-peers` puts them.
  private static let peers = ".build/peers/bin/python"

  init(program: String, fixtures: consuming Fixtures) throws(ChildProcess.Failure) {
    self.fixtures = fixtures
    self.program = try Self.absolute(program)
    bare = Self.folder(of: CommandLine.arguments[0]) + "/bare"
    warm = Self.folder(of: self.program) + "/warm"
    python = access(Self.peers, X_OK) == 0 ? Self.peers : nil
    let folder = getenv("BRIEFKIT_GALLERY").map { String(cString: $0) } ?? "../shared/vega-lite"
    gallery = access("\(folder)/specs", R_OK) == 0 ? folder : nil
  }

  /// A script that drives a peer.
  func peer(_ script: String, _ arguments: [String]) -> Command? {
    python.map { Command($0, ["Benchmarks/peers/\(script)"] + arguments) }
  }

  func brief(_ arguments: [String]) -> Command {
    Command(program, arguments)
  }

  /// Some cases run in another folder.
  private static func absolute(_ path: String) throws(ChildProcess.Failure) -> String {
    guard let full = realpath(path, nil) else { throw .init(words: "there is no \"\(path)\"") }
    defer { free(full) }
    return String(cString: full)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
