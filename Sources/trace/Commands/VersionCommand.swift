extension CommandName {
    static let version = CommandName("version")
}

/// `trace version`: which trace this is.
enum VersionCommand {
    static let version = "0.1.0"

    static let spec = CommandSpec(
        name: .version, summary: "show the version",
        run: { invocation in
            invocation.console.print("trace \(version)\n")
            return .done
        })
}
