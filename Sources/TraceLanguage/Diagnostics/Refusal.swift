/// What Python has and this language has not, and what to write instead.
enum Refusal: String {
    case lambda, tryStatement, with, yield, async, match, decorator, global, del, raise
    case dictionary, unpacking, walrus, annotation, sliceAssignment, sliceList
    case positionalOnly, severalBases, metaclass
    case matrixProduct, bits, ellipsis, complex, bytes

    /// The construct, and what to write instead.
    var advice: (construct: String, instead: String) {
        switch self {
        case .lambda: ("`lambda`", "write a def")
        case .tryStatement: ("`try`", "an error ends the run with its place")
        case .with: ("`with`", "write its lines without it")
        case .yield: ("`yield`", "return the elements as a list")
        case .async: ("`async` and `await`", "write the lines without them")
        case .match: ("`match`", "write if and elif")
        case .decorator: ("decorators", "leave the line out")
        case .global: ("`global` and `nonlocal`", "return the value, and assign it outside")
        case .del: ("`del`", "leave the line out")
        case .raise: ("`raise`", "write assert, with what must hold")
        case .dictionary: ("dict and set displays", "use a list, or one name for each value")
        case .unpacking: ("`*` in a list", "write a + b for two lists")
        case .walrus: ("`:=`", "assign on a line of its own")
        case .annotation: ("types of names", "leave ': type' out")
        case .sliceAssignment: ("assignment to a slice", "assign to each element, or write the list anew")
        case .sliceList: ("several indices in one bracket", "write x[i][j]")
        case .positionalOnly: ("`/` among parameters", "leave it out")
        case .severalBases: ("several base classes", "build the class on one")
        case .metaclass: ("keywords of a class", "leave them out")
        case .matrixProduct: ("`@`", "write the products and sums out")
        case .bits: ("bit operators", "write the number that is meant")
        case .ellipsis: ("`...`", "write pass")
        case .complex: ("complex numbers", "write the real and the imaginary part as two names")
        case .bytes: ("bytes", "leave the b before the quote out")
        }
    }
}
