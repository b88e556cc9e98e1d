internal import TraceGraph

/// What `--help` prints.
enum HelpText {
    static func text(for topic: Command.Topic) -> String {
        switch topic {
        case .draw: draw
        case .check: check
        case .doctor: doctor
        }
    }

    private static var draw: String {
        """
        Draws the graph of a computation, with data and gradient on every node.

        usage: trace [draw] FILE [-o OUTPUT] [options]
               trace check FILE [options]
               trace doctor
               trace help COMMAND | --help | --version

        FILE is a program, an expression file or a saved graph (.json); - is standard input.
        Without an output, a table of the values and gradients is printed.

        examples:
          trace expr.txt -o gout.svg
          trace expr.txt --set x1=2.5 --rankdir TB -o gout.png
          trace expr.txt -T json | trace - -o gout.pdf

        options:
        \(options(for: .draw))
          -h, --help                 this text
              --version              the version

        exit codes: 0 done, 1 bad input or rendering failed, 64 wrong usage

        """
    }

    private static var check: String {
        """
        Compares every gradient with a difference quotient: the result is computed again with each value
        moved a little up and down.

        usage: trace check FILE [options]

        FILE is a program, an expression file or a saved graph (.json); - is standard input.
        Gradients that a program sets by hand are compared like those of backward().
        A kink, such as that of relu at 0, is reported and is no difference.

        examples:
          trace check expr.txt
          trace check expr.txt --set x1=2.5
          trace expr.txt -T json | trace check -

        options:
        \(options(for: .check))
          -h, --help                 this text

        exit codes: 0 all agree, 1 bad input, 2 a gradient differs, 64 wrong usage

        """
    }

    private static let doctor = """
        Shows what this machine can render, and what is missing.

        usage: trace doctor

        exit codes: 0 everything works, 1 something is missing

        """

    private static let column = 29
    private static let width = 96

    private static func options(for topic: Command.Topic) -> String {
        DrawOption.all.filter { $0.isFor(topic) }.map { option in
            let short = option.names.first { !$0.hasPrefix("--") }.map { "\($0), " } ?? "    "
            let long = option.names.first { $0.hasPrefix("--") } ?? ""
            let head = "  \(short)\(long)" + (option.placeholder.map { " \($0)" } ?? "")
            return entry(head, option.help(for: topic))
        }.joined(separator: "\n")
    }

    /// The help of one option, broken into lines behind its names.
    private static func entry(_ head: String, _ help: String) -> String {
        let indent = String(repeating: " ", count: column)
        var lines: [String] = []
        var line = head
        if head.count + 2 > column {
            lines.append(head)
            line = ""
        }
        line += String(repeating: " ", count: column - line.count)
        for word in help.split(separator: " ") {
            let isFirst = line.count == column
            if !isFirst, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent + word
            } else {
                line += (isFirst ? "" : " ") + word
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
