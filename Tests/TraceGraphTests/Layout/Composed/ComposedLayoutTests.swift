import Testing
import TraceGraph

@Suite("A composed layout")
struct ComposedLayoutTests {
    static let flows = [Flow.rightwards, .downwards]

    /// Composes in a flow and checks that all holds that must hold.
    @discardableResult
    private func check(
        _ skeleton: Skeleton, _ flow: Flow, countsCrossings: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> LayoutMeasures {
        let layout = ComposedLayout(composing: skeleton, flow: flow)
        let measures = LayoutMeasures(skeleton, layout, flow: flow, countsCrossings: countsCrossings)
        #expect(measures.faults == [], sourceLocation: sourceLocation)
        return measures
    }

    @Test("keeps its promises for graphs of every form", arguments: SmallSkeleton.all, flows)
    func handMade(small: SmallSkeleton, flow: Flow) {
        check(small.skeleton, flow)
    }

    @Test("keeps its promises for random networks", arguments: 0..<10)
    func random(batch: Int) {
        for seed in batch * 30..<batch * 30 + 30 {
            let skeleton = RandomNetwork(seed: seed).skeleton
            let flow = seed % 2 == 0 ? Flow.rightwards : .downwards
            let layout = ComposedLayout(composing: skeleton, flow: flow)
            let measures = LayoutMeasures(skeleton, layout, flow: flow)
            #expect(measures.faults == [], "seed \(seed)")
            #expect(measures.sharedPieces == 0, "seed \(seed)")
        }
    }

    @Test("keeps its promises where frames are drawn at random", arguments: 0..<10)
    func wild(batch: Int) {
        for seed in batch * 10..<batch * 10 + 10 {
            check(RandomNetwork(wildSeed: seed).skeleton, seed % 2 == 0 ? .rightwards : .downwards)
        }
    }

    @Test(
        "crosses no more and is no larger than measured", arguments: Expectation.all)
    func graphs(_ expected: Expectation) throws {
        let skeleton = try SkeletonFile(expected.name).skeleton
        let layout = ComposedLayout(composing: skeleton, flow: expected.flow)
        let measures = check(skeleton, expected.flow, countsCrossings: true)
        #expect(measures.crossings <= expected.crossings)
        #expect(layout.size.width + 20 <= expected.size.width)
        #expect(layout.size.height + 20 <= expected.size.height)
        #expect(measures.jogs <= 1)
    }

    /// What a prototype of the layout reached, with margins of 10 pt and without the key.
    struct Expectation {
        var name: String
        var flow: Flow
        var crossings: Int
        var size: Size

        static let all = [
            Expectation(name: "gout", flow: .rightwards, crossings: 0, size: Size(width: 586, height: 204)),
            Expectation(name: "mlp", flow: .downwards, crossings: 4, size: Size(width: 945, height: 867)),
            Expectation(name: "mlp", flow: .rightwards, crossings: 4, size: Size(width: 1295, height: 627)),
            Expectation(name: "xor", flow: .rightwards, crossings: 9, size: Size(width: 1287, height: 824)),
            Expectation(name: "xor", flow: .downwards, crossings: 9, size: Size(width: 1252, height: 874)),
            Expectation(
                name: "mlp4pt", flow: .rightwards, crossings: 16, size: Size(width: 1657, height: 2486)),
            Expectation(
                name: "mlp4pt", flow: .downwards, crossings: 16, size: Size(width: 3759, height: 1100)),
        ]
    }

    @Test("keeps its promises for graphs drawn open", arguments: SkeletonFile.names, flows)
    func open(name: String, flow: Flow) throws {
        check(try SkeletonFile(name).skeleton, flow)
    }

    @Test("is the same every time")
    func isDeterministic() throws {
        let skeletons = [try SkeletonFile("mlp4pt").skeleton, RandomNetwork(seed: 16).skeleton]
        for skeleton in skeletons {
            let first = ComposedLayout(composing: skeleton, flow: .downwards)
            for _ in 0..<20 { #expect(ComposedLayout(composing: skeleton, flow: .downwards) == first) }
        }
    }

    @Test("lays out equal frames alike")
    func reusesBlocks() {
        let skeleton = LargeNetwork.layers([2, 16, 16, 1], varies: false)
        let layout = ComposedLayout(composing: skeleton, flow: .rightwards)
        let neurons = skeleton.frames.indices.filter { skeleton.frames[$0].parent == 0 }
        let sizes = neurons.map { Size(width: layout.frames[$0].width, height: layout.frames[$0].height) }
        #expect(sizes.allSatisfy { $0 == sizes.first })
    }

    @Test("runs wires that close a cycle of frames around")
    func cycle() {
        var small = SmallSkeleton("cycle")
        let (f, g) = (small.frame(), small.frame())
        let a = small.part(f)
        let b = small.part(g, a)
        let c = small.part(f, b)
        small.part(nil, c)
        let layout = ComposedLayout(composing: small.skeleton, flow: .rightwards)
        let bottom = layout.frames.map { $0.y + $0.height }.max() ?? 0
        #expect(layout.routes[1].contains { $0.y > bottom })
    }

    @Test("finishes a long chain whose parts all meet in one sum")
    func chain() {
        check(LargeNetwork.chain(600), .rightwards)
    }

    @Test("stands five hundred frames deep")
    func nested() {
        let skeleton = LargeNetwork.nested(500)
        let layout = ComposedLayout(composing: skeleton, flow: .downwards)
        #expect(layout.frames.count == 500)
        #expect(layout.routes.allSatisfy { $0.count >= 2 })
        check(LargeNetwork.nested(40), .rightwards)
        check(LargeNetwork.nested(40), .downwards)
    }
}
