internal import Micrograd
internal import TraceGraph

/// `trace check`: a program or a saved graph in, a table of its gradients beside difference quotients out.
struct CheckCommand {
    private let arguments: DrawArguments
    private let console: Console

    init(_ arguments: DrawArguments, _ console: Console) {
        self.arguments = arguments
        self.console = console
    }

    func run() throws(UsageError) -> ExitCode {
        do throws(CommandError) {
            let input = GraphInput(arguments: arguments, console: console, print: console.print)
            guard let graph = try input.read() else { return .done }
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
