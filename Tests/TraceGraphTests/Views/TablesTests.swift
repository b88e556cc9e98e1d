import Micrograd
import Testing
import TraceGraph

/// Wide layers, which are drawn as tables.
@Suite("Tables of wide layers")
struct TablesTests {
    private static func network(
        _ sizes: [Int], inputs: Int = 2, calls: Int = 1,
        _ loss: @escaping ([Value], MLP) -> Value = { scores, _ in
            sum(scores) ** 2
        }
    ) -> Graph {
        Samples.graph {
            let model = MLP(inputs, sizes, activation: .tanh, seed: 1)
            let scores = (0..<calls).flatMap { call in
                model((0..<inputs).map { Value(Double($0 - call) / 2, label: "x\($0)") })
            }
            let result = loss(scores, model)
            result.label = "loss"
            result.backward()
            return result
        }
    }

    private func parameter(_ data: Double) -> Value {
        let value = Value(data, label: "w")
        value.isParameter = true
        return value
    }

    private func values(_ drawing: Drawing) throws -> [SVGDocument.Element] {
        try SVGDocument(drawing.svg()).all("g", class: "value")
    }

    private func texts(_ element: SVGDocument.Element, _ name: Substring) -> [String] {
        element.children.filter { $0.name == "text" && $0.classes.contains(name) }.map(\.allText)
    }

    @Test("show or stand for every value of the graph, each once", arguments: [1, 4])
    func loseNothing(calls: Int) throws {
        let graph = TablesTests.network([16, 16, 1], calls: calls)
        let values = try values(Drawing(graph))
        let shown = values.compactMap { $0.attributes["data-node"].flatMap(Int.init) }
        let joined = values.flatMap { ($0.attributes["data-nodes"] ?? "").split(separator: " ") }
            .compactMap { Int($0) }
        #expect(Set(shown).count == shown.count)
        #expect(Set(shown).isDisjoint(with: joined))
        #expect(Set(shown + joined) == Set(graph.nodes.indices))
        // Products are what is left out, and partial sums.
        #expect(joined.allSatisfy { [.multiply, .add].contains(graph.nodes[$0].operation) })
        // A cell has data and gradient: weights and biases, two inputs, and sum and tanh of each neuron.
        let cells = values.filter { texts($0, "cell").count == 2 }
        #expect(cells.count == 337 + calls * (2 + 32 + 32 + 1))
    }

