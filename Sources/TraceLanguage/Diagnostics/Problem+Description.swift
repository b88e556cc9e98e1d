internal import MicrogradSupport

extension Problem: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    var description: String {
        switch self {
        case .lineTooLong(let line, let bytes, let limit):
            "line \(line) is \(bytes.grouped) bytes long; trace reads lines of up to \(limit.grouped): "
                + "put parts of it on lines of their own"
        case .notUTF8(let byte):
            "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8 text; trace reads programs in UTF-8 "
                + "and saved graphs (.json)"
        case .nulByte: "a NUL byte, which no text has; trace reads programs in UTF-8 and saved graphs (.json)"
        case .tabInIndentation: "a tab in the indentation; indent by spaces"
        case .unevenIndentation: "this indentation matches no line above"
        case .unexpectedIndentation: "unexpected indentation; start the line at the left margin"
        case .strayBackslash: "a backslash joins lines and must be the last character of its line"
        case .backslashAtEnd: "a backslash joins lines, and no line follows this one"
        case .strayCharacter(let scalar): describe(stray: scalar)
        case .unclosed(let bracket): "'\(bracket)' is never closed"
        case .neverOpened(let bracket): "'\(bracket)' closes nothing"
        case .mismatched(let closing, let opening): "'\(closing)' does not close '\(opening)'"
        case .nestedTooDeeply(let limit):
            "too many nested parentheses (more than \(limit)); give parts of the expression a name"

        case .leadingZero(let rest): "an integer cannot start with 0; write \(rest), or 0o\(rest) for octal"
        case .integerTooLarge: "integers are exact within ±2¹²⁷, and this one is beyond; write it as a float"
        case .badNumber(let text): "'\(text)' is not a number"
        case .numberMeetsName(let number, let name):
            "a number cannot stand before a name; write \(number)*\(name)"
        case .numberMeetsKeyword(let number, let word): "write a space between \(number) and '\(word)'"
        case .decimalComma(let number, let tuple):
            "a comma makes a tuple; write \(number) for the number, or \(tuple) for the tuple"
        case .badPrefix(let prefix): "'\(prefix)' is no prefix of a string; only f, r and u are"
        case .unterminatedString(let isTriple):
            isTriple ? "this string is never closed" : "this string is not closed on its line"
        case .badEscape(let text):
            "bad escape '\(text)' in a string; write '\\\(text)' for the backslash itself"
        case .singleBrace: "a single '}' in an f-string; write '}}' for the brace itself"
        case .unclosedField: "'{' in this f-string is never closed"
        case .emptyField: "an empty field in an f-string; write an expression between the braces"
        case .badConversion: "only !r, !s and !a can follow a value in an f-string"
        case .badSpecification(let text, let type, let reason):
            "the format '\(text)' does not fit \(type); \(reason)"

        case .percentCount(let given):
            "too few values for this text: it takes more than \(given == 0 ? "none" : String(given))"
        case .percentRest(let used, let given):
            "too many values for this text: it takes \(used == 0 ? "none" : String(used)), not \(given)"
        case .percentWithoutType:
            "a letter is missing after '%'; write %f, %d or %s, or %% for the sign itself"
        case .percentType(let type): "'%\(type)' is no format; write %f, %d or %s, or %% for the sign itself"
        case .percentOperand(let type, let given): "'%\(type)' takes a number, not \(given)"
        case .percentValue(let type):
            "'%\(type)' takes a number; write the number of the Value, such as x.data"
        case .formatField(let reason): "format: \(reason)"

        case .refused(let refusal):
            "trace does not read \(refusal.advice.construct); \(refusal.advice.instead)"
        case .unexpected(let found, let wanted): "expected \(wanted), found \(found)"
        case .needlessWord(let word): "names need no '\(word)'; leave it out"
        case .callWithoutParentheses(let function, let argument): "write \(function)(\(argument))"
        case .caretAsPower: "'^' is not a power here; write ** for a power"
        case .printStatement: "print is a function; write print(…)"
        case .missingColon: "a ':' is missing at the end of this line"
        case .missingBlock: "the lines that belong to the ':' above must be indented"
        case .blockOnLine(let word): "'\(word)' starts on a line of its own, indented"
        case .blocksTooDeep(let limit): "too many blocks inside one another (more than \(limit)); write a def"
        case .elseWithoutIf(let word): "'\(word)' without an 'if' above it, at the same indentation"
        case .outsideLoop(let word): "'\(word)' stands in a loop; there is none here"
        case .outsideFunction: "'return' stands in a def; there is none here"
        case .assignmentAsCondition: "'=' assigns; write == to compare"
        case .conditionalWithoutElse: "a value with 'if' needs an 'else' too: write x if … else y"
        case .repeatedParameter(let name): "the parameter '\(name)' stands twice"
        case .parameterWithoutDefault(let name):
            "'\(name)' needs a default, as the parameter before it has one"
        case .generatorAmongArguments: "among other arguments, put parentheses around x for x in …"
        case .bareTupleInComprehension(let text):
            "put parentheses around the tuple: (\(text ?? "x, y")) for …"
        case .specialMethod(let name):
            "trace does not read `\(name)`; a class can have __init__, __call__, __repr__, __str__ and __len__, and the "
                + "built-in Value has the operators"
        case .tooComplex: "this is too complex for trace; give parts of it names"
        case .cannotAssign(let what):
            "cannot assign to \(what); a name, an attribute or an element can stand left of ="
        case .unknownAugmented(let sign):
            "trace does not read '\(sign)'; +=, -=, *=, /=, //=, %= and **= are there, or write x = x … in full"
        case .relativeImport:
            "relative imports are not read; Value and nn are built in, so leave the line out"
        case .unknownModule(let name):
            "no module '\(name)' here; micrograd, random, math and graphviz can be imported"
        case .repeatedArgument(let name): "the argument '\(name)' is given twice"
        case .positionalAfterKeyword: "an argument without a name cannot follow one with a name"

        case .unknownName(let name, let suggestion): "unknown name '\(name)'" + didYouMean(suggestion)
        case .unassignedName(let name): "'\(name)' has no value yet: it is assigned later in this function"
        case .skippedFunction(let name):
            "\(name)() of this text is not run, because trace draws by itself; leave the line out, or write draw_dot(y)"
        case .unknownAttribute(let name, let type, let suggestion, let known):
            "\(type) has no '\(name)'"
                + (suggestion == nil && !known.isEmpty ? "; it has \(list(known))" : didYouMean(suggestion))
        case .unusable(let name): "'\(name)' is not needed: trace draws by itself; write draw_dot(y)"
        case .notCalled(let name): "'\(name)' is named but not called; write \(name)()"
        case .notCallable(let type, let product):
            "\(type) cannot be called" + (product.map { "; to multiply, write \($0)" } ?? "")
        case .notIndexable(let type): "\(type) has no elements"
        case .badIndex(let type): "an index is an integer, not \(type)"
        case .indexOutOfRange(let index, let count):
            "no element \(index): there \(count == 1 ? "is 1" : "are \(count)"), counted from 0"
        case .badOperand(let sign, let type): "'\(sign)' does not work on \(type)"
        case .badOperands(let sign, let left, let right): "'\(sign)' does not work on \(left) and \(right)"
        case .valueComparison(let sign, let instead):
            "'\(sign)' compares numbers, not Values; \(instead.map { "write \($0)" } ?? "compare what .data gives")"
        case .plainNumberGradient(let name, let type):
            "\(type) has no '\(name)'; a plain number has no gradient: compute from Values, without .data"
        case .calledAttribute(let name, let written):
            "'\(name)' is no function; write \(written ?? ".\(name)") without ()"
        case .noFunctionAnyMore(let name, let cell, let line):
            "'\(name)' was assigned in line \(line)\(cell.map { " of cell \($0)" } ?? "") and is no function any more; "
                + "choose another name there"
        case .pythonName(let name, let instead): "'\(name)' is not read here; \(instead)"
        case .otherModule(let name, let instead):
            "\(name) is not read here; \(instead.map { "write \($0)" } ?? "leave the line out")"
        case .inputAsNumber(let attribute, let name):
            "\(attribute) is a number, and '\(name)' is an input here, because the text does not mention Value; "
                + "write \(name).data"
        case .notSettable(let name, let type): "'\(name)' of \(type) cannot be set"
        case .notUnpackable(let type): "\(type) cannot be assigned to several names"
        case .unpackCount(let wanted, let given):
            "\(wanted) names, but \(given) \(given == 1 ? "value" : "values")"
        case .notIterable(let type, let isNumber):
            "'for' goes through lists, not \(type)" + (isNumber ? "; write range(n) to count" : "")
        case .itemsNotSettable(let type): "elements of \(type) cannot be set; only those of a list can"
        case .missingKey(let key): "there is no keyword argument \(key)"
        case .unhashable(let type): "\(type) cannot be in a set"
        case .zeroStep(let what): "the step of a \(what) cannot be 0"
        case .generatorRuns: "this generator is at work already"
        case .badBase(let type): "a class is built on a class of the text or on nn.Module, not on \(type)"
        case .superOutsideMethod: "super() stands in a method of a class"
        case .moduleAlone: "nn.Module is there to build classes on: class Net(nn.Module)"
        case .constructorResult(let type): "__init__ returns nothing, not \(type)"
        case .textOfObject(let name, let type): "\(name) returns a string, not \(type)"
        case .joinOfOther(let index, let type):
            "join puts strings together, and element \(index) is \(type); write str(x) for each"
        case .notConvertible(let text, let type): "\(text) cannot be made \(type)"
        case .sumOfTexts: "sum adds numbers and Values; write ''.join(texts) for strings"
        case .emptyRandomRange: "randint(a, b) needs a <= b"

        case .wrongArgument(let function, let parameter, let wanted, let given):
            "\(parameter) of \(function) is \(wanted), not \(given)"
        case .missingArgument(let function, let parameter): "\(function) needs an argument '\(parameter)'"
        case .tooManyArguments(let function, let limit, let given):
            "\(function) takes \(limit == 0 ? "no arguments" : limit == 1 ? "1 argument" : "\(limit) arguments"), "
                + "not \(given)"
        case .unknownKeyword(let function, let name, let suggestion, let known):
            "\(function) has no argument '\(name)'"
                + (suggestion == nil && !known.isEmpty ? "; it has \(list(known))" : didYouMean(suggestion))
        case .givenTwice(let function, let parameter): "\(function) is given '\(parameter)' twice"
        case .unequalCounts(let function, let one, let two):
            "\(function) compares lists of equal length, not \(one) and \(two) elements"
        case .mathOnValue(let function, let instead):
            "math.\(function) works on numbers, not Values; write \(instead)"
        case .networkInputs(let name, let inputs):
            "\(name ?? "a network") takes one list; write \(name ?? "n")([\(inputs)])"
        case .sizesWithoutList(let input, let sizes):
            "the sizes of the layers are one list; write MLP(\(input), [\(sizes.joined(separator: ", "))])"
        case .labelWithoutKeyword(let text): "a label is given by name; write label=\(text ?? "'…'")"
        case .inputCount(let what, let wanted, let given):
            "this \(what) takes \(wanted) \(wanted == 1 ? "input" : "inputs"), not \(given)"

        case .brokenNotebook(let problem): "this cannot be read as a notebook: \(problem)"
        case .otherKernel(let language): "this notebook is written in \(language); trace reads Python"
        case .noCodeCells(let file): "\(file) has no code cells; there is nothing to run"
        case .cellLeftOut(let cell, let need, let use):
            "cell \(cell) is left out, because \(need.reason)" + (use.map { " (\($0))" } ?? "")
        case .leftOutName(let name, let cell, let need):
            "'\(name)' was to be made in cell \(cell), which is left out because \(need.reason); \(need.instead)"
        case .unchosenName(let name, let cell):
            "'\(name)' is made in cell \(cell), which is not among those that --cells chooses"

        case .divisionByZero: "division by zero"
        case .zeroToNegativePower: "0 cannot be raised to a negative power"
        case .complexPower: "a negative number to a power that is not whole has no real result"
        case .integerOverflow:
            "integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float"
        case .floatOverflow: "the result is too large for a float"
        case .outsideDomain(let function, let argument): "\(function) of \(argument) does not exist"
        case .rangeError(let function, let argument): "\(function) of \(argument) is too large for a float"

        case .tooManySteps(let limit):
            "stopped after \(limit.grouped) operations; --max-steps N lets a text run longer"
        case .recursion(let limit):
            "calls go \(limit.grouped) deep at most; is there an end to this recursion?"
        case .assertion(let message): "the assertion does not hold" + (message.map { ": \($0)" } ?? "")
        case .notKeywords(let type): "** takes keyword arguments, not \(type)"
        case .unknownRoot(let name, let suggestion, let names):
            "--root: no value is named '\(name)'" + meantOrListed(suggestion, names)
                + (name.hasPrefix("#") ? "; ids such as \(name) name the nodes of a saved graph" : "")
        case .rootWithoutValue(let name, let type): "--root: '\(name)' is \(type), not a Value"
        case .sharedLabel(let label, let count):
            "--root: \(count) values have the label '\(label)'; give the one that is meant a name"
        case .unknownSetting(let name, let suggestion, let names):
            "--set: no number is assigned to '\(name)'" + meantOrListed(suggestion, names)
        case .settingNotLiteral(let name):
            "--set: '\(name)' is first assigned something else than a number or Value(number)"
        case .nothingToDraw(let file, let example):
            "nothing to draw: \(file) has no value with a name; write, for example, \(example)"

        case .plainNumber(let name, let number):
            "`\(name)` is a plain number here, drawn as a constant; write `\(name) = Value(\(number.pythonDescription))` "
                + "to make it an input"
        case .leftOut(let names, let roots):
            "\(list(names)) \(names.count == 1 ? "is" : "are") left out, because \(list(roots)) "
                + "\(roots.count == 1 ? "does" : "do") not depend on "
                + "\(names.count == 1 ? "it" : "them"); --root NAME draws another value"
        case .severalRoots(let names):
            "no backward ran, because several values are drawn: \(list(names))"
        case .onlyPrints(let file): "nothing is drawn: \(file) only prints"
        case .changedLater(let names, let root):
            "\(list(names)) \(names.count == 1 ? "was changed later; it is" : "were changed later; they are") "
                + "drawn with the data that \(root ?? "the drawn values") \(root == nil ? "were" : "was") computed from"
        case .changedResults(let names):
            "\(list(names)) \(names.count == 1 ? "was changed later; it is" : "were changed later; they are") "
                + "drawn with what \(names.count == 1 ? "its operation" : "their operations") gave"
        case .gradientsOfChangedData(let changes):
            "the gradients were computed with \(list(changes.map { "\($0.name) = \($0.data.pythonDescription)" })), "
                + "which \(changes.count == 1 ? "is" : "are") not what the result was computed from; "
                + "compute the result anew after changing data, then call backward()"
        case .gradientsOfOther(let root, let drawn):
            "the gradients are those of \(root), which is not drawn"
                + (drawn.map { "; for those of \($0), call its backward() last" } ?? "")
        case .addedGradients(let name, let passes, let more):
            "\(name).grad is the sum of \(passes) backward passes, between which its data changed"
                + (more == 0 ? "" : ", and \(more) more are such sums")
                + "; \(name).zero_grad() before each pass starts afresh"
        case .changedBetween(let names):
            "\(list(names)) \(names.count == 1 ? "was" : "were") changed between two uses; shown are the data of "
                + "the last use, and what was computed before has others"
        case .overwritten(let names):
            "\(list(names)) \(names.count == 1 ? "shows" : "show") what the text set, not what "
                + "\(names.count == 1 ? "its operation gives" : "their operations give")"
        case .gradientsChanged(let names):
            "the text set the \(names.count == 1 ? "gradient" : "gradients") of \(list(names)) after the last backward()"
        case .gradientsSet:
            "the text sets gradients itself and calls no backward(), so none is run"
        case .emptyStep(nil, _):
            "_backward() adds nothing, because this value has no gradient yet; give it a name, and set its grad before"
        case .emptyStep(let name?, let isFirst):
            "\(name)._backward() adds nothing, because \(name) has no gradient yet; "
                + (isFirst
                    ? "write \(name).grad = 1.0 before it"
                    : "call _backward() of what is computed from \(name) before it")
        case .gradientsRead(let root):
            "backward() ran from \(root) after the text, which reads gradients but does not call it"
        case .nothingComputed(let names, let example):
            "nothing is computed from \(list(names)), which \(names.count == 1 ? "is" : "are") drawn alone; "
                + "what is computed from plain numbers is a number"
                + (example.map { "; write, for example, \($0)" } ?? "")
        case .drawingOptions:
            "how to draw is said on the command line; the other arguments of draw_dot are not used"
        case .ownEngine: "this class is not run, because trace has a Value of its own"
        case .ownDrawing(let name): "\(name) is not run, because trace draws by itself"
        case .plotSkipped(let name): "plots are left out: \(name)"
        case .commandSkipped: "commands of a notebook are left out"
        case .drawingCall(let name): "`\(name)` does nothing here; trace writes the picture, to -o FILE"
        case .notFinite(let label, let data):
            (label.map { "'\($0)'" } ?? "this")
                + " is \(data.pythonDescription), and what is computed from it may be nan or inf too"
        }
    }
}
