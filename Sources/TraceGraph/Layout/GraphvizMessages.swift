internal import Micrograd
internal import MicrogradSupport

/// What Graphviz has said during a job. It speaks in pieces: `Error`, `: `, then the text.
enum GraphvizMessages {
    private static let pieces = Locked<[String]>([])

    static func add(_ piece: String) {
        pieces.withLock { $0.append(piece) }
    }

    static func clear() {
        pieces.withLock { $0.removeAll() }
    }

    /// The errors said so far, each on one line; warnings are left out.
    static var errors: [String] {
        let text = pieces.withLock { $0.joined() }
        return text.split(separator: "\n").filter { $0.hasPrefix("Error") }.map { line in
            String(line.drop { $0 != ":" }.dropFirst().drop { $0 == " " })
        }
    }
}
