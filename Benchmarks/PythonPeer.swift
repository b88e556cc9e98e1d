import Foundation

/// Python micrograd, running the same workloads in a process of its own, on request.
final class PythonPeer {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// - Parameter python: A Python that has PyPI's `micrograd`.
    init(python: String) throws {
        process.executableURL = URL(filePath: python)
        process.arguments = [
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "micrograd_peer.py").path
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// Returns the seconds that one run of a workload takes, over `count` runs.
    func seconds(_ workload: String, count: Int) throws -> Double {
        try input.fileHandleForWriting.write(contentsOf: Data("\(workload) \(count)\n".utf8))
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) {
            guard !byte.isEmpty else { throw PeerError.ended }
            line += byte
        }
        guard let seconds = Double(String(decoding: line, as: UTF8.self)) else { throw PeerError.ended }
        return seconds
    }

    enum PeerError: Error {
        case ended
    }
}
