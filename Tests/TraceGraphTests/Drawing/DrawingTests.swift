import Foundation
import Micrograd
import MicrogradSupport
import TestSupport
import Testing
import TraceGraph

@Suite("A drawing")
struct DrawingTests {
    @Test("is made by drawDot with the options given")
    func drawDotOptions() {
        withTape {
            let y = Value(2, label: "x") * 3
            let drawing = drawDot(
                y, direction: .topToBottom, theme: .classic, appearance: .dark, precision: 2,
                show: [.data, .name])
            #expect(drawing.options.direction == .topToBottom)
            #expect(drawing.options.theme == .classic)
            #expect(drawing.options.appearance == .dark)
            #expect(drawing.options.precision == 2)
            #expect(drawing.options.show == [.data, .name])
            #expect(drawing.graph == Graph(tracing: y))
        }
    }

    @Test("of several values has them all")
    func severalRoots() throws {
        let tape = Tape()
        let drawing = tape.use {
            let x = Value(2, label: "x")
            return drawDot([x + 1, x * 2])
        }
        #expect(drawing.graph.roots == [2, 4])
        #expect(try SVGDocument(drawing.svg()).all("g", class: "output").count == 2)
    }

    @Test("has the bytes of each format", arguments: OutputFormat.allCases)
    func formats(format: OutputFormat) throws {
        let bytes = try Drawing(Samples.neuron).data(as: format)
        let start = String(decoding: bytes.prefix(64), as: UTF8.self)
        switch format {
        case .svg: #expect(start.hasPrefix("<svg "))
        case .png: #expect(bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))
        case .pdf: #expect(start.hasPrefix("%PDF-"))
        case .dot: #expect(start.hasPrefix("digraph trace {"))
        case .json: #expect(start.hasPrefix("{\n  \"format\": \"trace-graph\""))
        case .mermaid: #expect(start.hasPrefix("flowchart LR\n"))
        case .txt: #expect(start.hasPrefix("id  name"))
        }
    }

    @Test("keeps its fingerprint as long as graph and options stay, and only then")
    func fingerprint() throws {
        let drawing = Drawing(Samples.neuron)
        #expect(drawing.fingerprint == Drawing(Samples.neuron).fingerprint)
        #expect(try drawing.svg().contains("data-fingerprint=\"\(drawing.fingerprint)\""))
        var others = (0..<6).map { _ in drawing }
        others[0].options.direction = .topToBottom
        others[1].options.theme = .classic
        others[2].options.appearance = .dark
        others[3].options.precision = 3
        others[4].options.show = .data
        others[5].options.engine = .neato
        #expect(Set((others + [drawing]).map(\.fingerprint)).count == 7)
    }

    @Test("is refused where it has more nodes than the limit; text forms have none")
    func limit() throws {
        var drawing = Drawing(Samples.chain(100))
        drawing.options.maximumNodeCount = 200
        let error = TraceGraphError.tooManyNodes(count: 201, limit: 200)
        for format in [OutputFormat.svg, .png, .pdf] {
            #expect(throws: error) { try drawing.data(as: format) }
        }
        for format in [OutputFormat.dot, .json, .mermaid, .txt] {
            #expect(throws: Never.self) { try drawing.data(as: format) }
        }
        drawing.options.maximumNodeCount = 201
        #expect(throws: Never.self) { try drawing.svg() }
    }

