import Diagnostics
import Foundation
import Testing

@testable import Inputs

/// The official cases of JSON Schema, draft 2020-12, which stand beside the repository.
enum SchemaSuite {
  /// One schema of a file, with its tests.
  struct Group: Sendable {
    var description: String
    var schema: Located
    var tests: [Case]
  }

  struct Case: Sendable {
    var description: String
    var data: Located
    var isValid: Bool
  }

  static let folder = Suites.folder("json-schema/draft2020-12")

  static func names(in path: String) -> [String] {
    let url = path.isEmpty ? folder : folder.appendingPathComponent(path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map {
      path.isEmpty ? $0 : "\(path)/\($0)"
    }
  }

  static func groups(of name: String) throws -> [Group] {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    let source = Source(name: name, bytes: [UInt8](data))
    let file = try JSONReader.read(source)
    return try #require(file.array).map { group in
      Group(
        description: group["description"]?.string ?? "",
        schema: Located(try #require(group["schema"]), in: source),
        tests: try #require(group["tests"]?.array).map { test in
          Case(
            description: test["description"]?.string ?? "",
            data: Located(try #require(test["data"]), in: source),
            isValid: test["valid"] == true)
        })
    }
  }
}
