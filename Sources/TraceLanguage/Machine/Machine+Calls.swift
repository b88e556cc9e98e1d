internal import Micrograd

// Calls: the function stands in a register, and its arguments in those behind it.

extension Machine {
    /// Calls what stands at `base` with the `count` cells behind it.
    ///
    /// - Returns: Whether a frame was pushed. If not, the result stands at `base`.
    func call(at base: Int, count: Int) throws(Failure) -> Bool {
        let callee = stack[base]
        switch callee.tag {
        case .function:
            try enter(callee, base: base + 1, count: count, target: base)
            return true
        case .builtin:
            let result = try callBuiltin(Int(callee.bits), base: base + 1, count: count, isMethod: false)
            stack[base] = result
            if result.tag == .value { noteResult(result) }
            return false
        case .method:
            insert(callee.method.pointee.receiver, at: base + 1, count: count)
            stack[base] = callee.method.pointee.function
            if stack[base].tag == .builtin {
                let result = try callBuiltin(
                    Int(stack[base].bits), base: base + 1, count: count + 1, isMethod: true)
                stack[base] = result
                if result.tag == .value { noteResult(result) }
                return false
            }
            try enter(stack[base], base: base + 1, count: count + 1, target: base)
            return true
        case .classObject:
            return try construct(callee, at: base, count: count)
        case .instance:
            return try callInstance(callee, at: base, count: count)
        case .network:
            insert(callee, at: base + 1, count: count)
            let result = try callNetwork(base: base + 1, count: count + 1)
            stack[base] = result
            if result.tag == .value { noteResult(result) }
            return false
        case .unusable: throw failure(.unusable(unusableName(callee)))
        default: throw notCallable(callee)
        }
    }

    /// Moves the arguments up by one, and puts a cell before them.
    private func insert(_ cell: Cell, at base: Int, count: Int) {
        reserve(base + count + 2)
        for index in stride(from: count, to: 0, by: -1) { stack[base + index] = stack[base + index - 1] }
        stack[base] = cell
    }

    /// Pushes the frame of a function whose arguments stand from `base` on.
    @inline(__always)
    func enter(
        _ function: Cell, base: Int, count: Int, target: Int, kind: Frame.Kind = .plain,
        object: Cell = .unbound, hasScope: Bool = false
    ) throws(Failure) {
        let code = function.function.pointee.code.takeUnretainedValue()
        if _slowPath(count != code.positionalCount || !code.isSimple) {
            try bindArguments(of: function, code, base: base, count: count, names: [], keywords: [])
        }
        var frame = Frame(code, base: base, function: function, target: target, kind: kind)
        frame.object = object
        frame.hasScope = hasScope
        let parameterCount = code.parameters.count
        reserve(base + code.registerCount)
        (stack + base + parameterCount).update(
            repeating: .unbound, count: max(code.registerCount - parameterCount, 0))
        try push(frame)
    }

    /// Puts the arguments of a call where the parameters of a function want them.
    func bindArguments(
        of function: Cell, _ code: Code, base: Int, count: Int, names: [Name], keywords: [Cell]
    ) throws(Failure) {
        let object = function.function
        var cells = Array(repeating: Cell.unbound, count: code.parameters.count)
        let given = Array(UnsafeBufferPointer(start: stack + base, count: count))
        let positional = code.positionalCount
        for (index, cell) in given.prefix(positional).enumerated() { cells[index] = cell }
        let restIndex = code.parameters.firstIndex { $0.form == .rest }
        let keywordsIndex = code.parameters.firstIndex { $0.form == .keywords }
        if let restIndex {
            cells[restIndex] = heap.makeTuple(given.dropFirst(positional))
        } else if count > positional {
            let isMethod = object.pointee.owner.isBound
            throw failure(
                .tooManyArguments(
                    function: calledName(code), limit: positional - (isMethod ? 1 : 0),
                    given: count - (isMethod ? 1 : 0)))
        }
        var otherNames: [Name] = []
        var others: [Cell] = []
        for (name, cell) in zip(names, keywords) {
            let index = code.parameters.firstIndex {
                $0.name.text == name.text && ($0.form == .plain || $0.form == .keywordOnly)
            }
            guard let index else {
                guard keywordsIndex != nil else {
                    let known = code.parameters.filter { $0.form == .plain || $0.form == .keywordOnly }
                        .map(\.name.text)
                    throw Failure(
                        .unknownKeyword(
                            function: calledName(code), name: name.text,
                            suggestion: Suggestion.nearest(to: name.text, among: known), known: known),
                        at: name.range)
                }
                otherNames.append(name)
                others.append(cell)
                continue
            }
            guard !cells[index].isBound else {
                throw Failure(
                    .givenTwice(function: calledName(code), parameter: name.text), at: name.range)
            }
            cells[index] = cell
        }
        if let keywordsIndex {
            cells[keywordsIndex] = heap.makeForeign(.keywords, Keywords(names: otherNames, cells: others))
        }
        for (index, parameter) in code.parameters.enumerated() where !cells[index].isBound {
            guard let fallback = parameter.fallback else {
                throw failure(
                    .missingArgument(function: calledName(code), parameter: parameter.name.text))
            }
            cells[index] = object.pointee.captured[object.pointee.defaultStart + fallback]
        }
        reserve(base + cells.count)
        for (index, cell) in cells.enumerated() { stack[base + index] = cell }
    }

