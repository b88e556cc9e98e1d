/// A command that is to run: what it was given, where it speaks, and all that there are.
struct Invocation {
    let arguments: Arguments
    let console: Console
    let table: CommandTable
}
