/// What the compiler asks of the table of built-in functions.
protocol BuiltinLookup {
    /// What a name means where the text does not assign it.
    func global(_ name: String) -> Cell?
    /// The number of a function that is there without an import.
    func row(of name: String) -> Int?
    /// The function or constant of a module.
    func member(_ name: String, of namespace: Namespace) -> Cell?
    /// The names of a module's functions and constants that messages list.
    func members(of namespace: Namespace) -> [String]
    /// The names that can be imported but not used.
    var unusableNames: [String] { get }
}
