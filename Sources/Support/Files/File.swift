#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Reads and writes whole files through the C library.
package enum File {
    /// Writes a temporary file beside the target, then renames it: the target is never half-written.
    ///
    /// Symbolic links are followed to their end, and what stands there is replaced or made; the links stay.
    ///
    /// The bytes are on the disk before the new name is, or a loss of power could leave an empty file. On a
    /// disk of its own that takes some milliseconds.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        func failure(_ reason: String = String(cString: strerror(errno))) -> FileError {
            FileError(path: path, action: .write, reason: reason)
        }
        guard !path.utf8.contains(0) else { throw failure("a file name cannot hold a NUL") }
        var status = stat()
        if stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw failure("it is a folder; name a file in it") }
            // A terminal, pipe or /dev/null cannot be replaced, only written to.
            if kind != S_IFREG { return try writeThrough(bytes, to: path) }
        }
        guard let target = FilePath(path).followingLinks() else {
            throw failure("its symbolic links lead round in a circle")
        }
        guard let draft = Draft(beside: target) else { throw failure(reasonForMissingFolder(target)) }
        defer { close(draft.descriptor) }
        let mode = status.st_mode == 0 ? 0o666 & ~currentMask() : status.st_mode & 0o7777
        guard writeAll(bytes, to: draft.descriptor), fchmod(draft.descriptor, mode) == 0,
            flush(draft.descriptor), draft.replace(target)
        else {
            let reason = String(cString: strerror(errno))
            draft.remove()
            throw failure(reason)
        }
    }

    /// A saved graph of some millions of nodes.
    private static let sizeLimit = 2 << 30

    /// Reads a file whole.
    package static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            let number = errno
            throw FileError(
                path: path, action: .read, reason: String(cString: strerror(number)),
                isMissing: number == ENOENT)
        }
        defer { close(descriptor) }
        return try readAll(from: descriptor, path: path)
    }

    /// Reads standard input to its end; in errors its path is `-`.
    package static func readStandardInput() throws(FileError) -> [UInt8] {
        try readAll(from: STDIN_FILENO, path: "-")
    }

    private static func readAll(from descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
        func failure(_ reason: String) -> FileError {
            FileError(path: path, action: .read, reason: reason)
        }
        var bytes: [UInt8] = []
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            bytes.reserveCapacity(min(Int(status.st_size), sizeLimit))
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = retry { buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) } }
            guard count >= 0 else { throw failure(String(cString: strerror(errno))) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= sizeLimit else {
                throw failure("it is larger than \(sizeLimit >> 30) GB")
            }
        }
    }

    /// Whether a path leads to a folder.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether two paths lead to one existing file.
    package static func isSame(_ path: String, _ other: String) -> Bool {
        var status = stat()
        return stat(other, &status) == 0 && isRegularFile(path, status)
    }

    /// Whether a path leads to the file that is open, such as standard input (0), which writing to it would replace.
    package static func isSame(_ path: String, descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && isRegularFile(path, status)
    }

    private static func isRegularFile(_ path: String, _ other: stat) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && status.st_dev == other.st_dev && status.st_ino == other.st_ino
    }

    /// Writes all bytes to an open file; false, with `errno` set, where that fails.
    package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = retry { rest.withUnsafeBytes { systemWrite(descriptor, $0) } }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY)
        guard descriptor >= 0, writeAll(bytes, to: descriptor) else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            throw FileError(path: path, action: .write, reason: reason)
        }
        guard close(descriptor) == 0 else {
            throw FileError(path: path, action: .write, reason: String(cString: strerror(errno)))
        }
    }

    /// Waits until the disk has what was written; true too where the file system cannot tell.
    private static func flush(_ descriptor: Int32) -> Bool {
        retry { Int(fsync(descriptor)) } == 0 || errno == EINVAL || errno == ENOTSUP
    }

    /// Calls again what a signal interrupted.
    private static func retry(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    private static func currentMask() -> mode_t {
        let mask = umask(0)
        umask(mask)
        return mask
    }

    private static func reasonForMissingFolder(_ path: FilePath) -> String {
        let reason = String(cString: strerror(errno))
        guard errno == ENOENT, let folder = path.folder else { return reason }
        return "there is no folder '\(folder)'"
    }
}

// The C functions, which `File` hides by its own names.

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
