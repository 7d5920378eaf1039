import Glibc

/// What is measured, and with what.
struct Bench: ~Copyable {
  /// The release of `brief`.
  let program: String
  /// The least that a cold run can do.
  let bare: String
  /// The interpreter that has the peers, where they are set up.
  let python: String?
  /// A folder of Vega-Lite specifications, where there is one.
  let gallery: String?
  let fixtures: Fixtures

  /// Where `Scripts/set-up-peers` puts them.
  private static let peers = ".build/peers/bin/python"

  init(program: String) throws(ChildProcess.Failure) {
    self.program = program
    bare = Self.folder(of: CommandLine.arguments[0]) + "/bare"
    python = access(Self.peers, X_OK) == 0 ? Self.peers : nil
    let folder = getenv("BRIEFKIT_GALLERY").map { String(cString: $0) } ?? "../shared/vega-lite"
    gallery = access("\(folder)/specs", R_OK) == 0 ? folder : nil
    fixtures = try Fixtures()
  }

  /// A script that drives a peer.
  func peer(_ script: String, _ arguments: [String]) -> Command? {
    python.map { Command($0, ["Benchmarks/peers/\(script)"] + arguments) }
  }

  func brief(_ arguments: [String]) -> Command {
    Command(program, arguments)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