    /// A function as messages name it.
    private func calledName(_ code: Code) -> String { code.name }

    // MARK: - Keywords, lists of arguments

    /// Calls what stands at `base` with `count` cells behind it, and as many more as there are names.
    func callWithKeywords(at base: Int, count: Int, _ names: [Name]) throws(Failure) -> Bool {
        let cells = (0..<names.count).map { stack[base + 1 + count + $0] }
        return try call(at: base, count: count, names: names, keywords: cells)
    }

    private func call(
        at base: Int, count: Int, names: [Name], keywords: [Cell]
    ) throws(Failure) -> Bool {
        if names.isEmpty { return try call(at: base, count: count) }
        let callee = stack[base]
        switch callee.tag {
        case .function:
            try enterWithKeywords(callee, base: base + 1, count: count, names, keywords, target: base)
            return true
        case .method where callee.method.pointee.function.tag == .function:
            insert(callee.method.pointee.receiver, at: base + 1, count: count)
            try enterWithKeywords(
                callee.method.pointee.function, base: base + 1, count: count + 1, names, keywords,
                target: base)
            return true
        case .builtin, .method, .network:
            var row = Int(callee.bits)
            var count = count
            if callee.tag == .method {
                insert(callee.method.pointee.receiver, at: base + 1, count: count)
                row = Int(callee.method.pointee.function.bits)
                count += 1
            } else if callee.tag == .network {
                insert(callee, at: base + 1, count: count)
                row = networkRow
                count += 1
            }
            stack[base] = try callBuiltin(
                row, base: base + 1, count: count, isMethod: callee.tag == .method, names: names,
                keywords: keywords)
            if stack[base].tag == .value { noteResult(stack[base]) }
            return false
        case .classObject:
            let object = try makeInstance(callee)
            let constructor = callee.classInfo.constructionFunction
            guard constructor.tag == .function else {
                throw failure(
                    .tooManyArguments(function: callee.classInfo.name, limit: 0, given: names.count))
            }
            insert(object, at: base + 1, count: count)
            try enterWithKeywords(
                constructor, base: base + 1, count: count + 1, names, keywords, target: base,
                kind: .construction, object: object)
            return true
        case .instance:
            guard
                let function = callee.instance.pointee.type.takeUnretainedValue().attribute(
                    SpecialName.call.id),
                function.tag == .function
            else { throw notCallable(callee) }
            insert(callee, at: base + 1, count: count)
            openScope(of: callee)
            try enterWithKeywords(
                function, base: base + 1, count: count + 1, names, keywords, target: base, hasScope: true)
            return true
        default:
            return try call(at: base, count: count)
        }
    }

    private func enterWithKeywords(
        _ function: Cell, base: Int, count: Int, _ names: [Name], _ keywords: [Cell], target: Int,
        kind: Frame.Kind = .plain, object: Cell = .unbound, hasScope: Bool = false
    ) throws(Failure) {
        let code = function.function.pointee.code.takeUnretainedValue()
        try bindArguments(of: function, code, base: base, count: count, names: names, keywords: keywords)
        var frame = Frame(code, base: base, function: function, target: target, kind: kind)
        frame.object = object
        frame.hasScope = hasScope
        let parameterCount = code.parameters.count
        reserve(base + code.registerCount)
        (stack + base + parameterCount).update(
            repeating: .unbound, count: max(code.registerCount - parameterCount, 0))
        try push(frame)
    }

    /// Calls what stands at `base` with the list behind it, and the keywords behind that.
    func callSpread(at base: Int) throws(Failure) {
        let list = Array(stack[base + 1].sequence.pointee.elements)
        let keywords = stack[base + 2].payload(Keywords.self)
        // A list of any length may be given: its elements stand behind all registers that are in use.
        let home = freeStack
        reserve(home + list.count + 3)
        stack[home] = stack[base]
        for (index, cell) in list.enumerated() { stack[home + 1 + index] = cell }
        let isPushed = try holdingStack(to: home + list.count + 3) { () throws(Failure) in
            try call(at: home, count: list.count, names: keywords.names, keywords: keywords.cells)
        }
        if isPushed {
            frames[top].target = base
        } else {
            stack[base] = stack[home]
        }
    }

    /// Makes a call of the outermost level behind the global names, where the registers of functions are.
    ///
    /// - Parameter cells: How many registers from `base` on belong to the call.
    func callOfText(
        at base: Int, cells: Int, _ body: (_ home: Int) throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        let home = freeStack
        reserve(home + cells + 2)
        for index in 0..<cells { stack[home + index] = stack[base + index] }
        let isPushed = try holdingStack(to: home + cells + 2) { () throws(Failure) in try body(home) }
        if isPushed {
            frames[top].target = base
        } else {
            stack[base] = stack[home]
        }
        return isPushed
    }

