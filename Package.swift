// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TraceGraph",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Micrograd", targets: ["Micrograd"]),
        .library(name: "TraceLanguage", targets: ["TraceLanguage"]),
        .library(name: "TraceGraph", targets: ["TraceGraph"]),
        .executable(name: "trace", targets: ["trace"]),
    ],
    targets: [
        // MARK: - C
        .systemLibrary(
            name: "CGraphviz",
            pkgConfig: "libgvc",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .target(name: "CMicrograd"),

        // MARK: - Below the public API
        // Named for the package, because names of modules are shared with the packages that depend on this one.
        .target(name: "MicrogradSupport", path: "Sources/Support"),

        // MARK: - Public API
        .target(name: "Micrograd", dependencies: ["CMicrograd", "MicrogradSupport"]),
        .target(name: "TraceLanguage", dependencies: ["Micrograd", "MicrogradSupport"]),
        .target(name: "TraceGraph", dependencies: ["Micrograd", "MicrogradSupport", "CGraphviz"]),

        // MARK: - Programs
        .executableTarget(
            name: "trace", dependencies: ["Micrograd", "MicrogradSupport", "TraceLanguage", "TraceGraph"],
            // Without the Swift runtime to load, the program starts in half the time, and runs where no
            // toolchain is. Packages that depend on the libraries do not build it.
            linkerSettings: [
                .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
            ]),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Micrograd", "TraceGraph", "MoonsFloor"],
            path: "Benchmarks/Benchmarks", exclude: ["peers"]),
        .target(
            name: "MoonsFloor", path: "Benchmarks/MoonsFloor",
            cSettings: [.unsafeFlags(["-O3"], .when(configuration: .release))]),

        // MARK: - Examples
        // Programs that use the public API alone, as a user would.
        .target(name: "ExampleSupport", path: "Examples/Support"),
        .executableTarget(
            name: "BinaryClassifier", dependencies: ["ExampleSupport", "Micrograd", "TraceGraph"],
            path: "Examples/BinaryClassifier"),
        .executableTarget(
            name: "Digits", dependencies: ["ExampleSupport", "Micrograd", "TraceGraph"],
            path: "Examples/Digits"),
        .executableTarget(
            name: "MicrogradReadme", dependencies: ["ExampleSupport", "Micrograd", "TraceGraph"],
            path: "Examples/MicrogradReadme"),
        .executableTarget(
            name: "Moons", dependencies: ["ExampleSupport", "Micrograd", "TraceGraph"],
            path: "Examples/Moons"),
        .executableTarget(
            name: "Xor", dependencies: ["ExampleSupport", "Micrograd", "TraceGraph"],
            path: "Examples/Xor"),

        // MARK: - Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", exclude: ["cpython.json"]),
        .testTarget(name: "SupportTests", dependencies: ["Micrograd", "MicrogradSupport", "TestSupport"]),
        // Random programs against an independent tape, for the tests and for `make fuzz`.
        .target(name: "FuzzPrograms", dependencies: ["Micrograd"], path: "Tests/FuzzPrograms"),
        .executableTarget(name: "Fuzz", dependencies: ["FuzzPrograms"], path: "Tests/Fuzz"),
        .testTarget(
            name: "MicrogradTests",
            dependencies: ["Micrograd", "MicrogradSupport", "CMicrograd", "FuzzPrograms", "TestSupport"],
            exclude: [
                "References/pytorch.json", "References/pytorch-layers.json", "References/pytorch-nn.json",
            ]),
        .testTarget(
            name: "TraceGraphTests",
            dependencies: ["Micrograd", "MicrogradSupport", "TraceGraph", "TestSupport"],
            exclude: ["Goldens", "Skeletons"]),
        .testTarget(
            name: "TraceLanguageTests",
            dependencies: ["Micrograd", "MicrogradSupport", "TraceLanguage", "TestSupport"],
            exclude: [
                "References/cpython-language.json", "References/language-corpus.json",
                "References/language-programs.json", "References/lecture-notebook.json",
            ]),
        // Runs the built `trace` as a process, so it does not link it.
        .testTarget(name: "TraceTests", dependencies: ["TestSupport"], exclude: ["References"]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
