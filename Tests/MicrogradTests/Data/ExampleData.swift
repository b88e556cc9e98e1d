import Foundation

/// The path of a file of `Examples/Data`.
func exampleData(_ name: String) -> String {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appending(path: "Examples/Data/\(name)").path
}
