import Foundation
import Micrograd
import Testing

@Suite("An operation")
struct OperationTests {
    @Test("is found by its symbol", arguments: Value.Operation.allCases)
    func symbol(_ operation: Value.Operation) {
        #expect(Value.Operation(symbol: operation.symbol) == operation)
    }

    @Test("has a symbol of its own")
    func symbols() {
        #expect(Set(Value.Operation.allCases.map(\.symbol)).count == Value.Operation.allCases.count)
    }

    @Test("takes as many operands as it stands with in a graph", arguments: Value.Operation.allCases)
    func arity(_ operation: Value.Operation) {
        withTape {
            let z =
                switch OperationTable.row(of: operation) {
                case .unary(let function, _): function(Value(0.5))
                case .binary(let function, _, _, _): function(Value(0.5), Value(0.25))
                }
            let nodes = Array(GraphWalk(from: z))
            #expect(nodes.last?.operation == operation)
            #expect(nodes.last?.operands.count == operation.arity)
        }
    }

    @Test("is not found by another text", arguments: ["", "plus", "MAX", "leaf", "^"])
    func unknown(_ symbol: String) {
        #expect(Value.Operation(symbol: symbol) == nil)
    }

    @Test("has a name beside that of Foundation")
    func nameBesideFoundation() {
        let ours: Value.Operation = .add
        let theirs: Operation = BlockOperation {}
        #expect(ours.arity == 2)
        #expect(!theirs.isFinished)
    }
}
