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

        // MARK: - Public API
        .target(name: "Micrograd", dependencies: ["CMicrograd"]),
        .target(name: "TraceLanguage", dependencies: ["Micrograd"]),
        .target(name: "TraceGraph", dependencies: ["Micrograd", "CGraphviz"]),

        // MARK: - Programs
        .executableTarget(
            name: "trace", dependencies: ["Micrograd", "TraceLanguage", "TraceGraph"],
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
        .testTarget(
            name: "MicrogradTests", dependencies: ["Micrograd", "CMicrograd"],
            exclude: [
                "References/cpython.json", "References/pytorch.json", "References/pytorch-layers.json",
                "References/pytorch-nn.json",
            ]),
        .testTarget(
            name: "TraceGraphTests", dependencies: ["Micrograd", "TraceGraph"], exclude: ["Goldens"]),
        .testTarget(name: "TraceLanguageTests", dependencies: ["Micrograd", "TraceLanguage"]),
        // Runs the built `trace` as a process, so it does not link it.
        .testTarget(name: "TraceTests", exclude: ["References"]),
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