    @Test("say in the description and in a note what is drawn so, and how to have it open")
    func areNotSilent() throws {
        let drawing = Drawing(TablesTests.network([16, 16, 1]))
        let rendering = try drawing.rendering(as: .svg)
        #expect(
            rendering.notes == [
                "mlp/layer 0, mlp/layer 1 and mlp/layer 2 are drawn as tables, because open they would be too "
                    + "small to read; --fold none opens them"
            ])
        let description = try #require(SVGDocument(drawing.svg()).all("desc").first?.text)
        #expect(
            description.hasSuffix(
                "Drawn as tables: mlp/layer 0, mlp/layer 1 and mlp/layer 2; --fold none opens them."))
        var open = drawing
        open.options.folding = .none
        #expect(try open.rendering(as: .svg).notes.isEmpty)
        #expect(try open.geometry().size.width > drawing.geometry().size.width)
        #expect(try drawing.rendering(as: .json).notes.isEmpty)
    }

    @Test("are drawn where text would be below 5 pixels, and not else")
    func belowFivePixels() throws {
        var drawing = Drawing(TablesTests.network([8, 1]))
        drawing.options.direction = .topToBottom
        drawing.options.folding = .none
        // Text is 11 points high.
        let downwards = try drawing.geometry().size.width + 20
        drawing.options.folding = .auto
        for (fit, isFolded) in [(Int(downwards * 5 / 11) + 2, false), (Int(downwards * 5 / 11) - 2, true)] {
            drawing.options.fit = fit
            #expect(try drawing.rendering(as: .svg).notes.isEmpty != isFolded)
        }
    }

    /// What keeps layers open.
    enum Odd: CaseIterable {
        case twoActivations, nonlinearInputs, gelu, sharedNumber
    }

    @Test("leave alone what is no plain layer", arguments: Odd.allCases)
    func oddNetworks(odd: Odd) throws {
        let graph = Samples.graph {
            let layer = Layer(12, 12, activation: .tanh, seed: 2)
            let inputs = (0..<12).map { Value(Double($0) / 12, label: "x\($0)") }
            let result: Value
            switch odd {
            case .gelu:
                result = sum(Layer(12, 12, activation: .gelu, seed: 2)(inputs))
            case .sharedNumber:
                // One number that all neurons of the layer use, and something outside of it.
                let two = Value(2)
                result =
                    withScope("layer") {
                        sum(
                            (0..<12).map { _ in
                                withScope("neuron") {
                                    let weights = (0..<12).map { parameter(Double($0)) }
                                    return sum(zip(weights, inputs).map { $0 * $1 * two })
                                }
                            })
                    } * two + sum(layer(inputs)) * 0
            case .twoActivations:
                result = withScope("layer") {
                    sum(
                        (0..<24).map { index in
                            withScope("neuron") {
                                let weights = (0..<12).map { parameter(Double($0)) }
                                let sum = sum(zip(weights, inputs).map { $0 * $1 })
                                return index % 2 == 0 ? sum.tanh() : sum.relu()
                            }
                        })
                }
            case .nonlinearInputs:
                result = withScope("layer") {
                    sum(
                        (0..<24).map { _ in
                            withScope("neuron") {
                                let weights = (0..<12).map { parameter(Double($0)) }
                                return sum(zip(weights, inputs).map { $0 * $1.exp() })
                            }
                        })
                }
            }
            result.backward()
            return result
        }
        let document = try SVGDocument(Drawing(graph).svg())
        #expect(document.all("text", class: "cell").isEmpty || odd == .sharedNumber)
        try expectWhole(graph, document)
    }

    /// Every value is shown, stands for others, or is inside what is folded.
    private func expectWhole(_ graph: Graph, _ document: SVGDocument) throws {
        let values = document.all("g", class: "value")
        let shown = values.compactMap { $0.attributes["data-node"].flatMap(Int.init) }
        let joined = values.flatMap { ($0.attributes["data-nodes"] ?? "").split(separator: " ") }
            .compactMap { Int($0) }
        let ids = document.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        if document.all("g", class: "fold").isEmpty {
            #expect(Set(shown + joined) == Set(graph.nodes.indices))
        }
    }

    @Test("fold a layer that feeds itself into one node each call")
    func recurrent() throws {
        let graph = Samples.graph {
            let layer = Layer(12, 12, activation: .tanh, seed: 2)
            let inputs = (0..<12).map { Value(Double($0) / 12, label: "x\($0)") }
            let result = sum(layer(layer(inputs)))
            result.backward()
            return result
        }
        let rendering = try Drawing(graph).rendering(as: .svg)
        #expect(rendering.notes.first?.hasPrefix("layer (2 calls) is drawn as one node each") == true)
        let document = try SVGDocument(String(decoding: rendering.bytes, as: UTF8.self))
        #expect(document.all("g", class: "fold").count == 2)
    }

    @Test("keep apart calls that have other biases or activations", arguments: [true, false])
    func likeLayers(differInBias: Bool) throws {
        let graph = Samples.graph {
            let weights = (0..<12).map { _ in (0..<8).map { self.parameter(Double($0)) } }
            let shared = (0..<12).map { _ in self.parameter(0.5) }
            let calls = (0..<2).map { call -> [Value] in
                let biases = differInBias ? (0..<12).map { self.parameter(Double($0)) } : shared
                let inputs = (0..<8).map { Value(Double($0 + call) / 8, label: "x\(call)\($0)") }
                return withScope("layer \(call)", kind: "layer") {
                    zip(weights, biases).map { weights, bias in
                        withScope("neuron") {
                            let total = sum(zip(weights, inputs).map { $0 * $1 }) + bias
                            return call == 0 || differInBias ? total.tanh() : total.relu()
                        }
                    }
                }
            }
            let result = sum(calls[0]) + sum(calls[1])
            result.backward()
            return result
        }
        var drawing = Drawing(graph)
        drawing.options.fit = 300
        let document = try SVGDocument(drawing.svg())
        try expectWhole(graph, document)
        #expect(document.all("g", class: "scope").count == 2)
    }

    @Test("lose nothing of random networks, and give each id once", arguments: 0..<12)
    func random(batch: Int) throws {
        for seed in 0..<5 {
            var random = RandomStream(seed: 100 * batch + seed)
            func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
            let graph = Samples.graph {
                let inputs = (0...below(3)).map { Value(Double($0), label: "x\($0)") }
                var pool = inputs
                for index in 0...below(4) {
                    let count = 1 + below(8)
                    let layer = Layer(
                        pool.count, count, activation: below(2) == 0 ? .relu : .tanh, seed: index)
                    let linear = Linear(pool.count, count, seed: index)
                    var outputs = below(2) == 0 ? layer(pool) : Array(linear(Values(pool)))
                    if below(3) == 0 { outputs = outputs.map { $0.tanh() } }
                    if below(3) == 0 { outputs[0] = outputs[0] * inputs[0] }
                    if below(4) == 0 { outputs += layer(pool) }
                    pool = below(3) == 0 ? outputs + [inputs[0]] : outputs
                }
                let result = sum(pool)
                result.backward()
                return result
            }
            for (fit, direction) in [(200, Direction.auto), (400, .leftToRight)] {
                var drawing = Drawing(graph)
                drawing.options.fit = fit
                drawing.options.direction = direction
                try expectWhole(graph, SVGDocument(drawing.svg()))
            }
        }
    }

    @Test("keep their places apart, in every direction", arguments: [1, 3], Direction.allCases)
    func doNotOverlap(calls: Int, direction: Direction) throws {
        // Inputs that are computed, and outputs that are used one by one.
        let graph = Samples.graph {
            let model = MLP(3, [14, 12, 3], activation: .tanh, seed: 1)
            let scores = (0..<calls).flatMap { call in
                let (a, b) = (Value(Double(call), label: "a"), Value(2, label: "b"))
                return model([a * b, a + b, a])
            }
            let loss = sum(scores.map { ($0 - 1) ** 2 })
            loss.backward()
            return loss
        }
        var drawing = Drawing(graph)
        drawing.options.direction = direction
        let geometry = try drawing.geometry()
        #expect(!(try drawing.rendering(as: .svg).notes.isEmpty))
        expectApart(geometry)
    }

    @Test("take fewer digits, then tints alone, then one node a layer")
    func giveUpDigitsFirst() throws {
        func styles(_ sizes: [Int], inputs: Int) throws -> (digits: Set<Int>, notes: [String]) {
            let drawing = Drawing(TablesTests.network(sizes, inputs: inputs))
            let cells = try values(drawing).flatMap { texts($0, "cell") }
            let digits = cells.filter { !$0.contains("e") }.map { text in
                text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
            }
            return (Set(digits), try drawing.rendering(as: .svg).notes)
        }
        #expect(try styles([16, 16, 1], inputs: 2).digits.contains(2))
        let middle = try styles([24, 24, 1], inputs: 2)
        #expect(middle.digits.contains(1) && !middle.digits.contains(2))
        let wide = try styles([64, 10], inputs: 32)
        #expect(wide.notes.first?.contains("as tables of tints, with the numbers in the tooltips") == true)
        var widest = Drawing(TablesTests.network([24, 24, 1]))
        widest.options.maximumNodeCount = 600
        #expect(try widest.rendering(as: .svg).notes.first?.contains("are drawn as one node each") == true)
    }

    @Test("keep hostile names out of the markup")
    func hostileNames() throws {
        let name = "<b>&\"\n\u{202e}x"
        let graph = Samples.graph {
            let layer = Layer(2, 60, activation: .tanh, seed: 1)
            let result = withScope(name) { sum(layer([Value(1, label: name), Value(2, label: "]]>")])) }
            result.backward()
            return result
        }
        var drawing = Drawing(graph)
        drawing.options.fit = 300
        let document = try SVGDocument(drawing.svg())
        #expect(!(try drawing.rendering(as: .svg).notes.isEmpty))
        let heads = document.all("text", class: "column-name").map(\.allText)
        #expect(heads.contains("<b>&\" x") && heads.contains("]]>"))
        #expect(document.all("text", class: "frame-name").map(\.allText).contains("<b>&\" x"))
    }

    @Test("fit the page they are to be read at")
    func fit() throws {
        for calls in [1, 4] {
            let size = try Drawing(TablesTests.network([16, 16, 1], calls: calls)).geometry().size
            // Text of cells is 10 points high.
            #expect(10 * 900 / (size.width + 20) >= 8)
        }
    }

    @Test(
        "write numbers in few digits",
        arguments: [
            (0.5, 2, "0.50"), (-0.0049, 2, "−5e−3"), (0.005, 2, "0.01"), (9.994, 2, "9.99"),
            (12.34, 2, "12.3"),
            (123.4, 2, "123"), (-9999.4, 2, "−9999"), (9999.5, 2, "1e4"), (9e-100, 2, "≈0"), (0, 2, "0"),
            (-0.0, 2, "0"), (0.04, 1, "4e−2"), (0.06, 1, "0.1"), (0.4, 0, "4e−1"), (7.6, 0, "8"),
            (0.5, 0, "5e−1"), (-0.5, 0, "−5e−1"), (.nan, 2, "NaN"), (-.infinity, 2, "−∞"),
        ])
    func numbers(number: Double, digits: Int, text: String) {
        #expect(CellNumber(digits: digits).text(number) == text)
    }
}
