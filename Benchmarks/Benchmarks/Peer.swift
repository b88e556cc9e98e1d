import Foundation

/// Another engine, running the same workloads in a process of its own, on request.
final class Peer {
    /// What the peer says it is, such as `JAX 0.8.0`.
    private(set) var version = ""

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// - Parameters:
    ///   - script: A file of `Benchmarks/peers`.
    ///   - python: A Python that has what the script imports.
    init(_ script: String, python: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers")
        process.executableURL = URL(filePath: python)
        process.arguments = [folder.appending(path: script).path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        version = try readLine()
    }

    /// Returns the seconds that one run of a workload takes, over `count` runs.
    func seconds(_ workload: String, count: Int) throws -> Double {
        try input.fileHandleForWriting.write(contentsOf: Data("\(workload) \(count)\n".utf8))
        guard let seconds = Double(try readLine()) else { throw PeerError.ended }
        return seconds
    }

    private func readLine() throws -> String {
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            if byte == Data("\n".utf8) { return String(decoding: line, as: UTF8.self) }
            line += byte
        }
        throw PeerError.ended
    }

    enum PeerError: Error {
        case ended
    }
}
