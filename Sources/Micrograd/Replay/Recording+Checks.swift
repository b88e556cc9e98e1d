internal import MicrogradSupport

extension Recording {
    /// Returns how many examples there are.
    func checkShapes(of batch: [String: [Double]]) -> Int {
        var examples: Int?
        for input in inputs {
            let (name, count) = (input.name, input.count)
            guard let numbers = batch[name] else {
                trap(
                    "A recording was run without its input '\(name)': it was given \(Recording.list(batch.keys.sorted()))."
                )
            }
            guard !numbers.isEmpty else {
                trap("A recording was run with no examples: its input '\(name)' was given an empty array.")
            }
            guard numbers.count.isMultiple(of: count) else {
                trap(
                    "The input '\(name)' of a recording takes \(count) numbers an example, and was given \(numbers.count), which is no multiple of that."
                )
            }
            let own = numbers.count / count
            guard own == examples ?? own else {
                trap(
                    "The inputs of a recording need the same number of examples: '\(name)' was given \(own), '\(inputs[0].name)' \(examples ?? 0)."
                )
            }
            examples = own
        }
        if batch.count > inputs.count {
            let unknown = batch.keys.filter { name in !inputs.contains { $0.name == name } }.sorted()
            Recording.trapNoInput(unknown, of: inputs.map(\.name))
        }
        return examples ?? 1
    }

    func plan(of output: String) -> ReplayOutput {
        guard let plan = plans.first(where: { $0.name == output }) else {
            trap(
                "A recording has no output '\(output)': its outputs are \(Recording.list(plans.map(\.name)))."
            )
        }
        guard batchCount > 0 else {
            trap("A recording was asked for '\(output)' before its first `run`.")
        }
        return plan
    }

    static func trapNoInput(_ names: [String], of inputs: [String]) -> Never {
        trap("A recording has no input \(Recording.list(names)): its inputs are \(Recording.list(inputs)).")
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.map { "'\($0)'" }.joined(separator: ", ")
    }

    static func checkNames(_ names: [String], of kind: String) {
        for (position, name) in names.enumerated() where names[..<position].contains(name) {
            trap("A recording needs a name of its own for each \(kind), and '\(name)' stands twice.")
        }
    }
}
