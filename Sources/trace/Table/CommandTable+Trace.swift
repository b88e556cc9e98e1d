extension CommandTable {
    /// The commands and options of trace.
    static var trace: CommandTable {
        CommandTable(
            commands: [
                DrawCommand.spec,
                CheckCommand.spec,
                DoctorCommand.spec,
                HelpCommand.spec,
                VersionCommand.spec,
            ],
            options: traceOptions)
    }
}
