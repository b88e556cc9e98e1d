/// A built-in function: where it is found, its parameters, and what it does.
final class Builtin: Sendable {
    /// A parameter, as the table of functions writes it.
    struct Parameter: Sendable {
        var name: String
        var isOptional: Bool
        var isKeywordOnly: Bool
    }

    let name: String
    let namespaces: [Namespace]
    let parameters: [Parameter]
    /// Whether it takes any number of arguments before the keywords.
    let takesRest: Bool
    /// Whether unknown keyword arguments are taken too.
    let takesKeywords: Bool
    /// How many arguments can be given by position, and how many must be.
    let positionalCount: Int
    let requiredCount: Int
    let body: @Sendable (Call) throws(Failure) -> Cell

    /// - Parameter parameters: The names, with `?` behind those that may be left out; behind `*` only as
    ///   keywords, and `**` for any other keyword: `"data * label?"`. `*rest` takes all other arguments.
    init(
        _ name: String, in namespaces: [Namespace], _ parameters: String,
        _ body: @escaping @Sendable (Call) throws(Failure) -> Cell
    ) {
        self.name = name
        self.namespaces = namespaces
        self.body = body
        var list: [Parameter] = []
        var isKeywordOnly = false
        var takesRest = false
        var takesKeywords = false
        // By bytes: the table of functions is read whenever the program starts.
        for word in parameters.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
            if word == "**" {
                takesKeywords = true
            } else if word.utf8.first == UInt8(ascii: "*") {
                isKeywordOnly = true
                takesRest = word != "*"
            } else {
                let isOptional = word.utf8.last == UInt8(ascii: "?")
                list.append(
                    Parameter(
                        name: String(isOptional ? word.dropLast() : word), isOptional: isOptional,
                        isKeywordOnly: isKeywordOnly))
            }
        }
        self.parameters = list
        self.takesRest = takesRest
        self.takesKeywords = takesKeywords
        positionalCount = list.count { !$0.isKeywordOnly }
        requiredCount = list.count { !$0.isOptional }
    }
}
