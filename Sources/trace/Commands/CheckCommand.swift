internal import Micrograd
internal import MicrogradSupport
internal import TraceGraph
internal import TraceLanguage

extension CommandName {
    static let check = CommandName("check")
}

/// `trace check`: a program or a saved graph in, a table of its gradients beside difference quotients out.
struct CheckCommand {
    static let spec = CommandSpec(
        name: .check, summary: "compare every gradient with a difference quotient",
        operands: [GraphInput.operand],
        notes: [
            "The result is computed again with each value moved a little up and down. "
                + "Gradients that a program sets by hand are compared like those of backward(). "
                + "A kink, such as that of relu at 0, is reported and is no difference."
        ],
        examples: [
            "trace check expr.txt",
            "trace check expr.txt --set x1=2.5",
            "trace expr.txt -T json | trace check -",
        ],
        exitCodes: [.done: "all agree", .failed: "bad input", .difference: "a gradient differs"],
        run: { (invocation) throws(UsageError) in
            try CheckCommand(arguments: invocation.arguments, console: invocation.console).run()
        })

    private let arguments: Arguments
    private let console: Console

    private init(arguments: Arguments, console: Console) {
        self.arguments = arguments
        self.console = console
    }

    private func run() throws(UsageError) -> ExitCode {
        do throws(CommandError) {
            var arguments = arguments
            arguments.run.requiresMatchingGradients = true
            let input = GraphInput(
                arguments: arguments, console: console, requiresGraph: true, print: console.print)
            guard let graph = try input.read() else { return .done }
            console.begin("checking \(graph.nodes.count.grouped) values")
            let limit = arguments.drawing.maximumNodeCount
            let check = GradientCheck(of: graph, options: GradientCheck.Options(maximumCount: limit))
            if let obstacle = check.obstacle { throw .input(obstacle.description + optionHint(obstacle)) }
            let drawing = Drawing(graph, options: arguments.drawing)
            console.print(drawing.table(with: check) + "\n" + drawing.summary(of: check) + "\n")
            return check.agrees ? .done : .difference
        } catch {
            return try console.report(error, in: arguments)
        }
    }

    /// The option that does what the message says; empty where there is none.
    private func optionHint(_ obstacle: GradientCheck.Obstacle) -> String {
        switch obstacle {
        case .tooLarge(let count, _): " (--max-nodes \(count))"
        case .severalResults: " (--root NAME)"
        default: ""
        }
    }
}
