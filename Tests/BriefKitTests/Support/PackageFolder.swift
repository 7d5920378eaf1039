import Foundation

/// The package's own files.
enum PackageFolder {
  static let path: String = {
    var url = URL(filePath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path(percentEncoded: false).trimmingSuffix("/")
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Self.path)/\(path)", encoding: .utf8)
  }

  static func sample(_ year: Int) -> String {
    "\(path)/Samples/ai-one-team-summit-\(year).json"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
