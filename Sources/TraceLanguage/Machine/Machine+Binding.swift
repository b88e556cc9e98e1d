internal import Micrograd

// Names for values, lists and objects.

extension Machine {
    /// Gives what a register holds a global name; in an expression file a number becomes an input first.
    func bindGlobal(_ cell: inout Cell, _ i: Instruction) {
        if i.flags & BindFlags.lifts != 0,
            cell.tag == .integer || cell.tag == .float || cell.tag == .bigInteger,
            let number = number(of: cell)
        {
            cell = self.cell(Value(number))
        }
        // The name comes with the targets.
        guard i.wide >= 0 else { return }
        let isDisplay = i.flags & BindFlags.elements != 0
        switch cell.tag {
        case .value: naming.bind(value(cell), to: i.wide, names.texts[i.wide])
        case .list, .tuple, .instance, .network: bind(cell, to: names.texts[i.wide], namesElements: isDisplay)
        default: break
        }
    }

    /// The same for a name of a function, whose values are counted in a register.
    func bindLocal(_ cell: Cell, counter: inout Cell, _ i: Instruction) {
        let id = frames[top].code.takeUnretainedValue().names[Int(i.c)].id
        guard cell.tag == .value else {
            guard cell.tag != .instance else { return nameInstance(cell, names.texts[id]) }
            let sequence = cell.sequence
            guard sequence.pointee.name < 0 else { return }
            if sequence.pointee.elements.contains(where: {
                $0.tag == .list || $0.tag == .tuple || $0.tag == .instance
            }) {
                return bind(cell, to: names.texts[id], namesElements: i.flags & BindFlags.elements != 0)
            }
            sequence.pointee.name = naming.number(ofName: id, names.texts[id])
            guard i.flags & BindFlags.elements != 0 else { return }
            for (index, element) in sequence.pointee.elements.enumerated()
            where element.tag == .value && !value(element).hasLabel {
                naming.bindElement(value(element), of: sequence.pointee.name, at: index, isCounted: true)
            }
            return
        }
        var count = counter.tag == .integer ? counter.int : 0
        naming.bindLocal(value(cell), to: naming.name(id, names.texts[id]), count: &count)
        counter = Cell(count)
    }

    /// Names a list, an object or the elements of a list.
    private func bind(_ cell: Cell, to name: String, namesElements: Bool) {
        switch cell.tag {
        case .list, .tuple: nameList(cell, name, namesElements: namesElements)
        case .instance: nameInstance(cell, name)
        case .network: naming.keepParameters(cell.payload(NetworkBox.self).parameters)
        default: break
        }
    }

    /// Gives a list that has no name yet its name, and what is in it its places: `x[0]`, `x[0][1]`.
    ///
    /// - Parameter namesElements: Whether the list is written out where it is named; else its Values only count among
    ///   those that may be drawn.
    private func nameList(
        _ list: Cell, _ name: String, namesElements: Bool, isAttribute: Bool = false
    ) {
        var waiting = [(list, name, namesElements)]
        while let (list, name, namesElements) = waiting.popLast() {
            let sequence = list.sequence
            guard sequence.pointee.name < 0 else { continue }
            sequence.pointee.name = naming.number(of: name)
            var inner: [(Cell, String, Bool)] = []
            for index in 0..<sequence.pointee.count {
                let element = sequence.pointee.cells[index]
                switch element.tag {
                case .value where namesElements:
                    naming.bindElement(
                        value(element), of: sequence.pointee.name, at: index, isCounted: !isAttribute)
                case .value: naming.keep(element.position)
                case .list, .tuple:
                    inner.append((element, "\(name)[\(index)]", namesElements && element.tag == .list))
                case .instance where namesElements: nameInstance(element, "\(name)[\(index)]")
                default: break
                }
            }
            waiting += inner.reversed()
        }
    }

    private func nameInstance(_ cell: Cell, _ name: String) {
        guard cell.instance.pointee.name < 0 else { return }
        cell.instance.pointee.name = naming.number(of: name)
        cell.instance.pointee.identity = nil
    }

    /// Names what an attribute of an object gets, by the name of the attribute.
    func nameAttribute(_ cell: Cell, _ attribute: Name) {
        let name = attribute.text
        switch cell.tag {
        case .value: naming.bindAttribute(value(cell), to: attribute.id, name)
        case .instance: nameInstance(cell, name)
        case .list: nameList(cell, name, namesElements: true, isAttribute: true)
        default: break
        }
    }

    /// Names what an element of a list that has a name gets.
    func nameElement(_ cell: Cell, of list: Cell, at index: Int) {
        let number = list.sequence.pointee.name
        guard number >= 0, cell.tag == .value else { return }
        naming.bindElement(value(cell), of: number, at: index, isCounted: false)
    }

    /// Counts a value, or the values of a list, among those that may be drawn.
    func keep(_ cell: Cell) {
        if cell.tag == .value { return naming.keep(cell.position) }
        if cell.tag == .list || cell.tag == .tuple { keepElements(of: cell) }
    }

    private func keepElements(of list: Cell) {
        var waiting = [list]
        var seen: Set<UInt64> = []
        while let list = waiting.popLast() {
            for element in list.sequence.pointee.elements {
                if element.tag == .value { naming.keep(element.position) }
                if element.tag == .list || element.tag == .tuple, seen.insert(element.bits).inserted {
                    waiting.append(element)
                }
            }
        }
    }

    func importAll(_ namespace: Namespace) {
        for name in lookup.members(of: namespace) {
            guard let id = names.knownID(of: name), let member = lookup.member(name, of: namespace) else {
                continue
            }
            stack[globalStart + id] = member
        }
    }

    func noteSkipped(_ problem: Problem, at range: Range<Int>) {
        notes.addOnce(problem.skippedKey, problem, at: range)
    }
}
