import Micrograd
import Testing
import TraceLanguage

@Suite struct NotebookTests {
    private func cells(_ text: String) throws -> [String] {
        try Notebook(name: "n.ipynb", bytes: Array(text.utf8)).cells
    }

    private func message(_ text: String) -> String {
        do throws(LanguageError) {
            _ = try Notebook(name: "n.ipynb", bytes: Array(text.utf8))
            return "no error"
        } catch {
            return error.diagnostic.rendered()
        }
    }

    @Test("the code cells are read, their source one string or one for each line")
    func sources() throws {
        let text = """
            {"cells": [{"cell_type": "code", "source": "a = 1\\nb = 2"},
             {"cell_type": "markdown", "source": 3},
             {"cell_type": "raw"},
             {"cell_type": "code", "source": ["c = 'é'\\n", "\\n", "d = 4"], "outputs": [{"data": [[1e3]]}]},
             {"cell_type": "code", "source": []}], "metadata": {}, "nbformat": 4}
            """
        #expect(try cells(text) == ["a = 1\nb = 2", "c = 'é'\n\nd = 4", ""])
        #expect(try cells("\u{feff}" + text).count == 3)
    }

    @Test("worksheets of nbformat 3 are read too")
    func worksheets() throws {
        let text = """
            {"nbformat": 3, "worksheets": [
             {"cells": [{"cell_type": "code", "input": ["a = 1\\n", "b = 2"]}, {"cell_type": "heading"}]},
             {"cells": [{"cell_type": "code", "input": "c = 3"}]}]}
            """
        #expect(try cells(text) == ["a = 1\nb = 2", "c = 3"])
    }

