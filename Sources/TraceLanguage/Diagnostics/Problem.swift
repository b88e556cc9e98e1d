/// What can be wrong with a text, or worth a note; the wording is in `description`.
enum Problem {
    // MARK: Characters and lines
    case notUTF8(UInt8), nulByte
    case lineTooLong(line: Int, bytes: Int, limit: Int)
    case tabInIndentation, unevenIndentation, unexpectedIndentation
    case strayBackslash, backslashAtEnd
    case strayCharacter(Unicode.Scalar)
    case unclosed(String), neverOpened(String), mismatched(closing: String, opening: String)
    case nestedTooDeeply(Int)

    // MARK: Numbers and strings
    case leadingZero(String), integerTooLarge, badNumber(String)
    case numberMeetsName(String, String), numberMeetsKeyword(String, String)
    case decimalComma(number: String, tuple: String)
    case badPrefix(String), unterminatedString(isTriple: Bool), badEscape(String)
    case singleBrace, unclosedField, emptyField, badConversion
    case badSpecification(String, type: String, reason: String)
    case percentCount(given: Int), percentRest(used: Int, given: Int), percentWithoutType, percentType(String)
    case percentOperand(String, String), percentValue(String), formatField(String)

    // MARK: Grammar
    case refused(Refusal)
    case unexpected(String, wanted: String)
    case needlessWord(String), callWithoutParentheses(String, String)
    case caretAsPower, printStatement
    case missingColon, missingBlock, blockOnLine(String), blocksTooDeep(Int), elseWithoutIf(String)
    case outsideLoop(String), outsideFunction, assignmentAsCondition, conditionalWithoutElse
    case repeatedParameter(String), parameterWithoutDefault(String)
    case generatorAmongArguments, bareTupleInComprehension(String?)
    case specialMethod(String)
    case tooComplex
    case cannotAssign(String), unknownAugmented(String)
    case relativeImport, unknownModule(String)
    case repeatedArgument(String), positionalAfterKeyword

    // MARK: Names and types
    case unknownName(String, suggestion: String?), unassignedName(String), skippedFunction(String)
    case unknownAttribute(String, type: String, suggestion: String?, known: [String])
    case unusable(String)
    case notCalled(String)
    case notCallable(String, product: String?), notIndexable(String), badIndex(String)
    case indexOutOfRange(Int128, count: Int)
    case badOperand(String, type: String)
    case badOperands(String, left: String, right: String)
    case valueComparison(String, instead: String?)
    case plainNumberGradient(String, type: String), calledAttribute(String, written: String?)
    case noFunctionAnyMore(String, cell: Int?, line: Int)
    case pythonName(String, instead: String), otherModule(String, instead: String?)
    case inputAsNumber(String, name: String)
    case notSettable(String, type: String)
    case notUnpackable(String), unpackCount(wanted: Int, given: Int)
    case notIterable(String, isNumber: Bool), itemsNotSettable(String), missingKey(String), unhashable(String)
    case zeroStep(String), generatorRuns
    case badBase(String), superOutsideMethod, moduleAlone, constructorResult(String)
    case textOfObject(String, type: String), joinOfOther(index: Int, type: String)
    case notConvertible(String, to: String), sumOfTexts, emptyRandomRange

    // MARK: Calls
    case wrongArgument(function: String, parameter: String, wanted: String, given: String)
    case missingArgument(function: String, parameter: String)
    case tooManyArguments(function: String, limit: Int, given: Int)
    case unknownKeyword(function: String, name: String, suggestion: String?, known: [String])
    case givenTwice(function: String, parameter: String)
    case unequalCounts(function: String, Int, Int)
    case mathOnValue(function: String, instead: String)
    case networkInputs(String?, inputs: String), sizesWithoutList(String, sizes: [String])
    case labelWithoutKeyword(String?)
    case inputCount(String, wanted: Int, given: Int)

    // MARK: Notebooks
    case brokenNotebook(String), otherKernel(String), noCodeCells(file: String)
    case cellLeftOut(Int, CellNeed, use: String?)
    case leftOutName(String, cell: Int, CellNeed), unchosenName(String, cell: Int)

    // MARK: Arithmetic
    case divisionByZero, zeroToNegativePower, complexPower
    case integerOverflow, floatOverflow
    case outsideDomain(function: String, argument: String), rangeError(function: String, argument: String)

    // MARK: The run
    case tooManySteps(Int), recursion(Int), assertion(String?), notKeywords(String)
    case unknownRoot(String, suggestion: String?, names: [String])
    case rootWithoutValue(String, type: String), sharedLabel(String, count: Int)
    case unknownSetting(String, suggestion: String?, names: [String])
    case settingNotLiteral(String)
    case nothingToDraw(file: String, example: String)

    // MARK: Notes and warnings
    case plainNumber(String, Double)
    case leftOut([String], roots: [String])
    case severalRoots([String])
    case nothingComputed([String], example: String?), onlyPrints(file: String)
    case changedLater([String], root: String?), changedBetween([String]), overwritten([String])
    case changedResults([String]), gradientsOfChangedData([(name: String, data: Double)])
    case gradientsOfOther(String, drawn: String?), addedGradients(String, passes: Int, more: Int)
    case gradientsSet, gradientsChanged([String]), gradientsRead(root: String)
    case emptyStep(String?, isFirst: Bool)
    case drawingOptions, drawingCall(String)
    case ownEngine, ownDrawing(String), plotSkipped(String), commandSkipped
    case notFinite(String?, Double)

    /// Whether a bracket that is never closed may be what is really wrong.
    var mayComeFromOpenBracket: Bool {
        switch self {
        case .unexpected, .cannotAssign, .refused, .positionalAfterKeyword: true
        default: false
        }
    }

    /// What is the same for all notes about one kind of thing that is not run, of which the first is enough.
    var skippedKey: String {
        switch self {
        case .plotSkipped: "plot"
        case .commandSkipped: "command"
        default: description
        }
    }
}
