import Foundation
import Testing

@Suite("The pictures of the documents")
struct PicturesTests {
    private static let pictures: [[String]] = {
        let list = try? String(contentsOf: repository.appending(path: "docs/pictures.txt"), encoding: .utf8)
        return (list ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: " ").map(String.init)
        }
    }()

    @Test("are up to date", arguments: pictures)
    func upToDate(entry: [String]) throws {
        let picture = try String(
            contentsOf: repository.appending(path: "docs/pictures/\(entry[0])"), encoding: .utf8)
        let run = try TraceProcess.run([entry[1], "-q", "-o", "-"] + entry[2...], in: repository)
        #expect(run.status == 0)
        #expect(
            attribute("data-fingerprint", of: picture) == attribute("data-fingerprint", of: run.output),
            "\(entry[0]) is out of date; make pictures")
        // Another Graphviz may place the nodes elsewhere.
        guard attribute("data-graphviz", of: picture) == attribute("data-graphviz", of: run.output) else {
            return
        }
        let isSame = picture == run.output
        #expect(isSame, "\(entry[0]) is out of date; make pictures")
    }

    @Test("of growth is that of the figures in docs/performance.md")
    func growth() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let picture = folder.appending(path: "growth.svg")
            let benchmarks = Process()
            benchmarks.executableURL = try TraceProcess.executable.deletingLastPathComponent().appending(
                path: "Benchmarks")
            benchmarks.arguments = ["--plot", picture.path, "--from", "docs/performance.md"]
            benchmarks.currentDirectoryURL = repository
            try benchmarks.run()
            benchmarks.waitUntilExit()
            #expect(benchmarks.terminationStatus == 0)
            let isSame =
                try String(contentsOf: picture, encoding: .utf8)
                == String(contentsOf: repository.appending(path: "docs/pictures/growth.svg"), encoding: .utf8)
            #expect(isSame, "growth.svg is out of date; make pictures")
        }
    }

    @Test("are all listed, and all shown")
    func listed() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: repository.appending(path: "docs/pictures").path)
        #expect(Set(files) == Set(PicturesTests.pictures.map { $0[0] } + ["growth.svg"]))
        var documents = ""
        let folder = repository.appending(path: "docs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".md")
        }
        for url in [repository.appending(path: "README.md")] + names.map({ folder.appending(path: $0) }) {
            documents += try String(contentsOf: url, encoding: .utf8)
        }
        for file in files { #expect(documents.contains("pictures/\(file)"), "\(file) is shown nowhere") }
    }

    private func attribute(_ name: String, of svg: String) -> Substring? {
        let parts = svg.split(separator: "\(name)=\"", maxSplits: 1)
        return parts.count == 2 ? parts[1].prefix { $0 != "\"" } : nil
    }
}
