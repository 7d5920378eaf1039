import Foundation
import Testing

@testable import BriefKit

/// The scripts that hand out parts of a batch, run as their schedulers would run them.
@Suite(.enabled(if: BriefProgram.path != nil, "the program isn't built")) struct IntegrationTests {
  private static let folder = "\(PackageFolder.path)/Integrations"

  /// Runs a script with variables of a scheduler.
  private func run(
    _ words: [String], _ variables: [String: String], in folder: BatchFolder
  ) throws -> Int32 {
    let program = try #require(BriefProgram.path)
    let tools = "\(folder.path)/bin"
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    try? FileManager.default.createSymbolicLink(
      atPath: "\(tools)/brief", withDestinationPath: program)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PATH": "\(tools):/usr/bin:/bin", "BRIEFKIT_HOME": PackageFolder.path,
      "BRIEFKIT_INTEGRATIONS": Self.folder, "REPORT": "\(folder.path)/r",
      "INPUT": "\(folder.path)/in.ndjson", "OUTPUT": "\(folder.path)/out", "NAME": "{{id}}",
      "JOBS": "1",
    ]) { $1 }.merging(variables) { $1 }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func check(_ folder: BatchFolder) throws {
    #expect(try run(["\(Self.folder)/join-shards", "3"], [:], in: folder) == 0)
    #expect(try folder.outputs.filter { $0.hasSuffix(".pdf") }.count == 10)
    let manifest = try folder.manifest()
    #expect(manifest.map(\.seq) == Array(1...10))
    #expect(manifest.allSatisfy { $0.status == .done })
  }

  @Test func anArrayOfJobsRendersEachRecordOnce() throws {
    let folder = try BatchFolder(["in.ndjson": BatchFolder.records(10)])
    for part in 1...3 {
      let code = try run(
        ["\(Self.folder)/slurm/brief-array.sbatch"],
        [
          "SLURM_ARRAY_TASK_ID": "\(part)", "SLURM_ARRAY_TASK_COUNT": "3",
          "SLURM_CPUS_PER_TASK": "1",
        ], in: folder)
      #expect(code == 0)
    }
    try check(folder)
  }

  /// The command of the job's container, as Kubernetes would run it.
  @Test func anIndexedJobRendersEachRecordOnce() throws {
    let job = try String(
      contentsOfFile: "\(Self.folder)/kubernetes/brief-job.yaml", encoding: .utf8)
    let line = try #require(job.split(separator: "\n").first { $0.contains("args: ['") })
    let command = String(line.drop { $0 != "'" }.dropFirst().dropLast(2))
      .replacing("/opt/briefkit/Integrations", with: Self.folder)
    let folder = try BatchFolder(["in.ndjson": BatchFolder.records(10)])
    for index in 0..<3 {
      let code = try run(
        ["-c", command], ["JOB_COMPLETION_INDEX": "\(index)", "PARTS": "3"], in: folder)
      #expect(code == 0)
    }
    try check(folder)
  }

  @Test func aPartThatIsSentAgainChangesNothing() throws {
    let folder = try BatchFolder(["in.ndjson": BatchFolder.records(10)])
    for _ in 0..<2 {
      #expect(try run(["\(Self.folder)/run-shard", "1", "3"], [:], in: folder) == 0)
    }
    #expect(try folder.manifest("out/manifest-1-of-3.ndjson").map(\.seq) == [3, 6, 9])
    #expect(try run(["\(Self.folder)/run-shard", "1"], [:], in: folder) != 0)
  }
}
