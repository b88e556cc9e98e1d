import Foundation
import Testing

/// Texts that a person has looked at. `RECORD_GOLDEN=1 swift test` writes them anew.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Goldens")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    static func expect(_ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        let golden = try Self.text(name)
        guard text != golden else { return }
        let pairs = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
        let difference = pairs.first { $0 != $1 }
        Issue.record(
            "\(name) differs, first in:\n  is  \(difference?.0 ?? "")\n  was \(difference?.1 ?? "")",
            sourceLocation: sourceLocation)
    }
}
