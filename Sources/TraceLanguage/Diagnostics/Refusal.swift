/// What Python has and this language has not, and what to write instead.
enum Refusal: String {
    case function, `class`, forLoop, whileLoop, condition, conditional, lambda, comprehension
    case tryStatement, with, yield, async, match, decorator, global, del, assert, raise, pass, loopJump,
        `return`
    case dictionary, slice, unpacking, itemAssignment, walrus, annotation
    case logic, membership, identity, floorDivision, remainder, matrixProduct, bits, ellipsis, complex, bytes

    /// The construct, and what to write instead.
    var advice: (construct: String, instead: String) {
        switch self {
        case .function: ("functions (`def`)", "write the lines out where they are used")
        case .class: ("classes", "use the built-in Neuron, Layer and MLP, or write the lines out")
        case .forLoop: ("`for` loops", "write the repeated lines out")
        case .whileLoop: ("`while` loops", "write the repeated lines out")
        case .condition: ("`if` statements", "write the lines that run")
        case .conditional: ("conditional expressions", "write the value that is meant")
        case .lambda: ("`lambda`", "write the expression where it is used")
        case .comprehension: ("comprehensions", "write the elements out: [x, y, z]")
        case .tryStatement: ("`try`", "an error ends the run with its place")
        case .with: ("`with`", "write its lines without it")
        case .yield: ("`yield`", "write the elements as a list")
        case .async: ("`async` and `await`", "write the lines without them")
        case .match: ("`match`", "write the lines that run")
        case .decorator: ("decorators", "leave the line out")
        case .global: ("`global` and `nonlocal`", "leave the line out")
        case .del: ("`del`", "leave the line out")
        case .assert: ("`assert`", "print the value instead")
        case .raise: ("`raise`", "leave the line out")
        case .pass: ("`pass`", "leave the line out")
        case .loopJump: ("`break` and `continue`", "write the repeated lines out")
        case .return: ("`return`", "assign the result to a name")
        case .dictionary: ("dict and set displays", "use a list, or one name for each value")
        case .slice: ("slices", "write the elements out: [x[0], x[1]]")
        case .unpacking: ("`*` and `**` before an argument", "write the arguments out")
        case .itemAssignment: ("assignment to an element", "write the list anew")
        case .walrus: ("`:=`", "assign on a line of its own")
        case .annotation: ("types of names", "leave ': type' out")
        case .logic: ("`and`, `or` and `not`", "write the value that is meant")
        case .membership: ("`in`", "write the value that is meant")
        case .identity: ("`is`", "write == to compare numbers")
        case .floorDivision: ("`//`", "write / and math.floor; a comment begins with #")
        case .remainder: ("`%`", "write x - y*math.floor(x/y), or an f-string to format")
        case .matrixProduct: ("`@`", "write the products and sums out")
        case .bits: ("bit operators", "write the number that is meant")
        case .ellipsis: ("`...`", "leave it out")
        case .complex: ("complex numbers", "write the real and the imaginary part as two names")
        case .bytes: ("bytes", "leave the b before the quote out")
        }
    }
}
