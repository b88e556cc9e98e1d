import Foundation

/// Reads what another program computed, from a JSON file in the folder of the source file that asks.
package func readReference<Content: Decodable>(_ name: String, beside source: String) -> Content {
    let file = URL(filePath: source).deletingLastPathComponent().appending(path: name)
    do {
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    } catch {
        fatalError("\(file.path()): \(error)")
    }
}
