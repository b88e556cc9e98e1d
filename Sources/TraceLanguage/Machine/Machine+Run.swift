internal import Micrograd

extension Machine {
    /// Runs frames until the innermost one that is a boundary has ended, or the text.
    ///
    /// - Returns: Its result.
    func run() throws(Failure) -> Cell {
        // The frame that runs, in variables of its own.
        var ip = frames[top].instruction
        var r = stack + frames[top].base
        var k = frames[top].constants
        var steps = budget

        @inline(__always)
        func operand(_ x: UInt16) -> Cell {
            x & Instruction.constantBit == 0 ? r[Int(x)] : k[Int(x & ~Instruction.constantBit)]
        }
        /// Writes down where the frame is, before what may fail or look at it.
        @inline(__always)
        func save() {
            frames[top].instruction = ip
            budget = steps
        }
        /// Takes up the innermost frame.
        @inline(__always)
        func load() {
            ip = frames[top].instruction
            r = stack + frames[top].base
            k = frames[top].constants
            steps = budget
        }

        while true {
            let i = ip.pointee
            ip += 1
            steps &-= 1
            if _slowPath(steps < 0) {
                save()
                throw failure(.tooManySteps(options.maximumSteps))
            }
            switch i.operation {
            case .nop: break
            case .move:
                let cell = operand(i.b)
                if _slowPath(cell.tag == .unbound) {
                    save()
                    throw unbound(register: i.b)
                }
                r[Int(i.a)] = cell
            case .check:
                if _slowPath(r[Int(i.a)].tag == .unbound) {
                    save()
                    throw unbound(register: i.a)
                }
            case .loadConstant: r[Int(i.a)] = k[i.wide]
            case .loadGlobal:
                let cell = stack[globalStart &+ i.wide]
                if _slowPath(cell.tag == .unbound) {
                    save()
                    throw unknownName(i.wide)
                }
                r[Int(i.a)] = cell
            case .storeGlobal: stack[globalStart &+ i.wide] = r[Int(i.a)]
            case .loadBox:
                let cell = r[Int(i.b)].box.pointee.cell
                if _slowPath(cell.tag == .unbound) {
                    save()
                    throw unbound(register: i.b)
                }
                r[Int(i.a)] = cell
            case .storeBox: r[Int(i.a)].box.pointee.cell = operand(i.b)
            case .makeBox: r[Int(i.a)] = heap.makeBox(r[Int(i.a)])
            case .loadCaptured:
                let cell = frames[top].function.function.pointee.captured[Int(i.b)].box.pointee.cell
                if _slowPath(cell.tag == .unbound) {
                    save()
                    throw unassignedOutside()
                }
                r[Int(i.a)] = cell
            case .loadCapturedBox: r[Int(i.a)] = frames[top].function.function.pointee.captured[Int(i.b)]

            // MARK: Operators
            case .add, .addInPlace:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double + y.double)
                } else if x.tag == .value, y.tag == .value {
                    let result = tape.value(at: x.position) + tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) { save(); noteResult(r[Int(i.a)]) }
                } else if x.tag == .integer, y.tag == .integer,
                    case let (sum, isOver) = x.int.addingReportingOverflow(y.int), !isOver
                {
                    r[Int(i.a)] = Cell(sum)
                } else {
                    save()
                    let result = try binary(.add, x, y, isInPlace: i.operation == .addInPlace, i)
                    r[Int(i.a)] = result
                    steps = budget
                }
            case .subtract:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double - y.double)
                } else if x.tag == .value, y.tag == .value {
                    let result = tape.value(at: x.position) - tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) { save(); noteResult(r[Int(i.a)]) }
                } else if x.tag == .integer, y.tag == .integer,
                    case let (difference, isOver) = x.int.subtractingReportingOverflow(y.int), !isOver
                {
                    r[Int(i.a)] = Cell(difference)
                } else {
                    save()
                    r[Int(i.a)] = try binary(.subtract, x, y, i)
                    steps = budget
                }
            case .multiply, .multiplyInPlace:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double * y.double)
                } else if x.tag == .value, y.tag == .value {
                    let result = tape.value(at: x.position) * tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) { save(); noteResult(r[Int(i.a)]) }
                } else if x.tag == .integer, y.tag == .integer,
                    case let (product, isOver) = x.int.multipliedReportingOverflow(by: y.int), !isOver
                {
                    r[Int(i.a)] = Cell(product)
                } else if x.tag == .integer, y.tag == .float {
                    r[Int(i.a)] = Cell(Double(x.int) * y.double)
                } else if x.tag == .float, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.double * Double(y.int))
                } else {
                    save()
                    r[Int(i.a)] = try binary(
                        .multiply, x, y, isInPlace: i.operation == .multiplyInPlace, i)
                    steps = budget
                }
            case .divide:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .float, y.tag == .float, y.double != 0 {
                    r[Int(i.a)] = Cell(x.double / y.double)
                } else {
                    save()
                    r[Int(i.a)] = try binary(.divide, x, y, i)
                    steps = budget
                }
            case .remainder:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .integer, y.tag == .integer, y.int > 0 {
                    let rest = x.int % y.int
                    r[Int(i.a)] = Cell(rest < 0 ? rest + y.int : rest)
                } else {
                    save()
                    r[Int(i.a)] = try binary(.remainder, x, y, i)
                    steps = budget
                }
            case .floorDivide, .power:
                save()
                r[Int(i.a)] = try binary(
                    i.operation == .power ? .power : .floorDivide, operand(i.b), operand(i.c), i)
                steps = budget
            case .negate:
                save()
                r[Int(i.a)] = try negated(operand(i.b))
            case .plus:
                save()
                r[Int(i.a)] = try unchanged(operand(i.b))
            case .not:
                r[Int(i.a)] = Cell(!isTrue(operand(i.b)))
            case .less:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .integer, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.int < y.int)
                } else if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double < y.double)
                } else {
                    save()
                    r[Int(i.a)] = Cell(try compare(.less, x, y))
                }
            case .greater:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .integer, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.int > y.int)
                } else if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double > y.double)
                } else {
                    save()
                    r[Int(i.a)] = Cell(try compare(.greater, x, y))
                }
            case .equal:
                let (x, y) = (operand(i.b), operand(i.c))
                if x.tag == .integer, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.int == y.int)
                } else {
                    save()
                    r[Int(i.a)] = Cell(try compare(.equal, x, y))
                }
            case .lessOrEqual, .greaterOrEqual, .notEqual, .isIn, .isNotIn:
                save()
                r[Int(i.a)] = Cell(try compare(Comparison(i.operation), operand(i.b), operand(i.c)))
                steps = budget
                r = stack + frames[top].base
            case .isSame: r[Int(i.a)] = Cell(isIdentical(operand(i.b), operand(i.c)))
            case .isNotSame: r[Int(i.a)] = Cell(!isIdentical(operand(i.b), operand(i.c)))
            case .addToSum:
                let x = r[Int(i.a)]
                if i.flags == 0, x.tag == .value, case let y = operand(i.b), y.tag == .value {
                    let result = tape.value(at: x.position) + tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) { save(); noteResult(r[Int(i.a)]) }
                } else {
                    save()
                    r[Int(i.a)] = try addToSum(x, i.flags == 0 ? operand(i.b) : .none, i)
                    steps = budget
                }

            // MARK: Jumps
            case .jump: ip += i.wide
            case .jumpIf:
                let cell = operand(i.a)
                if cell.tag == .bool ? cell.isTrueBit : isTrue(cell) { ip += i.wide }
            case .jumpIfNot:
                let cell = operand(i.a)
                if !(cell.tag == .bool ? cell.isTrueBit : isTrue(cell)) { ip += i.wide }
            case .loop:
                ip += i.wide
                if _slowPath(
                    tape.count >= core.pointee.tidyLimit || heap.allocated >= core.pointee.heapLimit),
                    core.pointee.nesting == 0
                {
                    save()
                    tidy()
                }
            case .prepareLoop:
                save()
                try prepareLoop(r + Int(i.a), isGenerator: i.flags != 0)
            case .next:
                let state = r + Int(i.a)
                if state[1].tag == .integer {
                    // A range: the next number, how many are left, and the step.
                    if state[1].bits != 0 {
                        state[1].bits &-= 1
                        r[Int(i.b)] = Cell(.integer, state[0].bits)
                        state[0].bits &+= state[2].bits
                        ip += 1
                    }
                } else if state[0].tag == .list || state[0].tag == .tuple {
                    let sequence = state[0].sequence
                    let index = Int(state[2].bits)
                    if index < sequence.pointee.count {
                        state[2].bits &+= 1
                        r[Int(i.b)] = sequence.pointee.cells[index]
                        ip += 1
                    } else {
                        state[2].bits = UInt64(Int.max)
                    }
                } else if state[0].tag == .generator {
                    save()
                    if try resume(state[0], target: frames[top].base + Int(i.b)) { load() }
                } else {
                    save()
                    let element = try nextElement(of: state[0])
                    r = stack + frames[top].base
                    if let element {
                        r[Int(i.b)] = element
                        ip += 1
                    }
                    steps = budget
                }
            case .nextElements:
                save()
                if try nextElements(
                    r + Int(i.a), into: frames[top].base + Int(i.b), count: Int(i.c))
                {
                    ip += 1
                }
                r = stack + frames[top].base
                steps = budget
            case .unlessBuiltin:
                let cell = r[Int(i.a)]
                if cell.tag == .builtin, cell.bits == UInt64(i.b) { ip += 1 }

            // MARK: Objects
            case .getAttribute:
                let object = operand(i.b)
                if object.tag == .instance {
                    let cache = frames[top].caches + Int(i.c)
                    if cache.pointee.version == object.instance.pointee.version, cache.pointee.slot >= 0 {
                        let cell = object.instance.pointee.slots[cache.pointee.slot]
                        if cell.isBound {
                            r[Int(i.a)] = cell
                            continue
                        }
                    }
                }
                save()
                r[Int(i.a)] = try attribute(of: object, site: Int(i.c), isCalled: i.flags == 0)
            case .getData:
                let object = operand(i.b)
                if object.tag == .value {
                    r[Int(i.a)] = Cell(tape.data(at: object.position))
                } else {
                    save()
                    r[Int(i.a)] = try attribute(of: object, site: Int(i.c), isCalled: i.flags == 0)
                }
            case .getGrad:
                let object = operand(i.b)
                if object.tag == .value {
                    core.pointee.backward.noteGradientRead()
                    r[Int(i.a)] = Cell(tape.value(at: object.position).grad)
                } else {
                    save()
                    r[Int(i.a)] = try attribute(of: object, site: Int(i.c), isCalled: i.flags == 0)
                }
            case .setData, .setGrad:
                let (object, new) = (operand(i.a), operand(i.b))
                if object.tag == .value, new.tag == .float {
                    let value = tape.value(at: object.position)
                    if i.operation == .setData {
                        setData(of: value, to: new.double)
                    } else {
                        setGradient(of: value, to: new.double)
                    }
                } else {
                    save()
                    try setAttribute(of: object, site: Int(i.c), to: new)
                    steps = budget
                }
            case .setAttribute:
                save()
                try setAttribute(of: operand(i.a), site: Int(i.c), to: operand(i.b))
                steps = budget
            case .getItem:
                let (object, index) = (operand(i.b), operand(i.c))
                if object.tag == .list, index.tag == .integer, index.int >= 0,
                    index.int < object.sequence.pointee.count
                {
                    r[Int(i.a)] = object.sequence.pointee.cells[index.int]
                } else {
                    save()
                    r[Int(i.a)] = try item(of: object, at: index)
                }
            case .setItem:
                save()
                try setItem(of: operand(i.a), at: operand(i.b), to: operand(i.c))
            case .getSlice:
                save()
                r[Int(i.a)] = try slice(
                    of: operand(i.b), r[Int(i.c)], r[Int(i.c) + 1], r[Int(i.c) + 2])
                steps = budget
            case .newList: r[Int(i.a)] = heap.makeSequence(.list, capacity: Int(i.b))
            case .append:
                let element = operand(i.b)
                if _slowPath(!element.isBound) {
                    save()
                    throw unbound(register: i.b)
                }
                heap.append(element, to: r[Int(i.a)].sequence)
            case .makeTuple:
                let first = r + Int(i.b)
                r[Int(i.a)] = heap.makeTuple(UnsafeBufferPointer(start: first, count: Int(i.c)))
            case .tupleOfList: r[Int(i.a)] = heap.makeTuple(operand(i.b).sequence.pointee.elements)
            case .unpack:
                save()
                try unpack(operand(i.a), into: frames[top].base + Int(i.b), count: Int(i.c))
                r = stack + frames[top].base
            case .format:
                save()
                let specification = i.c == Opcode.noOperand ? nil : r[Int(i.c)].string
                let text = try format(
                    operand(i.b), specification, Expression.Conversion(code: i.flags))
                r = stack + frames[top].base
                r[Int(i.a)] = heap.makeString(text)
                steps = budget
            case .join:
                var text = ""
                for index in 0..<Int(i.c) { text += r[Int(i.b) + index].string }
                r[Int(i.a)] = heap.makeString(text)

            // MARK: Calls
            case .call:
                save()
                let isPushed =
                    _fastPath(top > 0)
                    ? try call(at: frames[top].base &+ Int(i.a), count: Int(i.b))
                    : try callOfText(at: Int(i.a), cells: Int(i.b) + 1) { (home) throws(Failure) in
                        try call(at: home, count: Int(i.b))
                    }
                if isPushed {
                    load()
                } else {
                    r = stack + frames[top].base
                    steps = budget
                }
            case .callKeywords:
                save()
                let names = frames[top].code.takeUnretainedValue().keywordSites[Int(i.c)]
                if top > 0 {
                    _ = try callWithKeywords(
                        at: frames[top].base + Int(i.a), count: Int(i.b) - names.count, names)
                } else {
                    _ = try callOfText(at: Int(i.a), cells: Int(i.b) + 1) { (home) throws(Failure) in
                        try callWithKeywords(at: home, count: Int(i.b) - names.count, names)
                    }
                }
                load()
            case .callSpread:
                save()
                try callSpread(at: frames[top].base + Int(i.a))
                load()
            case .callMethod:
                save()
                let isPushed =
                    _fastPath(top > 0)
                    ? try callMethod(at: frames[top].base &+ Int(i.a), count: Int(i.b), site: Int(i.c))
                    : try callOfText(at: Int(i.a), cells: Int(i.b) + 2) { (home) throws(Failure) in
                        try callMethod(at: home, count: Int(i.b), site: Int(i.c))
                    }
                if isPushed {
                    load()
                } else {
                    r = stack + frames[top].base
                    steps = budget
                }
            case .makeKeywords:
                let names = frames[top].code.takeUnretainedValue().keywordSites[Int(i.b)]
                let cells = (0..<names.count).map { r[Int(i.c) + $0] }
                r[Int(i.a)] = heap.makeForeign(.keywords, Keywords(names: names, cells: cells))
            case .mergeKeywords:
                save()
                try merge(operand(i.b), into: r[Int(i.a)])
            case .extend:
                save()
                try extend(r[Int(i.a)], by: operand(i.b))
                r = stack + frames[top].base
            case .result, .resultNone:
                let result = i.operation == .result ? operand(i.a) : .none
                let frame = frames[top]
                if frame.hasScope { tape.closeScope() }
                top &-= 1
                budget = steps
                if frame.kind == .generator {
                    // The end of a generator: the loop that wants an element goes on without one.
                    frame.object.generator.pointee.state = .finished
                    if frame.isBoundary { return .unbound }
                } else {
                    let cell = frame.kind == .construction ? frame.object : result
                    if frame.kind == .construction, result.tag != .none {
                        frames[top + 1].instruction = ip
                        top += 1
                        throw failure(.constructorResult(typeName(of: result)))
                    }
                    if frame.isBoundary { return cell }
                    stack[frame.target] = cell
                    if _slowPath(cell.tag == .value && !tape.data(at: cell.position).isFinite) {
                        noteResult(cell)
                    }
                }
                load()
            case .yield:
                let cell = operand(i.a)
                let frame = frames[top]
                let generator = frame.object.generator
                generator.pointee.registers.update(from: r, count: generator.pointee.count)
                generator.pointee.position = ip - UnsafePointer(frame.code.takeUnretainedValue().instructions)
                generator.pointee.state = .waiting
                top &-= 1
                budget = steps
                if frame.isBoundary { return cell }
                stack[frame.target] = cell
                // The instruction behind `next` is for the end.
                frames[top].instruction += 1
                load()
            case .makeFunction:
                r[Int(i.a)] = makeFunction(Int(i.b), defaults: r + Int(i.c))
            case .makeClass:
                save()
                try makeClass(Int(i.b), base: r[Int(i.c)], target: frames[top].base + Int(i.a))
                load()
            case .setClassAttribute:
                let code = frames[top].code.takeUnretainedValue()
                setClassAttribute(code.names[Int(i.b)], of: r[0], to: operand(i.c))
            case .makeSuper:
                save()
                r[Int(i.a)] = try makeSuper()

            // MARK: Statements
            case .bindGlobal:
                let cell = r[Int(i.a)]
                if cell.tag != .float || kind == .expressions {
                    save()
                    bindGlobal(&r[Int(i.a)], i)
                }
            case .bindLocal:
                let tag = r[Int(i.a)].tag
                if tag == .value || tag == .list || tag == .tuple || tag == .instance {
                    bindLocal(r[Int(i.a)], counter: &r[Int(i.b)], i)
                }
            case .keep:
                keep(operand(i.a))
                if top == 0,
                    _slowPath(
                        tape.count >= core.pointee.tidyLimit || heap.allocated >= core.pointee.heapLimit)
                {
                    save()
                    tidy()
                }
            case .show:
                save()
                try show(operand(i.a))
                r = stack + frames[top].base
                steps = budget
            case .importAll: importAll(Namespace.allCases[i.wide])
            case .fail:
                throw frames[top].code.takeUnretainedValue().failures[i.wide]
            case .note:
                let failure = frames[top].code.takeUnretainedValue().failures[i.wide]
                if let range = failure.range { noteSkipped(failure.problem, at: range) }
            case .failAssertion:
                save()
                let message = i.a == Opcode.noOperand ? nil : try text(of: operand(i.a))
                throw failure(.assertion(message))
            case .end:
                save()
                top = -1
                return .none
            }
        }
    }
}

extension Comparison {
    init(_ operation: Opcode) {
        switch operation {
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        case .notEqual: self = .notEqual
        case .isIn: self = .isIn
        case .isNotIn: self = .isNotIn
        case .isSame: self = .isSame
        case .isNotSame: self = .isNotSame
        default: self = .equal
        }
    }
}