    @Test("a file that is no notebook is an error with its place in the file")
    func broken() {
        #expect(
            message("{\"cells\": [\n  {\"cell_type\": \"code\", \"source\": [\"a = 1\" \"b\"]}]}") == """
                n.ipynb:2:44: error: this cannot be read as a notebook: expected ',' or ']'
                 2 |   {"cell_type": "code", "source": ["a = 1" "b"]}]}
                   |                                            ^
                """)
        for (text, problem) in [
            ("a = 2.0", "1:1: error: this cannot be read as a notebook: expected a JSON value"),
            (
                "[]",
                "1:1: error: this cannot be read as a notebook: the notebook must be an object, not an array"
            ),
            ("{}", "1:1: error: this cannot be read as a notebook: the notebook has no 'cells'"),
            (
                "{\"cells\": [",
                "1:12: error: this cannot be read as a notebook: the JSON text ends too early"
            ),
            (
                "{\"cells\": [{\"cell_type\": \"code\"}]}",
                "1:12: error: this cannot be read as a notebook: a cell has no 'source'"
            ),
            (
                "{\"cells\": [{\"cell_type\": \"code\",\n\"source\": [\"é\", 3]}]}",
                "2:17: error: this cannot be read as a notebook: 'source' must be a string or an array of strings, "
                    + "not a number"
            ),
        ] {
            #expect(message(text).prefix { $0 != "\n" } == "n.ipynb:" + problem)
        }
    }

    @Test("a notebook of another language, or without a code cell, is refused")
    func others() {
        for metadata in ["\"language_info\": {\"name\": \"R\"}", "\"kernelspec\": {\"language\": \"R\"}"] {
            let text = "{\"cells\": [], \"metadata\": {\(metadata)}}"
            #expect(message(text).contains(": error: this notebook is written in R; trace reads Python\n"))
        }
        #expect(
            message("{\"cells\": [], \"metadata\": {\"language_info\": {\"name\": \"ipython\"}}}")
                == "trace: error: n.ipynb has no code cells; there is nothing to run")
    }

    @Test("a notebook is known by what it holds")
    func isNotebook() {
        #expect(Notebook.isNotebook(Array("\n {\"cells\": [], \"nbformat\": 4}".utf8)))
        #expect(Notebook.isNotebook(Array("{\"worksheets\": [], \"nbformat\": 3}".utf8)))
        #expect(!Notebook.isNotebook(Array("{\"format\": \"trace-graph\", \"nodes\": []}".utf8)))
        #expect(!Notebook.isNotebook(Array("a = '\"cells\" \"nbformat\"'".utf8)))
        #expect(!Notebook.isNotebook([]))
    }

    @Test("a message says the cell and the line in it")
    func places() {
        #expect(
            Outcome(cells: ["a = Value(2.0)\n", "", "# é\r\nb = a*日本\r\n"]).message == """
                n.ipynb:cell 3:2:7: error: unknown name '日本'
                 2 | b = a*日本
                   |       ^~~~
                """)
        let called = Outcome(cells: ["a = Value(2.0)\ndef f(x):\n    return x*q", "f(\n  a)"])
        #expect(
            called.message == """
                n.ipynb:cell 1:3:14: error: unknown name 'q'
                 3 |     return x*q
                   |              ^
                n.ipynb:cell 2:1:1: note: f was called here
                 1 | f(
                   | ^~
                """)
        #expect(
            Outcome(cells: ["x = Value(1.0)", "\nlen = 3", "len([x])"]).message.hasPrefix(
                "n.ipynb:cell 3:1:1: error: 'len' was assigned in line 2 of cell 2 and is no function any more"
            ))
        #expect(Outcome(cells: ["a = 1", "b = \u{0}"]).message.hasPrefix("n.ipynb:cell 2:1:5: error: a NUL"))
        let note = Outcome(cells: ["h = 2\na = Value(1.0)", "b = a*h"]).noteLines
        #expect(note.map { String($0.prefix(20)) } == ["n.ipynb:cell 2:1:7: "])
    }

    @Test("each cell is read by itself: what it leaves open ends with it")
    func ends() {
        for (cell, problem) in [
            ("a = (1 +", "1:5: error: '(' is never closed"),
            ("a = '''x", "1:5: error: this string is never closed"),
            ("a = 1 + \\", "1:9: error: a backslash joins lines, and no line follows this one"),
            ("if a:", "1:6: error: the lines that belong to the ':' above must be indented"),
            ("a = 1 +", "1:8: error: expected a value, found the end of the line"),
            ("  a = 1", "1:1: error: unexpected indentation; start the line at the left margin"),
        ] {
            let message = Outcome(cells: ["x = Value(1.0)", cell, "b = 2)\n    '''"]).message
            #expect(message.prefix { $0 != "\n" } == "n.ipynb:cell 2:" + problem)
        }
        #expect(Outcome(cells: ["def f(x):\n    return x*x", "y = f(Value(3.0))"])["y"]?.data == 9)
    }

    @Test("names and kind are those of all cells")
    func together() {
        let outcome = Outcome(cells: ["h = 2", "a = Value(3.0)", "y = a*h"])
        #expect(outcome.labels == ["a", "y"] && outcome["y"]?.data == 6)
        #expect(Outcome(cells: ["a = 3.0", "b = 2", "y = a*b"]).labels == ["a", "b", "y"])
    }

    @Test("only the chosen cells run; a name of another one says so")
    func chosen() {
        let cells = ["import math as m\nx = 3.0", "a = Value(2.0)\nprint(m.pi)", "y = a*x", "z = a*a"]
        let outcome = Outcome(cells: cells, chosen: [2, 4])
        #expect(outcome.printed == "3.141592653589793\n" && outcome.labels == ["a", "z"])
        #expect(
            Outcome(cells: cells, chosen: [2, 3]).message == """
                n.ipynb:cell 3:1:7: error: 'x' is made in cell 1, which is not among those that --cells chooses
                 1 | y = a*x
                   |       ^
                """)
        // What is not chosen may be anything.
        #expect(Outcome(cells: cells + ["x = = 'y"], chosen: [2, 4]).message == "no error")
    }
}
