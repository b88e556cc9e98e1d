#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A path, byte for byte: what a link points to need not be UTF-8.
struct FilePath {
    /// Ends in a NUL, for the C library.
    let characters: [CChar]

    private static let slash = CChar(UInt8(ascii: "/"))

    init(_ path: String) {
        characters = Array(path.utf8CString)
    }

    /// - Parameter characters: With a NUL at the end.
    init(_ characters: [CChar]) {
        self.characters = characters
    }

    /// What stands before the name, with its slash; empty for a file in the current folder.
    private var prefix: ArraySlice<CChar> {
        characters.lastIndex(of: FilePath.slash).map { characters[...$0] } ?? []
    }

    /// The folder that the file stands in, as a text; nil where the path names none.
    var folder: String? {
        prefix.isEmpty
            ? nil : String(decoding: prefix.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The folder that the file stands in, for the C library.
    var folderCharacters: [CChar] { prefix.isEmpty ? Array(".".utf8CString) : prefix + [0] }

    /// The path of a file beside this one.
    func sibling(_ name: String) -> FilePath {
        FilePath(Array(prefix) + Array(name.utf8CString))
    }

    /// Returns where a chain of symbolic links ends, whether there is a file or not; nil for a circle.
    func followingLinks() -> FilePath? {
        // As many as Linux follows.
        let linkLimit = 40
        var path = self
        for _ in 0...linkLimit {
            guard let destination = path.destination else { return path }
            path = FilePath((destination.first == FilePath.slash ? [] : path.prefix) + destination + [0])
        }
        return nil
    }

    /// What the path's last part points to, if it is a symbolic link.
    private var destination: [CChar]? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(characters, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : nil
    }
}
