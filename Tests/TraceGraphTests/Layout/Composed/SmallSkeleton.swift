import Testing
import TraceGraph

/// A skeleton made by hand, part by part.
struct SmallSkeleton: CustomTestStringConvertible {
    var testDescription: String
    private(set) var skeleton = Skeleton(parts: [], edges: [], frames: [])

    init(_ name: String) { testDescription = name }

    init(_ name: String, _ make: (inout SmallSkeleton) -> Void) {
        testDescription = name
        make(&self)
    }

    @discardableResult
    mutating func part(
        _ frame: Int? = nil, _ operands: Int..., width: Double = 91, height: Double = 43,
        ordered: Bool = false
    ) -> Int {
        skeleton.parts.append(
            Skeleton.Part(size: Size(width: width, height: height), frame: frame, ordersOperands: ordered))
        connect(operands, to: skeleton.parts.count - 1)
        return skeleton.parts.count - 1
    }

    mutating func connect(_ operands: [Int], to head: Int) {
        for tail in operands {
            skeleton.edges.append(Skeleton.Edge(tail: tail, head: head, hasArrow: true))
        }
    }

    mutating func frame(in parent: Int? = nil, label: Double = 40) -> Int {
        skeleton.frames.append(Skeleton.Frame(parent: parent, label: Size(width: label, height: 12)))
        return skeleton.frames.count - 1
    }

    static let all = [
        SmallSkeleton("nothing"),
        SmallSkeleton("one part") { drawing in
            drawing.part()
        },
        SmallSkeleton("parts without edges") { drawing in
            for _ in 0..<7 { drawing.part() }
        },
        SmallSkeleton("empty frames, one with a long name") { drawing in
            let outer = drawing.frame()
            _ = drawing.frame(in: outer, label: 300)
            _ = drawing.frame()
        },
        SmallSkeleton("a value used twice by one part") { drawing in
            let a = drawing.part()
            drawing.part(nil, a, a, ordered: true)
        },
        SmallSkeleton("two parts that use the same operands in opposite orders") { drawing in
            let (a, b) = (drawing.part(), drawing.part())
            drawing.part(nil, a, b, ordered: true)
            drawing.part(nil, b, a, ordered: true)
        },
        SmallSkeleton("two hundred operands") { drawing in
            let leaves = (0..<200).map { _ in drawing.part() }
            drawing.connect(leaves, to: drawing.part())
        },
        SmallSkeleton("two hundred uses of one value in frames") { drawing in
            let value = drawing.part()
            let outer = drawing.frame()
            for _ in 0..<200 { drawing.part(drawing.frame(in: outer), value) }
        },
        SmallSkeleton("parts of very different sizes") { drawing in
            let a = drawing.part(width: 4, height: 4)
            let b = drawing.part(nil, a, width: 900, height: 3)
            let c = drawing.part(nil, a, b, width: 5, height: 700)
            drawing.part(nil, a, b, c, c, width: 2, height: 2)
        },
        SmallSkeleton("parts beside frames, and several outputs") { drawing in
            let (x, y) = (drawing.part(), drawing.part())
            let f = drawing.frame()
            let z = drawing.part(f, x, y)
            drawing.part(f, z)
            drawing.part(nil, z, x)
            drawing.part(nil, y)
        },
        SmallSkeleton("a function that returns an inner value and its result") { drawing in
            let x = drawing.part()
            let f = drawing.frame()
            let inner = drawing.part(drawing.frame(in: f), x)
            let result = drawing.part(f, inner)
            drawing.part(nil, inner, result, x)
        },
        SmallSkeleton("values that skip layers") { drawing in
            var values = [drawing.part()]
            for _ in 0..<5 {
                let result = drawing.part(drawing.frame())
                drawing.connect(values, to: result)
                values.append(result)
            }
        },
        SmallSkeleton("one weight for many frames") { drawing in
            let (weight, x) = (drawing.part(), drawing.part())
            let layers = (0..<3).map { _ in drawing.frame() }
            var value = x
            for layer in layers {
                let sum = drawing.part(drawing.frame(in: layer))
                for _ in 0..<3 {
                    drawing.connect([drawing.part(drawing.frame(in: layer), weight, value)], to: sum)
                }
                value = sum
            }
        },
        SmallSkeleton("an edge that leaves a frame and comes back") { drawing in
            let f = drawing.frame()
            let a = drawing.part(f)
            let outside = drawing.part(nil, a)
            drawing.part(f, outside, a)
        },
        SmallSkeleton("three frames that use one another in turn, within a frame") { drawing in
            let outer = drawing.frame()
            let frames = (0..<3).map { _ in drawing.frame(in: outer) }
            var value = drawing.part()
            for turn in 0..<9 { value = drawing.part(frames[turn % 3], value) }
            drawing.part(nil, value)
        },
        SmallSkeleton("two cycles that share a frame, and values that go in and out") { drawing in
            let (f, g, h) = (drawing.frame(), drawing.frame(), drawing.frame())
            let x = drawing.part()
            let a = drawing.part(f, x)
            let b = drawing.part(g, a, x)
            let c = drawing.part(f, b)
            let d = drawing.part(h, c, b)
            let e = drawing.part(f, d, a)
            drawing.part(nil, e, b, d, x)
        },
        SmallSkeleton("a name that is wider than what the frame holds") { drawing in
            let x = drawing.part()
            drawing.part(drawing.frame(in: drawing.frame(label: 500), label: 250), x)
        },
    ]
}