    @Test("is refused where more operations stand in a row than Graphviz can lay out, and only there")
    func depthLimit() throws {
        var drawing = Drawing(Samples.chain(15_001))
        drawing.options.maximumNodeCount = 1_000_000
        #expect(throws: TraceGraphError.tooDeep(operations: 15_001, limit: 15_000)) { try drawing.svg() }
        #expect(throws: TraceGraphError.tooDeep(operations: 15_001, limit: 15_000)) {
            try drawing.data(as: .pdf)
        }
        drawing.graph = Samples.chain(15_000)
        #expect(try drawing.svg().hasSuffix("</svg>\n"))
    }

    @Test(
        "counts frames among its parts, and is refused where too many stand inside one another; text forms are not"
    )
    func frameLimits() throws {
        var drawing = Drawing(try Samples.nested(501))
        drawing.options.maximumNodeCount = 501
        #expect(throws: TraceGraphError.tooManyNodes(count: 502, limit: 501)) { try drawing.svg() }
        drawing.options.maximumNodeCount = 502
        #expect(throws: Never.self) { try drawing.svg() }

        drawing.graph = try Samples.nested(10_001)
        #expect(throws: TraceGraphError.tooManyNodes(count: 10_002, limit: 502)) { try drawing.svg() }
        drawing.options.maximumNodeCount = 1_000_000
        for format in [OutputFormat.svg, .pdf] {
            #expect(throws: TraceGraphError.framesTooDeep(frames: 10_000, limit: 500)) {
                try drawing.data(as: format)
            }
        }
        // At most some 250 bytes a frame, at any depth.
        for format in [OutputFormat.dot, .json, .mermaid, .txt] {
            #expect(try drawing.data(as: format).count < 300 * 10_000)
        }
        drawing.options.theme = .classic
        #expect(throws: Never.self) { try drawing.svg() }
    }

    @Test("is refused where a frame's name is too long, with the frames around it")
    func longFrameName() throws {
        let long = String(repeating: "y", count: 501)
        let graph = Samples.graph {
            let x = Value(1)
            return withScope("outer") {
                let y = x + x
                return withScope(long) { y.tanh() }
            }
        }
        let error = TraceGraphError.labelTooLong(
            .frame(path: "outer"), start: String(repeating: "y", count: 20), count: 501, limit: 500)
        #expect(throws: error) { try Drawing(graph).svg() }
        #expect(
            error.description.hasPrefix("the name 'yyyyyyyyyyyyyyyyyyyy…' of a frame in 'outer' has 501 char")
        )
    }

    @Test("is printed as its table, and in one sentence where a debugger shows it")
    func description() {
        let drawing = Drawing(Samples.square)
        #expect("\(drawing)\n" == drawing.table)
        let sentence = "2 values and 1 operation, from x to y = 9.0000. Gradients are those of y."
        #expect("\(drawing.graph)" == sentence)
        #expect(String(reflecting: drawing) == "Drawing of " + sentence)
    }

    @Test(
        "hands no control character of a label to a terminal",
        arguments: OutputFormat.allCases.filter(\.isText))
    func controlCharacters(format: OutputFormat) throws {
        let hostile = "a\u{1b}[31m\n\u{9b}\u{202e}b\u{2066}\u{7f}\u{2028}c"
        let graph = Samples.graph {
            withScope(hostile) {
                let x = Value(-1, label: hostile)
                let y = (x * x).tanh()
                y.backward()
                return y
            }
        }
        let drawing = Drawing(graph)
        let check = GradientCheck(of: graph)
        let errors = [
            TraceGraphError.unknownLabel(hostile, known: [hostile], nodeCount: 3),
            .ambiguousLabel(hostile, candidates: [hostile]),
            .labelTooLong(.frame(path: hostile), start: hostile, count: 501, limit: 500),
            .unknownFileExtension(path: hostile), .file(path: hostile, action: .write, reason: hostile),
            .savedGraph(problem: hostile, line: 1, column: 1), .graphviz(messages: [hostile]),
        ]
        var texts = errors.map(\.description)
        texts += [String(decoding: try drawing.data(as: format), as: UTF8.self), "\(graph)"]
        texts += [drawing.table(with: check), drawing.summary(of: check), check.description]
        for text in texts {
            #expect(!text.contains { $0.isControl && $0 != "\n" })
        }
        #expect(errors.allSatisfy { !$0.description.contains("\n") })
        #expect(drawing.table.contains("a\\x1b[31m\\n\\x9b\\u202eb\\u2066\\x7f\\u2028c"))
        #expect(try Graph(json: graph.json) == graph)
    }

    @Test("ends the process where the precision is none")
    func precision() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = withTape { drawDot(Value(1), precision: -1).dot }
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("A number has 0 to 17 digits behind the point (got a precision of -1)."))
    }

    @Test("is refused as a bitmap where that would be too large")
    func bitmapLimit() {
        var drawing = Drawing(Samples.chain(250))
        drawing.options.direction = .leftToRight
        #expect {
            try drawing.data(as: .png)
        } throws: { error in
            guard case TraceGraphError.pictureTooLarge("png", let width, _, 32_000) = error else {
                return false
            }
            return width > 32_000
        }
        #expect(throws: Never.self) { try drawing.data(as: .pdf) }
        // Not too wide and not too high, but too many pixels.
        drawing.graph = Samples.square
        drawing.options.resolution = 9_600
        #expect(throws: TraceGraphError.self) { try drawing.data(as: .png) }
    }

    @Test("is written whole, in the format of the file's name")
    func write() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            for format in OutputFormat.allCases where format != .pdf {
                let path = "\(folder)/gout.\(format.rawValue)"
                try Drawing(Samples.square).write(to: path)
                #expect(
                    try Data(contentsOf: URL(filePath: path))
                        == Data(Drawing(Samples.square).data(as: format)))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 6)
        }
    }

    @Test("replaces a file and keeps its permissions; follows a link")
    func replace() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            let path = "\(folder)/gout.svg"
            let link = "\(folder)/link.svg"
            try Data("old".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            try Drawing(Samples.square).write(to: link)
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<svg"))
            #expect(
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
        }
    }

    @Test("makes the file that a link without one points to")
    func danglingLink() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/link.svg", withDestinationPath: "target.svg")
            try Drawing(Samples.square).write(to: "\(folder)/link.svg")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["link.svg", "target.svg"])
            let link = try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.svg")
            #expect(link == "target.svg")
        }
    }

    @Test("leaves what is there alone where it cannot be written")
    func failedWrites() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            #expect(throws: TraceGraphError.unknownFileExtension(path: "\(folder)/gout")) {
                try Drawing(Samples.square).write(to: "\(folder)/gout")
            }
            let path = "\(folder)/none/gout.svg"
            #expect(
                throws: TraceGraphError.file(
                    path: path, action: .write, reason: "there is no folder '\(folder)/none'")
            ) { try Drawing(Samples.square).write(to: path) }
            try FileManager.default.createDirectory(
                atPath: "\(folder)/x.svg", withIntermediateDirectories: true)
            #expect(throws: TraceGraphError.self) { try Drawing(Samples.square).write(to: "\(folder)/x.svg") }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names == ["x.svg"])
        }
    }
}