    /// Runs `body` while the registers before an index are in use, though no frame has them.
    private func holdingStack<Result>(
        to end: Int, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let old = core.pointee.stackHold
        core.pointee.stackHold = end
        defer { core.pointee.stackHold = old }
        return try body()
    }

    func merge(_ other: Cell, into keywords: Cell) throws(Failure) {
        guard other.tag == .keywords else { throw failure(.notKeywords(typeName(of: other))) }
        let (new, all) = (other.payload(Keywords.self), keywords.payload(Keywords.self))
        for (name, cell) in zip(new.names, new.cells) {
            guard !all.names.contains(where: { $0.text == name.text }) else {
                throw failure(.repeatedArgument(name.text))
            }
            // What was given elsewhere stands here where `**` does.
            all.names.append(Name(text: name.text, id: name.id, range: place))
            all.cells.append(cell)
        }
    }

    // MARK: - Objects and their methods

    private func construct(_ type: Cell, at base: Int, count: Int) throws(Failure) -> Bool {
        let object = try makeInstance(type)
        let constructor = type.classInfo.constructionFunction
        guard constructor.isBound else {
            guard count == 0 else {
                throw failure(.tooManyArguments(function: type.classInfo.name, limit: 0, given: count))
            }
            stack[base] = object
            return false
        }
        insert(object, at: base + 1, count: count)
        guard constructor.tag == .function else {
            _ = try callBuiltin(Int(constructor.bits), base: base + 1, count: count + 1, isMethod: true)
            stack[base] = object
            return false
        }
        try enter(
            constructor, base: base + 1, count: count + 1, target: base, kind: .construction, object: object)
        return true
    }

    func makeInstance(_ type: Cell) throws(Failure) -> Cell {
        try step()
        return heap.makeInstance(of: type.classInfo, scope: ScopeIdentity.makeInstance())
    }

    private func callInstance(_ object: Cell, at base: Int, count: Int) throws(Failure) -> Bool {
        let function = object.instance.pointee.type._withUnsafeGuaranteedRef { $0.callFunction }
        guard function.tag == .function else { throw notCallable(object) }
        insert(object, at: base + 1, count: count)
        openScope(of: object)
        try enter(function, base: base + 1, count: count + 1, target: base, hasScope: true)
        return true
    }

    /// Calls a method of the object at `base + 1`.
    ///
    /// - Returns: Whether a frame was pushed. If not, the result stands at `base`.
    func callMethod(at base: Int, count: Int, site: Int) throws(Failure) -> Bool {
        let receiver = stack[base + 1]
        let cache = frames[top].caches + site
        if receiver.tag == .instance {
            if cache.pointee.version == receiver.instance.pointee.version, cache.pointee.slot < 0,
                cache.pointee.function.tag == .function
            {
                try enter(cache.pointee.function, base: base + 1, count: count + 1, target: base)
                return true
            }
        } else if cache.pointee.version == -2 - Int(receiver.tag.rawValue) {
            let result = try callBuiltin(
                Int(cache.pointee.function.bits), base: base + 1, count: count + 1, isMethod: true)
            stack[base] = result
            if result.tag == .value { noteResult(result) }
            return false
        }
        let found = try attribute(of: receiver, site: site, isCalled: true)
        // A function of the class takes the object as its first argument; all else is called as it is.
        if found.tag == .method, found.method.pointee.receiver.isSame(as: receiver) {
            let function = found.method.pointee.function
            if function.tag == .builtin {
                if receiver.tag != .instance {
                    cache.pointee.version = -2 - Int(receiver.tag.rawValue)
                    cache.pointee.function = function
                }
                let result = try callBuiltin(
                    Int(function.bits), base: base + 1, count: count + 1, isMethod: true)
                stack[base] = result
                if result.tag == .value { noteResult(result) }
                return false
            }
            try enter(function, base: base + 1, count: count + 1, target: base)
            return true
        }
        stack[base] = found
        for index in 0..<count { stack[base + 1 + index] = stack[base + 2 + index] }
        return try call(at: base, count: count)
    }

    // MARK: - Calls out of built-in functions

    /// Calls a function of the text, or a built-in one, and waits for its result.
    func callAndWait(_ callee: Cell, _ arguments: [Cell]) throws(Failure) -> Cell {
        guard core.pointee.nesting < Machine.deepestNesting else {
            throw failure(.recursion(Machine.deepestCall))
        }
        let home = freeStack
        reserve(home + arguments.count + 2)
        stack[home] = callee
        for (index, cell) in arguments.enumerated() { stack[home + 1 + index] = cell }
        return try holdingStack(to: home + arguments.count + 2) { () throws(Failure) in
            guard try call(at: home, count: arguments.count) else { return stack[home] }
            return try runBoundary()
        }
    }

    /// Runs the frame that was pushed last, and returns its result.
    func runBoundary() throws(Failure) -> Cell {
        frames[top].isBoundary = true
        core.pointee.nesting += 1
        defer { core.pointee.nesting -= 1 }
        return try run()
    }

    /// The first register behind all that frames use.
    var freeStack: Int {
        let frame = frames[top]
        return max(frame.base + frame.code.takeUnretainedValue().registerCount + 2, core.pointee.stackHold)
    }
}
