// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses BriefKit builds it. It measures the program from outside, as people meet
// it: cold processes, their CPU time and their peak memory.
let package = Package(
  name: "Benchmarks",
  targets: [
    .executableTarget(
      name: "benchmarks",
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
