internal import MicrogradSupport

extension Tape {
    /// Keeps what `values` depend on, forgets all else of the innermost region, and returns the values anew.
    ///
    /// For code that finds out as it runs what is still wanted, and so has no block to put into `withTape`:
    ///
    ///     for x in inputs {
    ///         let next = (w * x + u * state).tanh()
    ///         ...
    ///         let kept = Tape.compact(keeping: [w, u, Value(next.data)])
    ///         (w, u, state) = (kept[0], kept[1], kept[2])
    ///     }
    ///
    /// It works on the tape on which the thread records, on what that has recorded since the innermost
    /// `withTape` began; outside of all, since the tape was made. Kept nodes close up in their order, with
    /// data, gradients, labels and scopes: a walk shows the same before and after, and so does `backward()`.
    /// A scope that is open stays open.
    ///
    /// Values of the regions around stay valid, and where they are. Every other handle on a value of the
    /// region, kept or not, becomes invalid: its use ends the program with a message, also where a walk or a
    /// module holds it: make networks in a region around.
    ///
    /// Of neurons that a layer computed together all are kept, with their operands, where one of them is.
    ///
    /// - Parameter values: Values of the tape; those of regions around are returned as they are.
    /// - Returns: A valid handle for each of `values`, in their order.
    /// - Complexity: O(n) in the values of the region and the operands of those kept, and 4 bytes for each
    ///   while it runs. The tape does not give memory back: it uses it again.
    package static func compact(keeping values: [Value]) -> [Value] {
        let state = TapeState.current
        for value in values where value.state != state {
            trap(
                "A tape was compacted to keep a value of another tape. Keep values of the tape on which the thread records: its default tape, or that of `Tape.use`."
            )
        }
        let regionStart = state.pointee.regions.last.start
        let move = state.pointee.compact(keeping: values.lazy.map(\.position))
        return values.map { value in
            guard value.position >= regionStart, let place = move.place(of: value.position) else {
                return value
            }
            let moved = Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: place))
            return value.mayBeParameter ? Value(possibleParameter: moved) : moved
        }
    }

    /// The same for values that are known by their positions on the tape on which the thread records.
    ///
    /// - Returns: What tells the new position of an old one.
    package static func compact(keepingPositions positions: [Int]) -> TapeMove {
        TapeState.current.pointee.compact(keeping: positions)
    }

    /// How many entries the tables have that stand beside the nodes, by name.
    ///
    /// Of sweeps one for all in a row from one value, and few for each. Of operands those of compounds that do not
    /// stand side by side. Of changes at most one for each value between two compounds.
    package var tableCounts: [String: Int] {
        let state = state.pointee
        return [
            "sweeps": state.sweeps.count, "compounds": state.compounds.count,
            "listed operands": state.listedOperands.count, "changes": state.changes.log.count,
            "scopes": state.scopes.count, "scope names": state.scopeNames.pointee.count,
            "labels": state.labels.pointee.count, "inner gradients": state.innerGrads.pointee.count,
        ]
    }
}

/// Where a compaction has put what it kept.
package struct TapeMove: ~Copyable {
    fileprivate let kept: KeptEntries

    /// The new position of a value; nil for one that was forgotten.
    package func place(of position: Int) -> Int? {
        kept.contains(position) ? kept.place(of: position) : nil
    }

    /// A handle on a kept value where it is now.
    package func value(_ old: Value) -> Value {
        let moved = Value(
            stamp: TapeState.current.pointee.stamp,
            index: UInt32(truncatingIfNeeded: kept.place(of: old.position)))
        return old.mayBeParameter ? Value(possibleParameter: moved) : moved
    }

    /// How many values stand now before what stood at a position.
    package func count(before position: Int) -> Int { kept.end(position) }
}

extension TapeState {
    fileprivate mutating func compact(keeping positions: some Sequence<Int>) -> TapeMove {
        prepareGrads()
        let region = regions.last
        let kept = KeptEntries(from: region.start, to: count)
        let keptCompounds = KeptEntries(from: region.compoundCount, to: compounds.count)
        for position in positions { kept.mark(position) }
        markDependencies(kept, keptCompounds)
        kept.findPlaces()
        keptCompounds.findPlaces()

        let end = kept.end(count)
        moveNodes(of: region, kept, keptCompounds)
        moveCompounds(of: region, kept, keptCompounds)
        moveChanges(of: region, kept, keptCompounds)
        innerGrads.pointee.moveAll(from: region.start) { kept.contains($0) ? kept.place(of: $0) : nil }
        moveSweeps(of: region, kept)
        moveScopes(of: region, kept)
        labels.pointee.moveAll(from: region.start) { kept.contains($0) ? kept.place(of: $0) : nil }
        sweptEnd = kept.end(sweptEnd)
        leafPrefix = kept.end(leafPrefix)
        count = end
        gradCount = end

        renewStamp()
        return TapeMove(kept: kept)
    }

