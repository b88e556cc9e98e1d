/// Which names a block of statements assigns and reads, and which of them functions inside it read.
struct NameUses {
    /// What the block itself binds.
    private(set) var assigned: Set<Int> = []
    private(set) var used: Set<Int> = []
    /// What functions and generator expressions inside read without binding it.
    private(set) var sharedInside: Set<Int> = []

    init() {}

    init(of statements: [Statement]) { visit(statements) }

    /// The uses of a comprehension but for its first iterable, which belongs to the block around.
    init(inside comprehension: Expression.Comprehension) {
        visit(comprehension.element)
        for (index, loop) in comprehension.loops.enumerated() {
            if index > 0 { visit(loop.iterable) }
            visit(loop.target)
            loop.conditions.forEach { visit($0) }
        }
    }

    // MARK: - Statements

    private mutating func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value): visit(value)
        case .assignment(let targets, let value):
            visit(value)
            targets.forEach { visit($0) }
        case .augmented(let target, _, _, let value):
            if case .name(let name) = target { used.insert(name.id) }
            visit(target)
            visit(value)
        case .imports(let imports):
            for one in imports { if let name = one.binding { assigned.insert(name.id) } }
        case .conditional(let branches, let otherwise):
            for branch in branches {
                visit(branch.condition)
                visit(branch.body)
            }
            visit(otherwise)
        case .whileLoop(let branch, let otherwise):
            visit(branch.condition)
            visit(branch.body)
            visit(otherwise)
        case .forLoop(let target, let iterable, let body, let otherwise):
            visit(target)
            visit(iterable)
            visit(body)
            visit(otherwise)
        case .function(let function):
            assigned.insert(function.name.id)
            for parameter in function.parameters { if let value = parameter.fallback { visit(value) } }
            share(function.freeNames)
        case .classDefinition(let type):
            assigned.insert(type.name.id)
            if let base = type.base { visit(base) }
            let inside = NameUses(of: type.body)
            share(inside.used.subtracting(inside.assigned).union(inside.sharedInside))
        case .returning(let value):
            if let value { visit(value) }
        case .assertion(let condition, let message):
            visit(condition)
            if let message { visit(message) }
        case .pass, .leaveLoop, .continueLoop, .skipped: break
        }
    }

    private mutating func visit(_ target: Statement.Target) {
        switch target {
        case .name(let name): assigned.insert(name.id)
        case .attribute(let object, _): visit(object)
        case .item(let object, let index, _):
            visit(object)
            visit(index)
        case .tuple(let targets, _): targets.forEach { visit($0) }
        }
    }

    private mutating func share(_ names: Set<Int>) {
        sharedInside.formUnion(names)
        used.formUnion(names)
    }

    // MARK: - Expressions

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .literal: break
        case .name(let name): used.insert(name.id)
        case .format(let parts): visit(parts)
        case .list(let elements), .tuple(let elements), .logic(_, let elements):
            elements.forEach { visit($0) }
        case .comparison(let first, let steps):
            visit(first)
            steps.forEach { visit($0.operand) }
        case .chain(let first, let steps):
            visit(first)
            steps.forEach { visit($0.operand) }
        case .power(let terms): terms.forEach { visit($0.operand) }
        case .not(let operand, _): visit(operand)
        case .conditional(let cases, let otherwise):
            for one in cases {
                visit(one.value)
                visit(one.condition)
            }
            visit(otherwise)
        case .postfix(let base, let trailers):
            visit(base)
            for trailer in trailers {
                switch trailer.kind {
                case .attribute: break
                case .call(let arguments): arguments.forEach { visit($0.value) }
                case .index(let index): visit(index)
                case .slice(let parts): parts.forEach { if let part = $0 { visit(part) } }
                }
            }
        case .comprehension(let comprehension):
            visit(comprehension.loops[0].iterable)
            let inside = NameUses(inside: comprehension)
            if comprehension.isGenerator {
                share(inside.used.union(inside.sharedInside).subtracting(inside.assigned))
            } else {
                used.formUnion(inside.used.subtracting(inside.assigned))
                sharedInside.formUnion(inside.sharedInside.subtracting(inside.assigned))
            }
        }
    }

    private mutating func visit(_ parts: [Expression.FormatPart]) {
        for case .field(let field) in parts {
            visit(field.value)
            visit(field.specification)
        }
    }
}

extension FunctionSyntax {
    /// The names that it reads from around it.
    var freeNames: Set<Int> {
        let inside = NameUses(of: body)
        return inside.used.union(inside.sharedInside).subtracting(inside.assigned)
            .subtracting(parameters.map(\.name.id))
    }
}
