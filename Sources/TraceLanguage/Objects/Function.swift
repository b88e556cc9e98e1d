/// A built-in function as objects hold it: its name, where it is found, and its parameters.
struct Function: Sendable {
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

    /// - Parameter parameters: The names, with `?` behind those that may be left out; behind `*` only as
    ///   keywords, and `**` for any other keyword: `"data * label?"`. `*rest` takes all other arguments.
    init(_ name: String, in namespaces: [Namespace], _ parameters: String) {
        self.name = name
        self.namespaces = namespaces
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
    }
}
