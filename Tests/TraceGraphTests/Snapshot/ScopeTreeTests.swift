import Micrograd
import Testing
import TraceGraph

@Suite("A tree of scopes")
struct ScopeTreeTests {
    @Test("finds the innermost scope that holds two others", arguments: 0..<20)
    func innermost(seed: Int) {
        // Long chains, short branches and several trees.
        var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var parents: [Int?] = []
        for id in 0..<200 {
            switch random(20) {
            case 0: parents.append(nil)
            case 1..<5: parents.append(id == 0 ? nil : random(id))
            default: parents.append(id == 0 ? nil : id - 1)
            }
        }
        let tree = ScopeTree(
            parents.enumerated().map { GraphScope(id: $0, parent: $1, kind: "f", name: "f", call: 0) })

        func ancestors(_ id: Int) -> [Int] {
            Array(sequence(first: id) { parents[$0] })
        }
        for _ in 0..<2_000 {
            let (one, other) = (random(200), random(200))
            let expected = ancestors(one).first(where: Set(ancestors(other)).contains)
            #expect(tree.innermost(holding: one, other) == expected)
        }
        #expect(tree.innermost(holding: nil, 3) == nil)
    }
}
