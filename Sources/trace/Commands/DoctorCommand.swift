internal import Micrograd
internal import TraceGraph

extension CommandName {
    static let doctor = CommandName("doctor")
}

/// `trace doctor`: what this machine can render, and what is missing.
enum DoctorCommand {
    static let spec = CommandSpec(
        name: .doctor, summary: "show what this machine can render, and what is missing",
        exitCodes: [.done: "everything works", .failed: "something is missing"],
        run: { examine($0.console) })

    private static func examine(_ console: Console) -> ExitCode {
        let graphviz = GraphvizInstallation.current
        console.print("trace     \(VersionCommand.version)\n")
        console.print("Graphviz  \(graphviz.version)\n")
        console.print("plug-ins  \(graphviz.pluginFolder ?? "not found")\n\n")

        var isHealthy = true
        func check(_ what: String, _ body: () throws(TraceGraphError) -> Void) {
            do throws(TraceGraphError) {
                try body()
                console.print("\(what)  works\n")
            } catch {
                isHealthy = false
                console.print("\(what)  fails: \(error)\n")
            }
        }
        let names = OutputFormat.allCases.map(\.rawValue) + LayoutEngine.allCases.map { "-K \($0.rawValue)" }
        let width = names.map(\.count).max() ?? 0
        func padded(_ name: String) -> String { name + String(repeating: " ", count: width - name.count) }

        withTape {
            let x = Value(3, label: "x")
            let y = x * x
            y.backward()
            for format in OutputFormat.allCases {
                check(padded(format.rawValue)) { () throws(TraceGraphError) in
                    _ = try drawDot(y).data(as: format)
                }
            }
            for engine in LayoutEngine.allCases {
                var drawing = drawDot(y)
                drawing.options.engine = engine
                check(padded("-K \(engine.rawValue)")) { () throws(TraceGraphError) in _ = try drawing.svg() }
            }
        }
        return isHealthy ? .done : .failed
    }
}
