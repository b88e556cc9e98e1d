import Foundation
import TestSupport
import Testing

@Suite("The pictures of the documents")
struct PicturesTests {
    private static let pictures: [[String]] = {
        let list = try? String(contentsOf: repository.appending(path: "docs/pictures.txt"), encoding: .utf8)
        return (list ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: " ").map(String.init)
        }
    }()

    private static let drawings = pictures.filter { $0[1].contains(".") }

    @Test("are up to date", arguments: drawings)
    func upToDate(entry: [String]) throws {
        let run = try TraceProcess.run([entry[1], "-q", "-o", "-"] + entry[2...], in: repository)
        #expect(run.status == 0)
        try expectUpToDate(entry[0], run.output)
    }

    /// Those that example programs write, but for the digits, which take long in a debug build.
    private static let examples = Set(pictures.map { $0[1] }).subtracting(drawings.map { $0[1] })
        .filter { $0 != "Examples/Digits" }.sorted()

    @Test("of the example programs are up to date", arguments: examples)
    func examplesUpToDate(source: String) throws {
        try withTemporaryFolder { (folder: URL) throws in
            let program = String(source.dropFirst("Examples/".count))
            let run = try TraceProcess.run([folder.path], of: program, in: repository)
            #expect(run.status == 0)
            for entry in PicturesTests.pictures where entry[1] == source {
                try expectUpToDate(
                    entry[0], String(contentsOf: folder.appending(path: entry[0]), encoding: .utf8))
            }
        }
    }

    private func expectUpToDate(_ name: String, _ drawn: String) throws {
        let picture = try String(
            contentsOf: repository.appending(path: "docs/pictures/\(name)"), encoding: .utf8)
        #expect(
            attribute("data-fingerprint", of: picture) == attribute("data-fingerprint", of: drawn),
            "\(name) is out of date; make pictures")
        // Another Graphviz may place the nodes elsewhere.
        guard attribute("data-graphviz", of: picture) == attribute("data-graphviz", of: drawn) else { return }
        let isSame = picture == drawn
        #expect(isSame, "\(name) is out of date; make pictures")
    }

    @Test("of growth is that of the figures in docs/performance.md")
    func growth() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let picture = folder.appending(path: "growth.svg")
            let run = try TraceProcess.run(
                ["--plot", picture.path, "--from", "docs/performance.md"], of: "Benchmarks", in: repository)
            #expect(run.status == 0)
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
