// swift-tools-version: 6.2
import PackageDescription

// Floors, lowest first; a target imports only targets of lower floors (see Architecture).
// Within a floor the targets are sorted by name, each followed by nothing it does not need.

// The folder of static libraries to link, if these are wanted: see bin/probity. Where pkg-config
// speaks of a folder, the shared ones in it would be found first.
let staticLibraries = Context.environment["PROBITY_STATIC"]
let asksPkgConfig = staticLibraries == nil

let package = Package(
  name: "probity",
  products: [
    .library(name: "Probity", targets: ["Probity"]),
    .library(name: "ProbityReports", targets: ["ProbityReports"]),
    .executable(name: "probity", targets: ["ProbityTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Floor 0: C libraries.
    .systemLibrary(
      name: "CExpat",
      pkgConfig: asksPkgConfig ? "expat" : nil,
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: asksPkgConfig ? "yaml-0.1" : nil,
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(
      name: "CMinizip",
      linkerSettings: [.linkedLibrary("minizip"), .linkedLibrary("z")]
    ),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    // Loaded when it is first needed, as what it needs takes long to load.
    .target(name: "CXLSXWriter"),
    // Floor 1: text and diagnostics.
    .target(name: "ProbityText"),
    // Floor 2: the two languages, unknown to each other.
    .target(name: "ProbityCEL", dependencies: ["CRE2", "ProbityText"]),
    .target(name: "ProbityYAML", dependencies: ["CLibYAML", "ProbityText"]),
    // Floor 3: the domain.
    .target(
      name: "Probity",
      dependencies: ["CExpat", "CMinizip", "ProbityCEL", "ProbityText", "ProbityYAML"]
    ),
    // Floor 4: what people and machines read.
    .target(
      name: "ProbityReports",
      dependencies: ["CXLSXWriter", "Probity", "ProbityCEL", "ProbityText"]
    ),
    // Floor 6: the command.
    .executableTarget(
      name: "ProbityTool",
      dependencies: [
        "Probity", "ProbityReports", "ProbityText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    // Tests, one target a floor.
    .target(
      name: "ProbityTestSupport",
      dependencies: ["ProbityText"],
      path: "Tests/ProbityTestSupport"
    ),
    .testTarget(name: "ProbityCELTests", dependencies: ["ProbityCEL", "ProbityTestSupport"]),
    .testTarget(
      name: "ProbityReportsTests",
      dependencies: ["Probity", "ProbityReports", "ProbityTestSupport", "ProbityText"],
      exclude: ["Goldens", "Spreadsheets/Saved"]
    ),
    .testTarget(
      name: "ProbityTests",
      dependencies: ["Probity", "ProbityCEL", "ProbityTestSupport", "ProbityYAML"]
    ),
    .testTarget(name: "ProbityTextTests", dependencies: ["ProbityText", "ProbityTestSupport"]),
    .testTarget(
      name: "ProbityToolTests",
      dependencies: [
        "Probity", "ProbityCEL", "ProbityReports", "ProbityTestSupport", "ProbityText",
        "ProbityTool",
      ],
      exclude: ["Transcripts"]
    ),
    .testTarget(name: "ProbityYAMLTests", dependencies: ["ProbityYAML", "ProbityTestSupport"]),
  ],
  cxxLanguageStandard: .cxx17
)

// One file that needs only the system's own library at run time and is not relocated, which starts
// sooner. That library stays outside, so that CXLSXWriter can load another when it is needed.
if let staticLibraries {
  // Each of these needs some of the others, so that their order among each other must not matter.
  let libraries = ["-lre2", "-lyaml", "-lexpat", "-lminizip", "-lz", "-lstdc++"]
  let linker = ["--start-group"] + libraries + ["--end-group"]
  for target in package.targets where target.name == "ProbityTool" {
    target.linkerSettings = [
      .unsafeFlags(
        ["-L", staticLibraries] + ["-no-pie", "-static-libgcc"].flatMap { ["-Xclang-linker", $0] }
          + linker.flatMap { ["-Xlinker", $0] }
      )
    ]
  }
}

// Benchmarks are built on demand only: see Tests/Benchmarks/README.md.
if Context.environment["PROBITY_BENCHMARKS"] != nil {
  // Its own count of allocations needs a package of another kind; ours is BenchmarkAllocations.
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: [])
  )
  package.targets += [
    .target(name: "BenchmarkAllocations", path: "Tests/Benchmarks/Allocations"),
    .target(
      name: "BenchmarkData",
      dependencies: ["ProbityCEL", "ProbityText", "ProbityYAML"],
      path: "Tests/Benchmarks/Data"
    ),
    .executableTarget(
      name: "ConditionBenchmarks",
      dependencies: [
        "BenchmarkData", "ProbityCEL", .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Tests/Benchmarks/Conditions",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "DecisionBenchmark",
      dependencies: ["BenchmarkAllocations", "BenchmarkData", "ProbityCEL"],
      path: "Tests/Benchmarks/Decision"
    ),
    .executableTarget(
      name: "ExplanationBenchmark",
      dependencies: ["Probity", "ProbityText"],
      path: "Tests/Benchmarks/Explanations"
    ),
    .executableTarget(
      name: "YAMLBenchmark",
      dependencies: ["CLibYAML", "ProbityText", "ProbityYAML"],
      path: "Tests/Benchmarks/YAML"
    ),
  ]
}

// The half of the differential test that is ours, on demand only: see Tests/Differential/run.
if Context.environment["PROBITY_DIFFERENTIAL"] != nil {
  package.targets.append(
    .executableTarget(
      name: "DifferentialBatch",
      dependencies: ["ProbityCEL", "ProbityText"],
      path: "Tests/Differential/Batch"
    )
  )
}

// Fuzzers are built on demand only, all with the sanitizers: see Tests/Fuzz/run.
let isFuzzing = Context.environment["PROBITY_FUZZ"] != nil
if isFuzzing {
  let fuzzers: [(name: String, tests: [Target.Dependency])] = [
    ("FuzzAnswers", ["Probity", "ProbityTestSupport"]), ("FuzzCEL", ["ProbityCEL"]),
    ("FuzzRules", ["Probity"]), ("FuzzYAML", ["ProbityYAML"]),
  ]
  package.targets.append(.systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"))
  for fuzzer in fuzzers {
    package.targets.append(
      .executableTarget(
        name: fuzzer.name,
        dependencies: fuzzer.tests + ["CFuzzer", "ProbityText"],
        path: "Tests/Fuzz/\(fuzzer.name)",
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]
      )
    )
  }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(), .treatAllWarnings(as: .error),
  ]
  // Without limits and read sets, to measure what these cost: see Tests/Benchmarks/README.md.
  if Context.environment["PROBITY_UNMETERED"] != nil {
    target.swiftSettings?.append(.define("PROBITY_UNMETERED"))
  }
  if isFuzzing {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer,address"]))
  }
}
