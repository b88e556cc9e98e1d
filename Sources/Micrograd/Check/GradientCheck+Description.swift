internal import MicrogradSupport

extension GradientCheck: CustomStringConvertible {
    /// What came out, with the worst gradient named, in a few lines without a table.
    public var description: String { summary(number: \.sixDigits) }

    /// The same with numbers as `number` writes them.
    package func summary(number: (Double) -> String) -> String {
        if let obstacle { return obstacle.description }
        let kinks = gradients.count { if case .kink = $0.verdict { true } else { false } }
        let skipped = gradients.count { if case .skipped = $0.verdict { true } else { false } }
        let compared = gradients.count - skipped
        let wrong = differing.count
        var text = ""
        if wrong > 0 {
            text =
                "\(wrong) of \(compared) gradient\(compared == 1 ? "" : "s") differ\(wrong == 1 ? "s" : "")"
        } else if kinks > 0 {
            text = "\(compared - kinks) of \(compared) gradients agree"
        } else {
            text = compared == 1 ? "1 gradient agrees" : "\(compared) gradients agree"
        }
        if kinks > 0 { text += ", \(kinks) \(kinks == 1 ? "is" : "are") at a kink" }
        if skipped > 0 { text += ", \(skipped) \(skipped == 1 ? "is" : "are") not compared" }
        guard let worst, let first else { return text }
        text += "\nworst: \(worst.comparison(number))"
        if first.id != worst.id { text += "\nfirst on the way back: \(first.comparison(number))" }
        return text
    }
}

extension CheckedGradient: CustomStringConvertible {
    /// The value with its gradient, quotient and verdict, on one line.
    public var description: String { comparison(\.sixDigits) + ": " + verdictText(\.sixDigits) }

    /// `#4 e`, or `#4` for a value without a label.
    package var name: String { CheckedGradient.name(id: id, label: label) }

    static func name(id: Int, label: String?) -> String {
        "#\(id)" + (label.map { $0.isEmpty ? "" : " " + $0.visible } ?? "")
    }

    /// `#4 e (*)`, or `#0 a` for a leaf.
    var nameAndOperation: String { name + (operation.map { " (\($0.symbol))" } ?? "") }

    fileprivate func comparison(_ number: (Double) -> String) -> String {
        var text = nameAndOperation
        text += ", grad \(grad.map(number) ?? "none")"
        text += quotient.map { ", difference quotient \(number($0))" } ?? ""
        if verdict == .differs, let difference { text += ", off by \(number(difference))" }
        return text + (hintText(number).map { "; " + $0 } ?? "")
    }

    private func hintText(_ number: (Double) -> String) -> String? {
        switch hint {
        case .beyondKink(let below, let above):
            "at a kink, with slope \(number(below)) below and \(number(above)) above"
        case .multiple(let count):
            "that is \(count) times the derivative, as after \(count) passes without setting it to zero between"
        case .stepBack(let names):
            "the mistake is in the step back from " + names.joined(separator: " or ")
        case .passesOrStepBack(let passes, let names):
            "\(passes) passes add up unless the gradient is set to zero between; if it is, the mistake is in the "
                + "step back from " + names.joined(separator: " or ")
        case .notRecorded:
            "the graph does not hold all of the function, as where it goes by way of `data`"
        case nil: nil
        }
    }

    /// What the verdict says in words.
    package func verdictText(_ number: (Double) -> String) -> String {
        switch verdict {
        case .agrees: "agrees"
        case .addsUp(let passes): "agrees: \(passes) passes add up"
        case .differs: "differs"
        case .kink(let kink) where kink.below == kink.above:
            "where several kinks meet" + (kink.id.map { ", such as that of #\($0)" } ?? "")
        case .kink(let kink):
            "kink" + (kink.operation.map { " of \($0.symbol)" } ?? "") + (kink.id.map { " #\($0)" } ?? "")
                + ": slope \(number(kink.below)) below, \(number(kink.above)) above"
        case .skipped(.noGradient): "no gradient"
        case .skipped(.unused): "not compared: the result does not depend on it"
        case .skipped(.notFinite): "not compared: nan or inf, here or just beside"
        case .skipped(.unsettled): "not compared: the quotients do not settle"
        }
    }
}

extension Double {
    /// Six significant digits at most: those behind are the errors of a difference.
    fileprivate var sixDigits: String {
        guard isFinite else { return pythonDescription }
        if self == 0 { return "0" }
        var decimal = DecimalDigits(exact: self)
        decimal.round(significantDigits: 6)
        return (-3...16).contains(decimal.pointPosition) ? decimal.positional() : decimal.scientific()
    }
}
