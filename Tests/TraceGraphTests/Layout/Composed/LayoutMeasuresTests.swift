import Testing
import TraceGraph

@Suite("The measures of a layout")
struct LayoutMeasuresTests {
    private let skeleton: Skeleton
    private let layout: ComposedLayout

    init() {
        var small = SmallSkeleton("two frames")
        let (f, g) = (small.frame(), small.frame())
        let x = small.part()
        let (a, b) = (small.part(f, x), small.part(g, x))
        small.part(nil, a, b)
        skeleton = small.skeleton
        layout = ComposedLayout(composing: skeleton, flow: .rightwards)
    }

    private func faults(_ spoil: (inout ComposedLayout) -> Void) -> [String] {
        var spoiled = layout
        spoil(&spoiled)
        return LayoutMeasures(skeleton, spoiled, flow: .rightwards).faults
    }

    @Test("find nothing wrong with a sound layout")
    func sound() {
        #expect(faults { _ in } == [])
    }

    @Test("see parts and frames that are not in their places")
    func places() {
        #expect(faults { $0.parts[0] = $0.parts[3] }.contains("overlapping parts: 1"))
        #expect(faults { $0.parts[1].y += 20 }.contains { $0.hasPrefix("misplaced parts") })
        #expect(faults { $0.parts[1] = $0.parts[2] }.contains { $0.hasPrefix("misplaced parts") })
        #expect(faults { $0.frames[0] = $0.frames[1] }.contains("overlapping frames: 1"))
        #expect(faults { $0.frames[0].width = 50 }.contains { $0.hasPrefix("misplaced frames") })
    }

    @Test("see routes that end or run where they must not")
    func routes() {
        #expect(faults { $0.routes[0].removeLast() }.contains("wrong ends: 1"))
        #expect(faults { $0.routes[0][0].y += 1 }.contains { $0.hasPrefix("slanted pieces") })
        let through = layout.parts[2]
        #expect(
            faults { $0.routes[0].insert(through, at: 1) }.contains { $0.hasPrefix("crossed frames") })
        #expect(
            faults { $0.routes[0].insert(Point(x: -9, y: 0), at: 1) }.contains {
                $0.hasPrefix("pieces outside")
            })
    }
}
