public import Micrograd
public struct Diagnostic: Sendable {
    public enum Severity: Sendable { case error, warning, note }; public var severity: Severity;
    public func rendered(color: Bool = false) -> String { "" }
}
public struct LanguageError: Error { public let diagnostic: Diagnostic }
public struct ProgramResult {
    public struct Backward { public var root: Value; public var calls: Int }; public var roots: [Value];
    public var backward: Backward?; public var notes: [Diagnostic]
}
public struct RunOptions: Sendable {
    public struct Setting: Sendable { public init(name: String, number: Double) {} }
    public var roots: [String] = []; public var runsBackward = true; public var settings: [Setting] = [];
    public var seed = 0; public var maximumSteps = 1; public init() {}
}
public struct SourceText { public init(name: String, text: String) {} }
public func run(_ s: SourceText, options: RunOptions, print: (String) -> Void) throws(LanguageError)
    -> ProgramResult
{ let v = Value(1); return ProgramResult(roots: [v], backward: nil, notes: []) }
package enum Suggestion { package static func nearest(to: String, among: [String]) -> String? { nil } }
