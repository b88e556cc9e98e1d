internal import Micrograd

/// Runs the statements of a text.
struct Interpreter {
    let program: Program
    let source: SourceText
    let state: RunState

    func run() throws(Failure) {
        for statement in program.statements { try execute(statement) }
    }

    private func execute(_ statement: Statement) throws(Failure) {
        try state.step(at: statement.range)
        switch statement.kind {
        case .expression(let expression):
            let object = try evaluate(expression)
            state.naming.keepAll(object)
        case .assignment(let targets, let expression):
            let object = lifted(try evaluate(expression), for: targets)
            let isListLiteral = if case .list = expression.kind { true } else { false }
            for target in targets {
                try assign(object, to: try place(of: target), namesElements: isListLiteral)
            }
        case .augmented(let target, let operation, let range, let expression):
            let place = try place(of: target)
            let old = try read(place)
            let new = try evaluate(expression)
            let result = try combine(operation, old, target.expression, new, expression, at: range)
            try assign(lifted(result, for: [target]), to: place, namesElements: false)
        case .imports(let imports):
            for one in imports { try bind(one) }
        }
    }

    /// In an expression file, a number that a name is assigned is an input of the graph.
    private func lifted(_ object: Object, for targets: [Statement.Target]) -> Object {
        guard state.kind == .expressions else { return object }
        switch object {
        case .integer, .float:
            guard targets.contains(where: { if case .name = $0 { true } else { false } }) else {
                return object
            }
            return object.number.map { .value(Value($0)) } ?? object
        case .tuple(let list), .list(let list):
            for case .tuple(let inner, _) in targets where inner.count == list.elements.count {
                return .tuple(List(zip(list.elements, inner).map { lifted($0, for: [$1]) }))
            }
            return object
        default:
            return object
        }
    }

    /// Returns the names of the text, and those that are built in.
    var knownNames: [String] {
        zip(state.names.texts, state.globals).filter { $0.1 != nil }.map(\.0)
            + Builtins.members(of: .builtins)
            + ["True", "False", "None"]
    }
}
