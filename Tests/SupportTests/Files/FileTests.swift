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
            #expect(throws: FileError(path: folder, action: .write, reason: "it is a folder")) {
                try File.write([1], to: folder)
            }
            let error = #expect(throws: FileError.self) { try File.read(path) }
            #expect(error?.description == "cannot read '\(path)': No such file or directory")
            #expect(throws: FileError.self) { try File.read(folder) }
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
