// swift-tools-version: 6.2
import PackageDescription

/// The system libraries that `brief` is linked with; `bare` has to load as many.
let libraries = [
  "pangocairo-1.0", "pangoft2-1.0", "pango-1.0", "gobject-2.0", "glib-2.0", "fontconfig", "cairo",
  "deflate", "cmark-gfm", "cmark-gfm-extensions", "pcre2-8", "stdc++", "m",
]

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
      ]),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo pangoft2 fontconfig"),
    .executableTarget(
      name: "bare", dependencies: ["CPango"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "--no-as-needed"])]
        + libraries.map { .linkedLibrary($0) }),
  ],
  swiftLanguageModes: [.v6]
)
