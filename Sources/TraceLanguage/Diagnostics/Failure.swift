/// What stops the work on a text, inside this module: a problem and the bytes that it lies in.
struct Failure: Error {
    var problem: Problem
    /// nil where the problem has no place in the text.
    var range: Range<Int>?

    init(_ problem: Problem, at range: Range<Int>?) {
        self.problem = problem
        self.range = range
    }
}