    /// Marks what marked nodes depend on, and all outputs of a compound that has a marked one.
    private func markDependencies(_ kept: borrowing KeptEntries, _ keptCompounds: borrowing KeptEntries) {
        let start = regions.last.start
        var index = count - 1
        while index >= start {
            guard kept.isMarked(index) else {
                index -= 1
                continue
            }
            guard nodes[index].isCompound else {
                forEachOperand(of: index) { kept.mark($0) }
                index -= 1
                continue
            }
            keptCompounds.mark(nodes[index].firstIndex)
            let outputs = compounds[nodes[index].firstIndex].outputs
            for output in outputs {
                kept.mark(output)
                forEachOperand(of: output) { kept.mark($0) }
            }
            index = outputs.lowerBound - 1
        }
    }

    private func moveNodes(
        of region: Region, _ kept: borrowing KeptEntries, _ keptCompounds: borrowing KeptEntries
    ) {
        var place = region.start
        for index in region.start..<count where kept.contains(index) {
            var node = nodes[index]
            switch node.form {
            case .leaf:
                break
            case .compound:
                node.first = UInt32(truncatingIfNeeded: keptCompounds.place(of: node.firstIndex))
            case .values:
                node.first = UInt32(truncatingIfNeeded: kept.place(of: node.firstIndex))
                node.second = UInt64(truncatingIfNeeded: kept.place(of: node.secondIndex))
            case .unary, .valueConstant, .constantValue:
                node.first = UInt32(truncatingIfNeeded: kept.place(of: node.firstIndex))
            }
            nodes[place] = node
            data[place] = data[index]
            grads[place] = grads[index]
            place += 1
        }
    }

    /// Operands that stood side by side still do: all operands of a compound are kept, in their order.
    private mutating func moveCompounds(
        of region: Region, _ kept: borrowing KeptEntries, _ keptCompounds: borrowing KeptEntries
    ) {
        var listed: [UInt32] = []
        func moved(_ list: OperandList, count: Int) -> OperandList {
            guard list.isListed else { return .span(from: kept.place(of: Int(list.start))) }
            let start = region.listedOperandCount + listed.count
            for position in 0..<count {
                listed.append(UInt32(truncatingIfNeeded: kept.place(of: operand(position, of: list))))
            }
            return OperandList(
                start: UInt32(truncatingIfNeeded: start), isListed: true, isSeparate: list.isSeparate)
        }
        for number in region.compoundCount..<compounds.count where keptCompounds.contains(number) {
            var compound = compounds[number]
            compound.firstOutput = UInt32(truncatingIfNeeded: kept.place(of: Int(compound.firstOutput)))
            compound.inputs = moved(compound.inputs, count: compound.columnCount)
            if compound.kind != .sum {
                compound.weights = moved(compound.weights, count: Int(compound.rows) * compound.stride)
            }
            compounds[keptCompounds.place(of: number)] = compound
        }
        compounds.count = keptCompounds.end(compounds.count)
        listedOperands.count = region.listedOperandCount
        for operand in listed { listedOperands.push(operand) }
    }

    /// Leaves one entry of the log for each root.
    ///
    /// A sweep from a root that goes still counts for the graphs below it, and is still the last one there.
    private mutating func moveSweeps(of region: Region, _ kept: borrowing KeptEntries) {
        let merged = mergedSweeps(in: region.sweepCount..<sweeps.count) { sweep in
            var sweep = sweep
            sweep.isRootGone = sweep.isRootGone || !kept.contains(sweep.root)
            sweep.root = kept.place(of: sweep.root)
            return sweep.root < 0 ? nil : sweep
        }
        sweeps.count = region.sweepCount
        for sweep in merged { sweeps.push(sweep) }
    }

    /// Removes the scopes that have no node left, and names that no other has. Those around one that has some have
    /// some too.
    private mutating func moveScopes(of region: Region, _ kept: borrowing KeptEntries) {
        var places: [Int32] = []
        func place(of scope: Int32) -> Int32 {
            Int(scope) < region.scopeCount ? scope : places[Int(scope) - region.scopeCount]
        }
        let oldCount = scopes.count
        let names = (region.scopeCount..<oldCount).map { name(scopes[$0].name) }
        scopes.count = region.scopeCount
        removeNames(from: region.scopeNameCount)
        for index in region.scopeCount..<oldCount {
            var scope = scopes[index]
            let isOpen = scope.end == .max
            scope.start = UInt32(truncatingIfNeeded: kept.end(Int(scope.start)))
            if !isOpen { scope.end = UInt32(truncatingIfNeeded: kept.end(Int(scope.end))) }
            places.append(Int32(truncatingIfNeeded: scopes.count))
            guard scope.start < scope.end else { continue }
            scope.parent = place(of: scope.parent)
            if scope.name.isOfTape { scope.name = key(of: names[index - region.scopeCount]) }
            scopes.push(scope)
        }
        openScope = place(of: openScope)
    }
}
