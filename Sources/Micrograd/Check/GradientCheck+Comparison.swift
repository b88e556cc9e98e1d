extension GradientCheck {
    /// Compares each gradient, from the result on.
    static func compare(_ nodes: [GraphNode], root: Int, passes: Int, _ options: Options) -> [CheckedGradient]
    {
        var graph = MovedGraph(nodes, root: root)
        var gradients: [CheckedGradient] = []
        for node in nodes.reversed() {
            var gradient = CheckedGradient(
                id: node.id, label: node.label, operation: node.operation, data: node.data, grad: node.grad,
                verdict: .skipped(.unused))
            if graph.uses(node.id) {
                graph.turn(to: node.id)
                let slopes = gradient.compare(passes: node.operation == nil ? passes : 1, options) {
                    graph.slopes(over: $0)
                }
                graph.keep(size: slopes)
                if case .kink(var kink) = gradient.verdict {
                    kink.operation = kink.id.flatMap { nodes[$0].operation }
                    gradient.verdict = .kink(kink)
                }
            }
            gradients.append(gradient)
        }
        gradients.reverse()
        explain(&gradients, nodes, passes: passes)
        return gradients
    }

    /// Tells where a mistake is made from where it is handed on.
    private static func explain(_ gradients: inout [CheckedGradient], _ nodes: [GraphNode], passes: Int) {
        var users = [[Int]](repeating: [], count: nodes.count)
        for node in nodes {
            for operand in node.operands where gradients[operand].verdict == .differs {
                if users[operand].last != node.id { users[operand].append(node.id) }
            }
        }
        for (id, users) in users.enumerated() where !users.isEmpty && gradients[id].hint == nil {
            guard users.allSatisfy({ gradients[$0].isRight }) else { continue }
            let names = users.map { gradients[$0].nameAndOperation }
            // Only leaves add up; a computed value starts afresh with each pass.
            let addsUp = passes > 1 && nodes[id].operation == nil
            gradients[id].hint = addsUp ? .passesOrStepBack(passes, from: names) : .stepBack(from: names)
        }
    }
}

extension CheckedGradient {
    /// Whether the gradient was compared and is not wrong.
    fileprivate var isRight: Bool {
        switch verdict {
        case .agrees, .addsUp, .kink: true
        case .differs, .skipped: false
        }
    }

    /// Compares the gradient with quotients, fills in what comes out, and returns how steep the result is; 0
    /// where rounding hides it.
    ///
    /// - Parameters:
    ///   - passes: How many passes may have added up.
    ///   - slopes: Moves the value by a step.
    @discardableResult
    mutating func compare(
        passes: Int, _ options: GradientCheck.Options, slopes: (Double) -> Slopes
    ) -> Double {
        guard data.isFinite else {
            verdict = .skipped(grad == nil ? .noGradient : .notFinite)
            return 0
        }
        // One step settles nearly all.
        let first = slopes(Slopes.exactStep(options.step * Swift.max(data.magnitude, 1), at: data))
        if first.isSmooth {
            let found = DifferenceQuotient(first)
            verdict = self.verdict(found, passes: passes, options)
            if verdict != .differs { return accept(found) }
        }
        let samples = DifferenceQuotient.steps(around: data, options.step).map(slopes)
        guard let found = DifferenceQuotient(comparing: samples) else {
            verdict = .skipped(grad == nil ? .noGradient : .notFinite)
            return 0
        }
        verdict = self.verdict(found, passes: passes, options)
        if verdict == .differs {
            hint =
                found.bend.map { .beyondKink(below: $0.below, above: $0.above) }
                ?? multiple(of: found, options).map(Hint.multiple)
        }
        return accept(found)
    }

    private mutating func accept(_ found: DifferenceQuotient) -> Double {
        if verdict == .skipped(.unsettled) { return 0 }
        // What is less than its error is as good as 0.
        let value = found.value.magnitude <= found.noise ? 0 : found.value
        quotient = found.bend == nil ? value : nil
        return found.bend?.size ?? value.magnitude
    }

    private func verdict(_ found: DifferenceQuotient, passes: Int, _ options: GradientCheck.Options)
        -> Verdict
    {
        guard let grad else { return .skipped(.noGradient) }
        if let bend = found.bend {
            // A gradient between the two slopes is a choice; where several kinks meet, others can come about.
            let slack = options.tolerance * bend.size + bend.error
            let isChoice = (1...passes).contains { passes in
                let mean = grad / Double(passes)
                return mean >= Swift.min(bend.below, bend.above) - slack
                    && mean <= Swift.max(bend.below, bend.above) + slack
            }
            guard isChoice || (found.kinks.count > 1 && grad.isFinite) else { return .differs }
            return .kink(Kink(id: found.kinks.first, below: bend.below, above: bend.above))
        }
        let slack = found.noise + found.spread
        if isClose(grad, found.value, slack, options) { return .agrees }
        if passes > 1, let count = multiple(of: found, options), count <= passes {
            return .addsUp(passes: count)
        }
        if found.kinks.count > 1, grad.isFinite {
            return .kink(Kink(id: found.kinks.first, below: found.value, above: found.value))
        }
        let size = Swift.max(found.value.magnitude, grad.isFinite ? grad.magnitude : 0)
        let isSettled = (found.spread <= 0.01 * size || grad.isNaN) && !found.grows
        return isSettled ? .differs : .skipped(.unsettled)
    }

    /// How many times the quotient the gradient is; nil where that is no whole number above 1.
    private func multiple(of found: DifferenceQuotient, _ options: GradientCheck.Options) -> Int? {
        guard let grad, found.bend == nil, found.value.magnitude > 100 * found.noise else { return nil }
        let ratio = (grad / found.value).rounded()
        guard ratio > 1, let count = Int(exactly: ratio) else { return nil }
        let slack = ratio * (found.noise + found.spread)
        return isClose(grad, ratio * found.value, slack, options) ? count : nil
    }

    private func isClose(
        _ grad: Double, _ quotient: Double, _ slack: Double, _ options: GradientCheck.Options
    ) -> Bool {
        let size = Swift.max(grad.magnitude, quotient.magnitude)
        return (grad - quotient).magnitude <= options.tolerance * size + slack && size.isFinite
    }
}
