internal import MicrogradSupport

/// A Jupyter notebook: the texts of its code cells.
///
///     let notebook = try Notebook(name: "lecture.ipynb", bytes: bytes)
///     let result = try run(SourceText(notebook, cells: [1, 2, 3])) { print($0, terminator: "") }
public struct Notebook: Sendable {
    /// The name as messages show it.
    public let name: String
    /// The texts of its code cells, in order; at least one.
    public let cells: [String]

    /// Reads a notebook from the bytes of its file, the JSON that Jupyter writes (nbformat 3 and 4).
    ///
    /// - Throws: An error with its place in the file, where it is no notebook, or one of another language than Python.
    public init(name: String, bytes: [UInt8]) throws(LanguageError) {
        self.name = name
        // Without a byte order mark.
        let file = SourceText(name: name, bytes: bytes)
        do throws(Failure) {
            cells = try Notebook.cells(of: file)
        } catch {
            throw LanguageError(diagnostic: Diagnostic(.error, error.problem, in: file, at: error.range))
        }
    }

    /// Whether the bytes of a file look like a notebook, whatever its name.
    public static func isNotebook(_ bytes: [UInt8]) -> Bool {
        guard bytes.first(where: { !$0.isBlank && !$0.isLineEnd }) == UInt8(ascii: "{") else { return false }
        return bytes.contain("\"nbformat\"")
            && (bytes.contain("\"cells\"") || bytes.contain("\"worksheets\""))
    }

    private static func cells(of file: SourceText) throws(Failure) -> [String] {
        let content: Content
        do throws(JSONError) {
            content = try Content(JSONParser.parse(file.bytes))
        } catch {
            let start = min(error.offset, file.bytes.count)
            throw Failure(.brokenNotebook(error.problem), at: start..<min(start + 1, file.bytes.count))
        }
        if let language = content.language, !language.name.lowercased().contains("python") {
            throw Failure(.otherKernel(language.name), at: language.offset..<language.offset + 1)
        }
        guard !content.cells.isEmpty else { throw Failure(.noCodeCells(file: file.name), at: nil) }
        return content.cells
    }

    /// What is read of the JSON.
    private struct Content {
        /// The language of the cells and where it is named, where it is.
        var language: (name: String, offset: Int)?
        var cells: [String] = []

        init(_ value: JSONValue) throws(JSONError) {
            let notebook = try JSONObject(value, "the notebook")
            language = try Content.language(of: notebook)
            // Before nbformat 4 the cells stood in worksheets.
            if notebook.member("cells") == nil, notebook.member("worksheets") != nil {
                for worksheet in try notebook.array("worksheets") {
                    try append(JSONObject(worksheet, "a worksheet").array("cells"))
                }
            } else {
                try append(notebook.array("cells"))
            }
        }

        private static func language(
            of notebook: JSONObject
        ) throws(JSONError) -> (name: String, offset: Int)? {
            guard let metadata = notebook.member("metadata") else { return nil }
            for (key, name) in [("language_info", "name"), ("kernelspec", "language")] {
                guard let part = try JSONObject(metadata, "'metadata'").member(key),
                    let language = try JSONObject(part, "'\(key)'").member(name),
                    case .string(let text) = language.content
                else { continue }
                return (text, language.offset)
            }
            return nil
        }

        private mutating func append(_ list: [JSONValue]) throws(JSONError) {
            for value in list {
                let cell = try JSONObject(value, "a cell")
                guard try cell.string("cell_type") == "code" else { continue }
                cells.append(try Content.text(of: cell, cell.member("input") == nil ? "source" : "input"))
            }
        }

        /// A string, or one for each line.
        private static func text(of cell: JSONObject, _ key: String) throws(JSONError) -> String {
            let value = try cell.value(key)
            let parts = if case .array(let parts) = value.content { parts } else { [value] }
            var text = ""
            for part in parts {
                guard case .string(let line) = part.content else {
                    throw JSONError(
                        problem: "'\(key)' must be a string or an array of strings, not \(part.kind)",
                        offset: part.offset)
                }
                text += line
            }
            return text
        }
    }
}

extension SourceText {
    /// Makes the text of a notebook to run.
    ///
    /// - Parameter cells: The numbers of the cells to run, from 1; all where it is nil. The others are not run, and
    ///   a message about a name that one of them makes says so.
    public init(_ notebook: Notebook, cells: Set<Int>? = nil) {
        self.init(name: notebook.name, cells: notebook.cells, chosen: cells)
    }
}

extension [UInt8] {
    /// Whether they contain those of a word.
    fileprivate func contain(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            withUnsafeBufferPointer { bytes in
                bytes.indices.dropLast(Swift.max(word.count - 1, 0)).contains { start in
                    bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
                }
            }
        }
    }
}
