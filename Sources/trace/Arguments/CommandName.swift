/// The word that names a command.
struct CommandName: Hashable, Sendable {
    let word: String

    init(_ word: String) {
        self.word = word
    }
}
