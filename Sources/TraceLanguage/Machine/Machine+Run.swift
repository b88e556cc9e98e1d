internal import Micrograd

extension Machine {
    /// Runs frames until the innermost one that is a boundary has ended, or the text.
    ///
    /// - Returns: Its result.
    func run() throws(Failure) -> Cell {
        // The frame that runs, in variables that no closure shares, so that they can stay in registers.
        var (ip, r, k, steps) = running

        while true {
            let i = ip.pointee
            ip += 1
            steps &-= 1
            if _slowPath(steps < 0) {
                save(ip, steps)
                throw failure(.tooManySteps(options.maximumSteps))
            }
            switch i.operation {
            case .nop: break
            case .move:
                let cell = Machine.operand(i.b, r, k)
                if _slowPath(cell.tag == .unbound) {
                    save(ip, steps)
                    throw unbound(register: i.b)
                }
                r[Int(i.a)] = cell
            case .check:
                if _slowPath(r[Int(i.a)].tag == .unbound) {
                    save(ip, steps)
                    throw unbound(register: i.a)
                }
            case .loadConstant: r[Int(i.a)] = k[i.wide]
            case .loadGlobal:
                let cell = stack[globalStart &+ i.wide]
                if _slowPath(cell.tag == .unbound) {
                    save(ip, steps)
                    throw unknownName(i.wide)
                }
                r[Int(i.a)] = cell
            case .storeGlobal: stack[globalStart &+ i.wide] = r[Int(i.a)]
            case .loadBox:
                let cell = r[Int(i.b)].box.pointee.cell
                if _slowPath(cell.tag == .unbound) {
                    save(ip, steps)
                    throw unbound(register: i.b)
                }
                r[Int(i.a)] = cell
            case .storeBox: r[Int(i.a)].box.pointee.cell = Machine.operand(i.b, r, k)
            case .makeBox: r[Int(i.a)] = heap.makeBox(r[Int(i.a)])
            case .loadCaptured:
                let cell = frames[top].function.function.pointee.captured[Int(i.b)].box.pointee.cell
                if _slowPath(cell.tag == .unbound) {
                    save(ip, steps)
                    throw unassignedOutside()
                }
                r[Int(i.a)] = cell
            case .loadCapturedBox: r[Int(i.a)] = frames[top].function.function.pointee.captured[Int(i.b)]

            // MARK: Operators
            case .add, .addInPlace:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double + y.double)
                } else if x.tag == .value, y.tag == .value {
                    let result = tape.value(at: x.position) + tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) {
                        save(ip, steps); noteResult(r[Int(i.a)])
                    }
                } else if x.tag == .integer, y.tag == .integer,
                    case let (sum, isOver) = x.int.addingReportingOverflow(y.int), !isOver
                {
                    r[Int(i.a)] = Cell(sum)
                } else {
                    save(ip, steps)
                    let result = try binary(.add, x, y, isInPlace: i.operation == .addInPlace, i)
                    r[Int(i.a)] = result
                    steps = budget
                }
            case .subtract:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double - y.double)
                } else if x.tag == .value, y.tag == .value {
                    let result = tape.value(at: x.position) - tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) {
                        save(ip, steps); noteResult(r[Int(i.a)])
                    }
                } else if x.tag == .integer, y.tag == .integer,
                    case let (difference, isOver) = x.int.subtractingReportingOverflow(y.int), !isOver
                {
                    r[Int(i.a)] = Cell(difference)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try binary(.subtract, x, y, i)
                    steps = budget
                }
            case .multiply, .multiplyInPlace:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double * y.double)
                } else if x.tag == .value, y.tag == .value {
                    let result = tape.value(at: x.position) * tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) {
                        save(ip, steps); noteResult(r[Int(i.a)])
                    }
                } else if x.tag == .integer, y.tag == .integer,
                    case let (product, isOver) = x.int.multipliedReportingOverflow(by: y.int), !isOver
                {
                    r[Int(i.a)] = Cell(product)
                } else if x.tag == .value, y.tag == .float, i.flags != 0 {
                    let result = tape.value(at: x.position) * y.double
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) {
                        save(ip, steps)
                        noteResult(r[Int(i.a)])
                    }
                } else if x.tag == .integer, y.tag == .float {
                    r[Int(i.a)] = Cell(Double(x.int) * y.double)
                } else if x.tag == .float, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.double * Double(y.int))
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try binary(
                        .multiply, x, y, isInPlace: i.operation == .multiplyInPlace, i)
                    steps = budget
                }
            case .divide:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .float, y.tag == .float, y.double != 0 {
                    r[Int(i.a)] = Cell(x.double / y.double)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try binary(.divide, x, y, i)
                    steps = budget
                }
            case .remainder:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .integer, y.tag == .integer, y.int > 0 {
                    let rest = x.int % y.int
                    r[Int(i.a)] = Cell(rest < 0 ? rest + y.int : rest)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try binary(.remainder, x, y, i)
                    steps = budget
                }
            case .floorDivide, .power:
                save(ip, steps)
                r[Int(i.a)] = try binary(
                    i.operation == .power ? .power : .floorDivide, Machine.operand(i.b, r, k),
                    Machine.operand(i.c, r, k), i)
                steps = budget
            case .negate:
                save(ip, steps)
                r[Int(i.a)] = try negated(Machine.operand(i.b, r, k))
            case .plus:
                save(ip, steps)
                r[Int(i.a)] = try unchanged(Machine.operand(i.b, r, k))
            case .not:
                r[Int(i.a)] = Cell(!isTrue(Machine.operand(i.b, r, k)))
            case .less:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .integer, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.int < y.int)
                } else if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double < y.double)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = Cell(try compare(.less, x, y))
                }
            case .greater:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .integer, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.int > y.int)
                } else if x.tag == .float, y.tag == .float {
                    r[Int(i.a)] = Cell(x.double > y.double)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = Cell(try compare(.greater, x, y))
                }
            case .equal:
                let (x, y) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if x.tag == .integer, y.tag == .integer {
                    r[Int(i.a)] = Cell(x.int == y.int)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = Cell(try compare(.equal, x, y))
                }
            case .lessOrEqual, .greaterOrEqual, .notEqual, .isIn, .isNotIn:
                save(ip, steps)
                r[Int(i.a)] = Cell(
                    try compare(
                        Comparison(i.operation), Machine.operand(i.b, r, k), Machine.operand(i.c, r, k)))
                steps = budget
                r = stack + frames[top].base
            case .isSame:
                r[Int(i.a)] = Cell(isIdentical(Machine.operand(i.b, r, k), Machine.operand(i.c, r, k)))
            case .isNotSame:
                r[Int(i.a)] = Cell(!isIdentical(Machine.operand(i.b, r, k), Machine.operand(i.c, r, k)))
            case .addToSum:
                let x = r[Int(i.a)]
                if i.flags == 0, x.tag == .value, case let y = Machine.operand(i.b, r, k), y.tag == .value {
                    let result = tape.value(at: x.position) + tape.value(at: y.position)
                    r[Int(i.a)] = Cell(valueAt: result.position)
                    if _slowPath(!tape.data(at: result.position).isFinite) {
                        save(ip, steps); noteResult(r[Int(i.a)])
                    }
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try addToSum(x, i.flags == 0 ? Machine.operand(i.b, r, k) : .none, i)
                    steps = budget
                }

            // MARK: Jumps
            case .jump: ip += i.wide
            case .jumpIf:
                let cell = Machine.operand(i.a, r, k)
                if cell.tag == .bool ? cell.isTrueBit : isTrue(cell) { ip += i.wide }
            case .jumpIfNot:
                let cell = Machine.operand(i.a, r, k)
                if !(cell.tag == .bool ? cell.isTrueBit : isTrue(cell)) { ip += i.wide }
            case .loop:
                ip += i.wide
                if _slowPath(
                    tape.count >= core.pointee.tidyLimit || heap.allocated >= core.pointee.heapLimit),
                    core.pointee.nesting == 0
                {
                    save(ip, steps)
                    tidy()
                }
            case .prepareLoop:
                save(ip, steps)
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
                    save(ip, steps)
                    if try resume(state[0], target: frames[top].base + Int(i.b)) {
                        (ip, r, k, steps) = running
                    }
                } else {
                    save(ip, steps)
                    let element = try nextElement(of: state[0])
                    r = stack + frames[top].base
                    if let element {
                        r[Int(i.b)] = element
                        ip += 1
                    }
                    steps = budget
                }
            case .nextElements:
                save(ip, steps)
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
                let object = Machine.operand(i.b, r, k)
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
                save(ip, steps)
                r[Int(i.a)] = try attribute(of: object, site: Int(i.c), isCalled: i.flags == 0)
            case .getData:
                let object = Machine.operand(i.b, r, k)
                if object.tag == .value {
                    r[Int(i.a)] = Cell(tape.data(at: object.position))
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try attribute(of: object, site: Int(i.c), isCalled: i.flags == 0)
                }
            case .getGrad:
                let object = Machine.operand(i.b, r, k)
                if object.tag == .value {
                    core.pointee.backward.noteGradientRead()
                    r[Int(i.a)] = Cell(tape.value(at: object.position).grad)
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try attribute(of: object, site: Int(i.c), isCalled: i.flags == 0)
                }
            case .setData, .setGrad:
                let (object, new) = (Machine.operand(i.a, r, k), Machine.operand(i.b, r, k))
                if object.tag == .value, new.tag == .float {
                    let value = tape.value(at: object.position)
                    if i.operation == .setData {
                        setData(of: value, to: new.double)
                    } else {
                        setGradient(of: value, to: new.double)
                    }
                } else {
                    save(ip, steps)
                    try setAttribute(of: object, site: Int(i.c), to: new)
                    steps = budget
                }
            case .setAttribute:
                save(ip, steps)
                try setAttribute(
                    of: Machine.operand(i.a, r, k), site: Int(i.c), to: Machine.operand(i.b, r, k))
                steps = budget
            case .getItem:
                let (object, index) = (Machine.operand(i.b, r, k), Machine.operand(i.c, r, k))
                if object.tag == .list, index.tag == .integer, index.int >= 0,
                    index.int < object.sequence.pointee.count
                {
                    r[Int(i.a)] = object.sequence.pointee.cells[index.int]
                } else {
                    save(ip, steps)
                    r[Int(i.a)] = try item(of: object, at: index)
                }
            case .setItem:
                save(ip, steps)
                try setItem(
                    of: Machine.operand(i.a, r, k), at: Machine.operand(i.b, r, k),
                    to: Machine.operand(i.c, r, k))
            case .getSlice:
                save(ip, steps)
                r[Int(i.a)] = try slice(
                    of: Machine.operand(i.b, r, k), r[Int(i.c)], r[Int(i.c) + 1], r[Int(i.c) + 2])
                steps = budget
            case .newList: r[Int(i.a)] = heap.makeSequence(.list, capacity: Int(i.b))
            case .append:
                let element = Machine.operand(i.b, r, k)
                if _slowPath(!element.isBound) {
                    save(ip, steps)
                    throw unbound(register: i.b)
                }
                heap.append(element, to: r[Int(i.a)].sequence)
            case .makeTuple:
                let first = r + Int(i.b)
                r[Int(i.a)] = heap.makeTuple(UnsafeBufferPointer(start: first, count: Int(i.c)))
            case .tupleOfList:
                r[Int(i.a)] = heap.makeTuple(Machine.operand(i.b, r, k).sequence.pointee.elements)
            case .unpack:
                save(ip, steps)
                try unpack(Machine.operand(i.a, r, k), into: frames[top].base + Int(i.b), count: Int(i.c))
                r = stack + frames[top].base
            case .format:
                save(ip, steps)
                let specification = i.c == Opcode.noOperand ? nil : r[Int(i.c)].string
                let text = try format(
                    Machine.operand(i.b, r, k), specification, Expression.Conversion(code: i.flags))
                r = stack + frames[top].base
                r[Int(i.a)] = heap.makeString(text)
                steps = budget
            case .join:
                var text = ""
                for index in 0..<Int(i.c) { text += r[Int(i.b) + index].string }
                r[Int(i.a)] = heap.makeString(text)

            // MARK: Calls
            case .call:
                save(ip, steps)
                let isPushed =
                    _fastPath(top > 0)
                    ? try call(at: frames[top].base &+ Int(i.a), count: Int(i.b))
                    : try callOfText(at: Int(i.a), cells: Int(i.b) + 1) { (home) throws(Failure) in
                        try call(at: home, count: Int(i.b))
                    }
                if isPushed {
                    (ip, r, k, steps) = running
                } else {
                    r = stack + frames[top].base
                    steps = budget
                }
            case .callKeywords:
                save(ip, steps)
                let names = frames[top].code.takeUnretainedValue().keywordSites[Int(i.c)]
                if top > 0 {
                    _ = try callWithKeywords(
                        at: frames[top].base + Int(i.a), count: Int(i.b) - names.count, names)
                } else {
                    _ = try callOfText(at: Int(i.a), cells: Int(i.b) + 1) { (home) throws(Failure) in
                        try callWithKeywords(at: home, count: Int(i.b) - names.count, names)
                    }
                }
                (ip, r, k, steps) = running
            case .callSpread:
                save(ip, steps)
                try callSpread(at: frames[top].base + Int(i.a))
                (ip, r, k, steps) = running
            case .callMethod:
                save(ip, steps)
                let isPushed =
                    _fastPath(top > 0)
                    ? try callMethod(at: frames[top].base &+ Int(i.a), count: Int(i.b), site: Int(i.c))
                    : try callOfText(at: Int(i.a), cells: Int(i.b) + 2) { (home) throws(Failure) in
                        try callMethod(at: home, count: Int(i.b), site: Int(i.c))
                    }
                if isPushed {
                    (ip, r, k, steps) = running
                } else {
                    r = stack + frames[top].base
                    steps = budget
                }
            case .makeKeywords:
                let names = frames[top].code.takeUnretainedValue().keywordSites[Int(i.b)]
                let cells = (0..<names.count).map { r[Int(i.c) + $0] }
                r[Int(i.a)] = heap.makeForeign(.keywords, Keywords(names: names, cells: cells))
            case .mergeKeywords:
                save(ip, steps)
                try merge(Machine.operand(i.b, r, k), into: r[Int(i.a)])
            case .extend:
                save(ip, steps)
                try extend(r[Int(i.a)], by: Machine.operand(i.b, r, k))
                r = stack + frames[top].base
            case .result, .resultNone:
                let result = i.operation == .result ? Machine.operand(i.a, r, k) : .none
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
                (ip, r, k, steps) = running
            case .yield:
                let cell = Machine.operand(i.a, r, k)
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
                (ip, r, k, steps) = running
            case .makeFunction:
                r[Int(i.a)] = makeFunction(Int(i.b), defaults: r + Int(i.c))
            case .makeClass:
                save(ip, steps)
                try makeClass(Int(i.b), base: r[Int(i.c)], target: frames[top].base + Int(i.a))
                (ip, r, k, steps) = running
            case .setClassAttribute:
                let code = frames[top].code.takeUnretainedValue()
                setClassAttribute(code.names[Int(i.b)], of: r[0], to: Machine.operand(i.c, r, k))
            case .makeSuper:
                save(ip, steps)
                r[Int(i.a)] = try makeSuper()

            // MARK: Statements
            case .bindGlobal:
                let cell = r[Int(i.a)]
                if cell.tag != .float || kind == .expressions {
                    save(ip, steps)
                    bindGlobal(&r[Int(i.a)], i)
                }
            case .bindLocal:
                let tag = r[Int(i.a)].tag
                if tag == .value || tag == .list || tag == .tuple || tag == .instance {
                    bindLocal(r[Int(i.a)], counter: &r[Int(i.b)], i)
                }
            case .keep:
                keep(Machine.operand(i.a, r, k))
                if top == 0,
                    _slowPath(
                        tape.count >= core.pointee.tidyLimit || heap.allocated >= core.pointee.heapLimit)
                {
                    save(ip, steps)
                    tidy()
                }
            case .show:
                save(ip, steps)
                try show(Machine.operand(i.a, r, k))
                r = stack + frames[top].base
                steps = budget
            case .importAll: importAll(Namespace.allCases[i.wide])
            case .fail:
                throw frames[top].code.takeUnretainedValue().failures[i.wide]
            case .note:
                let failure = frames[top].code.takeUnretainedValue().failures[i.wide]
                if let range = failure.range { noteSkipped(failure.problem, at: range) }
            case .failAssertion:
                save(ip, steps)
                let message = i.a == Opcode.noOperand ? nil : try text(of: Machine.operand(i.a, r, k))
                throw failure(.assertion(message))
            case .end:
                save(ip, steps)
                top = -1
                return .none
            }
        }
    }
}

extension Machine {
    /// What an operand of the running code holds.
    @inline(__always)
    private static func operand(
        _ x: UInt16, _ r: UnsafeMutablePointer<Cell>, _ k: UnsafePointer<Cell>
    ) -> Cell {
        x & Instruction.constantBit == 0 ? r[Int(x)] : k[Int(x & ~Instruction.constantBit)]
    }

    /// Writes down where the frame is, before what may fail or look at it.
    @inline(__always)
    private func save(_ instruction: UnsafePointer<Instruction>, _ steps: Int) {
        frames[top].instruction = instruction
        budget = steps
    }

    /// What the loop needs of the innermost frame.
    @inline(__always)
    private var running: (UnsafePointer<Instruction>, UnsafeMutablePointer<Cell>, UnsafePointer<Cell>, Int) {
        let frame = frames + top
        return (frame.pointee.instruction, stack + frame.pointee.base, frame.pointee.constants, budget)
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
