// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One room of ARCHITECTURE.md; what it may import stands beside it and is held by `WallTests`.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// - Parameter cases: Files that the tests read themselves.
func tests(_ name: String, _ dependencies: [Target.Dependency], cases: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: cases, swiftSettings: settings)
}

let package = Package(
  name: "BriefKit",
  products: [
    .library(name: "BriefKit", targets: ["BriefKit"]),
    .executable(name: "brief", targets: ["brief"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo-pdf cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo pangoft2 fontconfig harfbuzz",
      providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),

    room("Diagnostics"),
    room("Graphics", ["Diagnostics"]),
    room("Formats", ["Diagnostics"]),
    room(
      "Inputs",
      ["Diagnostics", "Formats", "Graphics", "CPCRE2", .product(name: "Yams", package: "Yams")]),
    room("Tables", ["Diagnostics", "Inputs", "Formats", "CPCRE2"]),
    room("SummitData", ["Diagnostics", "Inputs", "Formats"]),
    room("SummitAnalysis", ["Diagnostics", "SummitData", "Tables", "Inputs", "Formats"]),
    room("VegaLite", ["Diagnostics", "Inputs", "Formats", "Tables", "Graphics"]),
    room("Documents", ["Diagnostics", "Inputs", "Formats", "Tables", "Graphics", "CCmarkGFM"]),
    room(
      "Typesetting",
      ["Diagnostics", "Documents", "VegaLite", "Tables", "Inputs", "Formats", "Graphics"]),
    room("CairoRendering", ["Diagnostics", "Graphics", "CCairo", "CPango", "CDeflate"]),
    room(
      "BriefKit",
      [
        "Diagnostics", "Graphics", "Formats", "Inputs", "Tables", "SummitData", "SummitAnalysis",
        "VegaLite", "Documents", "Typesetting", "CairoRendering",
      ]),
    room(
      "BriefCommands",
      [
        "Diagnostics", "BriefKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "brief", dependencies: ["BriefCommands"], swiftSettings: settings),
    // What `make bench` measures in one process; it can't be had from outside the package.
    .executableTarget(
      name: "warm", dependencies: ["BriefKit", "CairoRendering", "Graphics"],
      path: "Benchmarks/Warm", swiftSettings: settings),

    tests("Diagnostics", ["Diagnostics"]),
    tests("Graphics", ["Graphics"]),
    tests("Formats", ["Formats", "Diagnostics"]),
    tests("Inputs", ["Inputs", "Diagnostics", "Formats", "Graphics"]),
    tests("Tables", ["Tables", "Inputs", "Formats", "Diagnostics"]),
    tests("SummitData", ["SummitData", "Inputs", "Formats", "Diagnostics"]),
    tests(
      "SummitAnalysis",
      ["SummitAnalysis", "SummitData", "Tables", "Inputs", "Formats", "Diagnostics"]),
    tests("VegaLite", ["VegaLite", "Tables", "Inputs", "Formats", "Graphics", "Diagnostics"]),
    tests("Documents", ["Documents", "Tables", "Inputs", "Formats", "Graphics", "Diagnostics"]),
    tests(
      "Typesetting",
      [
        "Typesetting", "Documents", "VegaLite", "Tables", "Inputs", "Formats", "Graphics",
        "Diagnostics",
      ], cases: ["Text/expected-lines.txt"]),
    tests("CairoRendering", ["CairoRendering", "Graphics", "Diagnostics", "CDeflate"]),
    tests(
      "BriefKit",
      [
        "BriefKit", "BriefCommands", "Typesetting", "Documents", "CairoRendering", "Inputs",
        "Formats", "Graphics", "Diagnostics", "CCairo",
      ], cases: ["Rendering/specimen.ko.txt", "Rendering/specimen.en.txt"]),
  ],
  swiftLanguageModes: [.v6]
)
