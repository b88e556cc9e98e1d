/// What is wrong with a table.
package enum CSVProblem {
    /// There is no line.
    case empty
    /// There is a header and nothing else.
    case noRows
    /// The bytes are no UTF-8 text.
    case notText
    /// A blank line that is not at the end.
    case blankLine
    /// A line with more or fewer fields than the first one.
    case fieldCount(Int, expected: Int)
    /// A field that is asked for as a number, and is none.
    case notANumber(String, column: String)
    /// No column has the name.
    case unknownColumn(String, known: [String])
    /// Several columns have the name.
    case repeatedColumn(String)
    /// A quote that is opened and never closed.
    case unclosedQuote
    /// A quote inside a field without quotes, or text behind the closing quote.
    case misplacedQuote
}

extension CSVProblem: CustomStringConvertible {
    /// What is wrong, and what to do.
    package var description: String {
        switch self {
        case .empty:
            return "there is nothing in it; write one line a row"
        case .noRows:
            return "there is no row below the header; add one, or read it with `hasHeader: false`"
        case .notText:
            return "it is not UTF-8 text; save the table as CSV in UTF-8"
        case .blankLine:
            return "the line is blank; remove it, or fill in its fields"
        case .fieldCount(let count, let expected):
            return "\(count) \(count == 1 ? "field" : "fields"), where the first line has \(expected); "
                + "write one field a column, and put text with commas in quotes"
        case .notANumber("", let column):
            return "column '\(column)' is empty; write a number, or leave the column out"
        case .notANumber(let text, let column):
            return
                "'\(text.prefix(30))\(text.count > 30 ? "…" : "")' in column '\(column)' is no finite number, "
                + "such as -0.5 or 2e-3; correct it, or leave the column out"
        case .unknownColumn(let name, let known):
            let names = known.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
            return "there is no column '\(name)'; the columns are \(names)\(known.count > 20 ? ", …" : "")"
        case .repeatedColumn(let name):
            return "several columns are named '\(name)'; give each a name of its own"
        case .unclosedQuote:
            return "a quote is opened and never closed; close it, and write a quote inside a field twice"
        case .misplacedQuote:
            return
                "a quote stands inside a field; put the whole field in quotes, and write a quote in it twice"
        }
    }
}

extension MicrogradError {
    /// A table with a problem, in its own words.
    package static func csv(_ problem: CSVProblem, line: Int?, path: String?) -> MicrogradError {
        .csv(problem: problem.description, line: line, path: path)
    }
}
