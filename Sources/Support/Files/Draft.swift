#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A new file beside another that it is to replace.
///
/// On Linux it has no name until it is complete, where the file system can do so: a process that is ended in the
/// middle leaves nothing behind.
struct Draft {
    let descriptor: Int32
    private let name: FilePath
    private let hasName: Bool

    /// Makes an empty file; nil, with `errno` set, where that fails.
    init?(beside target: FilePath) {
        #if os(Linux)
            // O_TMPFILE, a macro that Swift does not see.
            let nameless = 0o20_000_000 | O_DIRECTORY | O_WRONLY
            let file =
                access("/proc/self/fd", X_OK) == 0 ? open(target.folderCharacters, nameless, 0o600) : -1
            if file >= 0 {
                descriptor = file
                name = target.sibling(".trace-\(getpid())-\(UInt32.random(in: 0 ... .max))")
                hasName = false
                return
            }
        #endif
        var template = target.sibling(".trace-XXXXXX").characters
        descriptor = mkstemp(&template)
        name = FilePath(template)
        hasName = true
        if descriptor < 0 { return nil }
    }

    /// Gives the file the name of the other; false, with `errno` set, where that fails.
    func replace(_ target: FilePath) -> Bool {
        if !hasName {
            let file = "/proc/self/fd/\(descriptor)"
            guard linkat(AT_FDCWD, file, AT_FDCWD, name.characters, AT_SYMLINK_FOLLOW) == 0 else {
                return false
            }
        }
        return rename(name.characters, target.characters) == 0
    }

    /// Takes the file away again after a failure.
    func remove() {
        unlink(name.characters)
    }
}
