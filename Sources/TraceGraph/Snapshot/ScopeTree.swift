package import Micrograd

/// The scopes of a graph as a tree, whose common ancestors are found in few steps however deep it is.
package struct ScopeTree {
    private let scopes: [GraphScope]
    private var depths: [Int] = []
    /// An ancestor further up, so chosen that every one is O(log n) steps away (E. W. Myers, An applicative
    /// random-access stack, 1983).
    private var jumps: [Int] = []

    package init(_ scopes: [GraphScope]) {
        self.scopes = scopes
        for scope in scopes {
            guard let parent = scope.parent else {
                depths.append(0)
                jumps.append(scope.id)
                continue
            }
            let jump = jumps[parent]
            let areEqual = depths[parent] - depths[jump] == depths[jump] - depths[jumps[jump]]
            depths.append(depths[parent] + 1)
            jumps.append(areEqual ? jumps[jump] : parent)
        }
    }

    /// Returns the innermost scope that holds two others; nil where none does.
    package func innermost(holding one: Int?, _ other: Int?) -> Int? {
        guard var one, var other else { return nil }
        if depths[one] < depths[other] { swap(&one, &other) }
        while depths[one] > depths[other] {
            one = depths[jumps[one]] >= depths[other] ? jumps[one] : scopes[one].parent ?? one
        }
        while one != other {
            guard let parent = scopes[one].parent, let otherParent = scopes[other].parent else { return nil }
            let areApart = jumps[one] != jumps[other]
            (one, other) = areApart ? (jumps[one], jumps[other]) : (parent, otherParent)
        }
        return one
    }

    /// The names of a scope and of those around it, from the innermost on.
    func names(from scope: Int?, limit: Int) -> [String] {
        var names: [String] = []
        var next = scope
        while let scope = next, names.count < limit {
            names.append(scopes[scope].name)
            next = scopes[scope].parent
        }
        return names
    }
}
