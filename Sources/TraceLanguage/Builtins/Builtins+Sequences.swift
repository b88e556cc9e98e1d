extension Builtins {
    /// What makes and goes through sequences.
    static let sequences: [Builtin] = [
        Builtin("range", in: [.builtins], "start stop? step?") { call throws(Failure) in
            var start = 0
            var stop = try whole(call, 0)
            if call[1].isBound { (start, stop) = (stop, try whole(call, 1)) }
            let step = call[2].isBound ? try whole(call, 2) : 1
            guard step != 0 else { throw Failure(.zeroStep("range"), at: call.range(2)) }
            let distance = step > 0 ? Int128(stop) - Int128(start) : Int128(start) - Int128(stop)
            let count = distance <= 0 ? 0 : (distance + Int128(step.magnitude) - 1) / Int128(step.magnitude)
            return call.machine.heap.makeRange(
                start: start, stop: stop, step: step, count: Int(clamping: count))
        },
        Builtin("enumerate", in: [.builtins], "iterable start?") { call throws(Failure) in
            let start = call.optional(1) == nil ? 0 : try whole(call, 1)
            return call.machine.heap.makeIterator(.enumerate, over: try iterator(call, 0), index: start)
        },
        Builtin("zip", in: [.builtins], "*rest") { call throws(Failure) in
            call.machine.heap.makeIterator(.zip, over: try iterators(call))
        },
        Builtin("map", in: [.builtins], "function *rest") { call throws(Failure) in
            guard call.restCount > 0 else {
                throw call.failure(.missingArgument(function: "map", parameter: "list"))
            }
            return call.machine.heap.makeIterator(.map, over: try iterators(call), function: call[0])
        },
        Builtin("reversed", in: [.builtins], "list") { call throws(Failure) in
            let cell = call[0]
            switch cell.tag {
            case .list, .tuple:
                return call.machine.heap.makeIterator(
                    .reversed, over: cell, index: cell.sequence.pointee.count - 1)
            case .range:
                let range = cell.range.pointee
                return call.machine.heap.makeIterator(
                    .range, over: .none, index: range.start &+ (range.count - 1) &* range.step,
                    count: range.count, step: -range.step)
            case .string:
                let letters = try call.machine.elements(of: cell)
                return call.machine.heap.makeIterator(
                    .reversed, over: call.machine.heap.makeTuple(letters), index: letters.count - 1)
            default: throw call.wrong(0, wanted: "a list")
            }
        },
        Builtin("sorted", in: [.builtins], "list * key? reverse?") { call throws(Failure) in
            let machine = call.machine
            let elements = try call.elements(0)
            var keys = elements
            if let key = call.optional(1) {
                keys = []
                for element in elements { keys.append(try machine.callAndWait(key, [element])) }
            }
            let isReversed = call[2].isBound && machine.isTrue(call[2])
            let order = try sortedOrder(of: keys, isReversed: isReversed, machine)
            return machine.heap.makeList(order.map { elements[$0] })
        },
        Builtin("any", in: [.builtins], "list") { call throws(Failure) in
            Cell(try firstElement(call) { $0 } != nil)
        },
        Builtin("all", in: [.builtins], "list") { call throws(Failure) in
            Cell(try firstElement(call) { !$0 } == nil)
        },
    ]

    private static func whole(_ call: Call, _ index: Int) throws(Failure) -> Int {
        guard let integer = call.machine.integer(of: call[index]) ?? call.machine.readInteger(call[index])
        else { throw call.wrong(index, wanted: "an integer") }
        guard let whole = Int(exactly: integer), whole.magnitude < 1 << 62 else {
            throw call.failure(.integerOverflow)
        }
        return whole
    }

    private static func iterator(_ call: Call, _ index: Int) throws(Failure) -> Cell {
        guard call.machine.isIterable(call[index]) else { throw call.wrong(index, wanted: "a list") }
        return try call.machine.iterator(over: call[index])
    }

    private static func iterators(_ call: Call) throws(Failure) -> Cell {
        let iterators = call.machine.heap.makeSequence(.tuple, capacity: call.restCount)
        for index in 0..<call.restCount {
            let cell = call.rest(index)
            guard call.machine.isIterable(cell) else {
                throw call.wrongRest(index, wanted: "a list", given: cell)
            }
            call.machine.heap.append(try call.machine.iterator(over: cell), to: iterators.sequence)
        }
        return iterators
    }

    /// The first element whose truth is as wanted; no later one is looked at.
    private static func firstElement(_ call: Call, _ isWanted: (Bool) -> Bool) throws(Failure) -> Cell? {
        guard call.machine.isIterable(call[0]) else { throw call.wrong(0, wanted: "a list") }
        let iterator = try call.machine.iterator(over: call[0])
        while let element = try call.machine.nextElement(of: iterator) {
            try call.machine.step()
            if isWanted(call.machine.isTrue(element)) { return element }
        }
        return nil
    }

    /// The places of the keys in rising or falling order; equal ones stay as they are.
    private static func sortedOrder(
        of keys: [Cell], isReversed: Bool, _ machine: Machine
    ) throws(Failure) -> [Int] {
        // A merge sort: it is stable, and a comparison may fail.
        var order = Array(keys.indices)
        var width = 1
        while width < order.count {
            var merged: [Int] = []
            merged.reserveCapacity(order.count)
            var start = 0
            while start < order.count {
                let middle = min(start + width, order.count)
                let end = min(start + 2 * width, order.count)
                var (left, right) = (start, middle)
                while left < middle || right < end {
                    let takesRight: Bool
                    if left < middle, right < end {
                        try machine.step()
                        let (one, two) = (keys[order[left]], keys[order[right]])
                        takesRight =
                            isReversed
                            ? try machine.compare(.less, one, two) : try machine.compare(.less, two, one)
                    } else {
                        takesRight = left == middle
                    }
                    merged.append(order[takesRight ? right : left])
                    if takesRight { right += 1 } else { left += 1 }
                }
                start = end
            }
            order = merged
            width *= 2
        }
        return order
    }
}
