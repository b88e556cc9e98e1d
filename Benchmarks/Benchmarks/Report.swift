import Foundation

/// All that one run measured, as Markdown tables or JSON.
struct Report: Encodable {
    var machine = ""
    var peers: [String] = []
    var results: [Comparison.Result] = []
    /// How far loss and gradients of a moons step are from those of the hand-written loops.
    var differences: [Difference] = []
    /// Bytes by which a million scoped steps grow.
    var scopedGrowth: Int?
    var growth: [Growth.Row] = []
    var stages: [Pictures.Stage] = []

    struct Difference: Encodable {
        var side: String
        var largest: Double
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    var text: String {
        var text = "\(machine)\n"
        if !peers.isEmpty { text += peers.joined(separator: ", ") + "\n" }
        text += "\n| workload | engine | time | time of the first line in it |\n|---|---|---|---|\n"
        for result in results {
            text +=
                "| \(result.workload) | \(result.side) | \(duration(result.seconds)) | \(short(result.ratio)) |\n"
        }
        if !differences.isEmpty {
            let list = differences.map { "\($0.side) \(short($0.largest))" }.joined(separator: ", ")
            text += "\nLargest difference from the loss and gradients of the loops in C: \(list).\n"
        }
        if let scopedGrowth { text += "\n1,000,000 scoped steps grow by \(scopedGrowth) bytes.\n" }
        if !stages.isEmpty {
            text += "\n| stage | time a node |\n|---|---|\n"
            for stage in stages { text += "| \(stage.name) | \(duration(stage.secondsPerNode)) |\n" }
        }
        guard !growth.isEmpty else { return text }
        text +=
            "\n| values in a chain | build a value | backward a value | bytes a value |\n|---|---|---|---|\n"
        for row in growth {
            let count = Double(row.count)
            text +=
                "| \(row.count) | \(duration(row.buildSeconds / count)) | \(duration(row.backwardSeconds / count)) "
            text += "| \(short(Double(row.bytes) / count)) |\n"
        }
        return text + "\n" + slopes
    }

    private var slopes: String {
        let large = growth.filter { $0.count >= 100_000 }
        func slope(_ value: (Growth.Row) -> Double) -> String {
            short(Growth.slope(large.map { (Double($0.count), value($0)) }))
        }
        return "Log-log slopes between 10⁵ and 10⁷: build \(slope(\.buildSeconds)), "
            + "backward \(slope(\.backwardSeconds)), memory \(slope { Double($0.bytes) })."
    }
}

/// What the figures were measured on.
enum Machine {
    static var description: String {
        let information = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let model = information?.split(separator: "\n").first { $0.hasPrefix("model name") }
        let name = model?.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? "unknown processor"
        let build = {
            #if DEBUG
                "debug build: use -c release"
            #else
                "release build"
            #endif
        }()
        return "\(name), \(ProcessInfo.processInfo.activeProcessorCount) cores, "
            + "\(ProcessInfo.processInfo.operatingSystemVersionString), \(build)"
    }
}
