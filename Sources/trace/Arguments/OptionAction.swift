/// What an option takes and does, without the type of its value.
struct OptionAction {
    enum Effect {
        /// Takes the argument; false where it is not valid.
        case stores((String, inout Arguments) -> Bool)
        /// Runs another command instead.
        case runs(CommandName)
    }

    let effect: Effect
    /// What its argument may be; nil where it takes none.
    let shape: ValueShape?
    let placeholder: String?
    let repeats: Bool
    /// The default in words; nil where there is nothing to say.
    let standard: (Arguments) -> String?

    /// Sets a property, whose value before is the default.
    static func sets<Value>(
        _ property: WritableKeyPath<Arguments, Value>, _ kind: ValueKind<Value>
    ) -> OptionAction {
        OptionAction(kind, standard: { kind.text($0[keyPath: property]) }) {
            $1[keyPath: property] = $0
        }
    }

    /// Sets a property that is nil before; `standard` says what holds then.
    static func sets<Value>(
        _ property: WritableKeyPath<Arguments, Value?>, _ kind: ValueKind<Value>, standard: String
    ) -> OptionAction {
        OptionAction(kind, standard: { _ in standard }) { $1[keyPath: property] = $0 }
    }

    /// Adds to a list, as often as it is given; `standard` says what holds where the list is empty.
    static func appends<Value>(
        to property: WritableKeyPath<Arguments, [Value]>, _ kind: ValueKind<Value>, standard: String? = nil
    ) -> OptionAction {
        OptionAction(kind, repeats: true, standard: { _ in standard }) { $1[keyPath: property].append($0) }
    }

    /// Switches something on or off.
    static func switches(_ property: WritableKeyPath<Arguments, Bool>, to isOn: Bool) -> OptionAction {
        OptionAction(
            effect: .stores { _, arguments in
                arguments[keyPath: property] = isOn
                return true
            }, shape: nil, placeholder: nil, repeats: false, standard: { _ in nil })
    }

    /// Stands for a command.
    static func runs(_ command: CommandName) -> OptionAction {
        OptionAction(
            effect: .runs(command), shape: nil, placeholder: nil, repeats: false, standard: { _ in nil })
    }

    private init(
        effect: Effect, shape: ValueShape?, placeholder: String?, repeats: Bool,
        standard: @escaping (Arguments) -> String?
    ) {
        self.effect = effect
        self.shape = shape
        self.placeholder = placeholder
        self.repeats = repeats
        self.standard = standard
    }

    private init<Value>(
        _ kind: ValueKind<Value>, repeats: Bool = false, standard: @escaping (Arguments) -> String?,
        store: @escaping (Value, inout Arguments) -> Void
    ) {
        self.init(
            effect: .stores { word, arguments in
                guard let value = kind.read(word) else { return false }
                store(value, &arguments)
                return true
            }, shape: kind.shape, placeholder: kind.placeholder, repeats: repeats, standard: standard)
    }
}
