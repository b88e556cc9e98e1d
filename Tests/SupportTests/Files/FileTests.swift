import Foundation
import MicrogradSupport
import TestSupport
import Testing

@Suite("A file")
struct FileTests {
    @Test("is read back as it was written, also over a longer one")
    func roundTrip() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            let path = "\(folder)/file"
            for count in [200_000, 3, 0] {
                let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                try File.write(bytes, to: path)
                #expect(try File.read(path) == bytes)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
        }
    }

    @Test("names path, action and reason where it cannot be read or written")
    func errors() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            let path = "\(folder)/none/file"
            #expect(
                throws: FileError(path: path, action: .write, reason: "there is no folder '\(folder)/none'")
            ) { try File.write([1], to: path) }
            #expect(
                throws: FileError(path: folder, action: .write, reason: "it is a folder; name a file in it")
            ) {
                try File.write([1], to: folder)
            }
            let error = #expect(throws: FileError.self) { try File.read(path) }
            #expect(error?.description == "cannot read '\(path)': No such file or directory")
            #expect(throws: FileError.self) { try File.read(folder) }
        }
    }

    @Test("stands at the end of a chain of links, whose links stay", arguments: [false, true])
    func chainOfLinks(exists: Bool) throws {
        try withTemporaryFolder { folder in
            let manager = FileManager.default
            let folder = folder.path
            try manager.createDirectory(atPath: "\(folder)/inner", withIntermediateDirectories: true)
            try manager.createSymbolicLink(atPath: "\(folder)/a", withDestinationPath: "inner/b")
            try manager.createSymbolicLink(atPath: "\(folder)/inner/b", withDestinationPath: "../c")
            try manager.createSymbolicLink(atPath: "\(folder)/c", withDestinationPath: "\(folder)/d")
            if exists { try File.write([1, 2, 3], to: "\(folder)/d") }
            try File.write([4], to: "\(folder)/a")
            #expect(try File.read("\(folder)/d") == [4])
            #expect(try manager.destinationOfSymbolicLink(atPath: "\(folder)/a") == "inner/b")
            #expect(try manager.destinationOfSymbolicLink(atPath: "\(folder)/inner/b") == "../c")
            #expect(try manager.destinationOfSymbolicLink(atPath: "\(folder)/c") == "\(folder)/d")
            #expect(try manager.contentsOfDirectory(atPath: folder).sorted() == ["a", "c", "d", "inner"])
            #expect(try manager.contentsOfDirectory(atPath: "\(folder)/inner") == ["b"])
        }
    }

    @Test("is not written where links lead round in a circle, nor under a name with a NUL")
    func refusedPaths() throws {
        try withTemporaryFolder { folder in
            let manager = FileManager.default
            let folder = folder.path
            try manager.createSymbolicLink(atPath: "\(folder)/a", withDestinationPath: "b")
            try manager.createSymbolicLink(atPath: "\(folder)/b", withDestinationPath: "a")
            let error = #expect(throws: FileError.self) { try File.write([1], to: "\(folder)/a") }
            #expect(error?.reason == "its symbolic links lead round in a circle")
            #expect(try manager.destinationOfSymbolicLink(atPath: "\(folder)/b") == "a")
            let nul = #expect(throws: FileError.self) { try File.write([1], to: "\(folder)/c\u{0}d") }
            #expect(nul?.description == "cannot write '\(folder)/c\\x00d': a file name cannot hold a NUL")
            #expect(try manager.contentsOfDirectory(atPath: folder).sorted() == ["a", "b"])
        }
    }

    #if os(Linux)
        @Test("gets the very name that a link has, also where that is not UTF-8")
        func bytesOfLinks() throws {
            try withTemporaryFolder { folder in
                let folder = folder.path
                #expect(symlink([CChar(bitPattern: 0xff), 0], "\(folder)/link") == 0)
                try File.write([7], to: "\(folder)/link")
                let name = Array("\(folder)/".utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
                #expect(access(name, F_OK) == 0)
                #expect(try File.read("\(folder)/link") == [7])
            }
        }
    #endif

    @Test("is told from another by what it is, not by its name")
    func sameFiles() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder.path)/file"
            try File.write([1], to: path)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/link", withDestinationPath: "file")
            try File.write([1], to: "\(folder.path)/other")
            let descriptor = open(path, O_RDONLY)
            defer { close(descriptor) }
            for name in [path, "\(folder.path)/link"] {
                #expect(File.isSame(name, path))
                #expect(File.isSame(name, descriptor: descriptor))
            }
            for name in ["\(folder.path)/other", "\(folder.path)/none", folder.path] {
                #expect(!File.isSame(name, path))
                #expect(!File.isSame(name, descriptor: descriptor))
            }
        }
    }

    /// In a process of its own, because the limit on the size of files is the process's.
    @Test("stays whole where the bytes of a new one do not fit on the disk")
    func fullDisk() async {
        await #expect(processExitsWith: .success) {
            try withTemporaryFolder { folder in
                let folder = folder.path
                let path = "\(folder)/file"
                try File.write([1, 2, 3], to: path)
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
                try #require(setrlimit(fileSizeLimit, &limit) == 0)
                let bytes = [UInt8](repeating: 0, count: 100_000)
                #expect(throws: FileError.self) { try File.write(bytes, to: path) }
                #expect(try File.read(path) == [1, 2, 3])
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
            }
        }
    }
}

#if canImport(Glibc)
    /// Glibc gives its limits a type of their own.
    private let fileSizeLimit = __rlimit_resource_t(UInt32(RLIMIT_FSIZE.rawValue))
#else
    private let fileSizeLimit = RLIMIT_FSIZE
#endif
