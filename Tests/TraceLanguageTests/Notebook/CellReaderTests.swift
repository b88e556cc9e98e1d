import Micrograd
import Testing
import TraceLanguage

/// Which cells of a notebook run, and what is said of the others.
@Suite struct CellReaderTests {
    /// The notes on a cell behind one that defines a Value.
    private func notes(_ cell: String) -> [String] {
        let outcome = Outcome(cells: ["a = Value(2.0)", cell, "b = a*a"])
        return outcome.isError ? [outcome.message] : outcome.noteLines
    }

    private func leftOut(_ place: String, _ reason: String) -> [String] {
        ["n.ipynb:cell 2:\(place): note: cell 2 is left out, because \(reason)"]
    }

    @Test(
        "a cell that uses what is not there is left out, with a note that says why",
        arguments: [
            ("import numpy as np\nxs = np.arange(3)", "2:6", "it uses numpy (np.arange)"),
            ("import numpy\nnumpy.random.seed(1)", "2:1", "it uses numpy (numpy.random.seed)"),
            ("np.random.seed(1)", "1:1", "it uses numpy (np.random.seed)"),
            ("def f(x):\n    return np.exp(x)", "2:12", "it uses numpy (np.exp)"),
            ("y = a*a\nfig, ax = plt.subplots()", "2:11", "it uses matplotlib (plt.subplots)"),
            ("import torch.nn.functional as F\nF.relu(a)", "2:1", "it uses torch (F.relu)"),
            ("from torch import nn\nm = nn.Linear(2, 1)", "2:5", "it uses torch (nn.Linear)"),
            ("from sklearn.datasets import make_moons\nmake_moons()", "2:1", "it uses sklearn (make_moons)"),
            ("import time\nt = time.time()", "2:5", "it uses time (time.time)"),
            ("from micrograd.viz import show\nshow(a)", "2:1", "it uses micrograd.viz (show)"),
            ("def f():\n    import os\n    return os.getcwd()", "2:12", "it uses os"),
            ("for i in range(2):\n    x = np.zeros(i)", "2:9", "it uses numpy (np.zeros)"),
            ("print(f'{np.pi}')", "1:1", "it uses numpy"),
            ("xs = [float(line) for line in open('x.txt')]", "1:31", "it reads or writes files (open)"),
            ("n = int(input('n? '))", "1:9", "it asks for input (input)"),
            ("display(a)", "1:1", "it uses IPython (display)"),
        ])
    func needs(cell: String, place: String, reason: String) {
        #expect(notes(cell) == leftOut(place, reason))
    }

    @Test(
        "so is one that uses another module in a way that is not read at all",
        arguments: [
            ("with torch.no_grad():\n    y = a", "1:6", "it uses torch (torch.no_grad)"),
            ("x = np.zeros(3)\ny = x[:, 0]", "1:5", "it uses numpy (np.zeros)"),
            ("f = lambda x: np.exp(x)", "1:15", "it uses numpy (np.exp)"),
            ("opt = {'lr': 0.1}\nx = torch.ones(1)", "2:5", "it uses torch (torch.ones)"),
            ("import time\n@time.cache\ndef f(x): pass", "2:2", "it uses time (time.cache)"),
            ("with open('x.txt') as file:\n    text = file.read()", "1:6", "it reads or writes files (open)"),
        ])
    func refused(cell: String, place: String, reason: String) {
        #expect(notes(cell) == leftOut(place, reason))
    }

    @Test("a cell in another language is left out; one that is timed or kept quiet runs")
    func magics() {
        for word in ["%%bash", "%%html", "%%javascript", "%%latex", "%%writefile", "%%script", "%%sh"] {
            #expect(notes("\(word) x\n'<p>") == leftOut("1:1", "it is no Python (\(word))"))
        }
        #expect(notes("\n%%bash") == leftOut("2:1", "it is no Python (%%bash)"))
        for word in ["%%time", "%%timeit -n 10", "%%capture out", "%%python"] {
            let outcome = Outcome(cells: ["a = Value(2.0)", "\(word)\nb = a*a", "b"])
            #expect(outcome.printed == "Value(data=4.0, grad=0.0)\n")
            #expect(outcome.noteLines == ["n.ipynb:cell 2:1:1: note: commands of a notebook are left out"])
        }
    }

    @Test("%time runs what it times, and other commands of a line are skipped")
    func commands() {
        let outcome = Outcome(
            cells: [
                "%matplotlib inline\n!pip install x", "a = Value(2.0)\n%time b = a*a\n%timeit a*a", "%time",
            ])
        #expect(outcome["b"]?.data == 4)
        #expect(outcome.noteLines == ["n.ipynb:cell 1:1:1: note: commands of a notebook are left out"])
    }

    @Test(
        "what nothing uses does no harm, and a name that the text gives something is its own",
        arguments: [
            "import numpy as np, torch, time, os.path\nfrom sklearn import datasets\nfrom numpy import *",
            "plt.figure(figsize=(5, 5)); plt.plot(np.arange(3))",
            "for i in range(2):\n    plt.plot(i)",
            "open = 3\ny = a*open",
            "def f(input):\n    return input*2\nprint(f(a))",
            "class Value:\n    def __init__(self, x):\n        self.x = np.array(x)",
            "def draw_dot(root):\n    np.set_seed(1); root._prev",
            "from math import exp\nfrom numpy import exp\nfrom math import exp\nexp(1)",
        ])
    func harmless(cell: String) {
        #expect(!notes(cell).contains { $0.contains("cell 2 is left out") || $0.contains("error") })
    }

    @Test("a module is missing in the cells below its import, until another thing has its name")
    func laterCells() {
        let outcome = Outcome(
            cells: ["import seaborn as sns", "x = sns.color()", "sns = 3.0", "a = Value(1.0)\ny = a*sns"])
        #expect(
            outcome.noteLines.first
                == "n.ipynb:cell 2:1:5: note: cell 2 is left out, because it uses seaborn (sns.color)")
        #expect(outcome["y"]?.data == 3)
    }

    @Test("imports of a cell that is left out count in the cells below")
    func imports() {
        let outcome = Outcome(
            cells: [
                "import math as m\nfrom random import seed\nx = np.zeros(2)", "y = Value(m.sqrt(4))\nseed(1)",
            ])
        #expect(outcome["y"]?.data == 2)
    }

    @Test(
        "a name that a left-out cell would have made says so where it is used",
        arguments: [
            "xs = np.arange(3)", "n, xs = 1, np.ones(3)", "for xs in np.ones(3): pass",
            "def xs(): return np.pi",
            "np.seed(1)\nclass xs: pass", "with torch.no_grad():\n    xs = 1",
            "x = lambda y: np.exp(y); xs = x(1)", "f = {}; y = np.zeros(1)\nfor xs in y: pass",
            "with torch.load() as xs:\n    pass", "n = {}; n, xs = np.ones(2)",
            "with np.x:\n    def f():\n        pass\n    xs = 2", "with np.x: pass\nclass xs:\n    y = 1",
        ])
    func lostName(cell: String) {
        let module = cell.contains("torch") ? "torch" : "numpy"
        #expect(
            Outcome(cells: ["a = Value(1.0)", cell, "y = [a*x for x in xs]"]).message == """
                n.ipynb:cell 3:1:19: error: 'xs' was to be made in cell 2, which is left out because it uses \(module); write that cell without \(module)
                 1 | y = [a*x for x in xs]
                   |                   ^~
                """)
    }

    @Test("names inside its functions, and what other cells make before, are not lost")
    func keptNames() {
        let cells = [
            "x = Value(1.0)", "def f():\n    y = 1\nwith np.z:\n    def g(q):\n        w = 1\nx = 2", "x",
        ]
        #expect(Outcome(cells: cells).printed == "Value(data=1.0, grad=0.0)\n")
        for name in ["y", "w", "q"] {
            #expect(
                Outcome(cells: cells + [name]).message.contains("error: unknown name '\(name)'"))
        }
        #expect(Outcome(cells: cells + ["g(1)"]).message.contains("'g' was to be made in cell 2"))
    }

    @Test("a built-in function does not stand in for one of a left-out cell")
    func builtins() {
        let cells = [
            "z = [Value(1.0), Value(2.0)]\nsoftmax(z)", "def softmax(x):\n    return np.exp(x)", "softmax(z)",
        ]
        #expect(
            Outcome(cells: cells).message.hasPrefix(
                "n.ipynb:cell 3:1:1: error: 'softmax' was to be made in cell 2"))
        #expect(
            Outcome(cells: ["import numpy as np\nsum = np.sum", "a = Value(1.0)\nsum(a*x for x in [1, 2])"])
                .message.contains("'sum' was to be made in cell 1"))
    }

    @Test(
        "what is refused in any other cell is an error with its place",
        arguments: [
            ("f = lambda x: x*x", "1:5: error: trace does not read `lambda`; write a def"),
            (
                "try:\n    b = a\nexcept: pass",
                "1:1: error: trace does not read `try`; an error ends the run with its place"
            ),
            (
                "input = 3\nx = {}",
                "2:5: error: trace does not read dict and set displays; use a list, or one name for each value"
            ),
            ("y = a +", "1:8: error: expected a value, found the end of the line"),
            ("y = q*a", "1:5: error: unknown name 'q'"),
        ])
    func errors(cell: String, message: String) {
        #expect(notes(cell).map { $0.prefix { $0 != "\n" } } == ["n.ipynb:cell 2:\(message)"])
    }

    @Test("an error comes with notes on the cells above it that are left out")
    func notesOfErrors() {
        let outcome = Outcome(cells: ["x = np.pi", "a = Value(1.0)", "y = a*q", "z = np.pi"])
        #expect(outcome.isError)
        #expect(
            outcome.noteLines == [
                "n.ipynb:cell 1:1:5: note: cell 1 is left out, because it uses numpy (np.pi)"
            ])
    }

    @Test("in a text that is no notebook all of this is an error")
    func plainText() {
        for text in [
            "import time", "import numpy as np\nx = np.pi", "x = open('y')", "with torch.no_grad(): pass",
        ] {
            #expect(Outcome(text + "\na = Value(1.0)").isError)
        }
    }

    // MARK: - What a cell ends with

    @Test(
        "a cell that ends in an expression prints its value as repr does, but for None and drawings",
        arguments: [
            ("a", "Value(data=2.0, grad=0.0)\n"), ("1/3", "0.3333333333333333\n"), ("5", "5\n"),
            ("'a' + 'b'", "'ab'\n"), ("[a, 1]", "[Value(data=2.0, grad=0.0), 1]\n"), ("1, 2.0", "(1, 2.0)\n"),
            ("x = 3\n(x)", "3\n"), ("x = 3; x", "3\n"), ("True", "True\n"), ("f'{1.5:.2f}'", "'1.50'\n"),
            ("class C:\n    def __repr__(self):\n        return 'C!'\nC()", "C!\n"), ("a.grad", "0.0\n"),
            ("a", "Value(data=2.0, grad=0.0)\n"),
            ("a;", ""), ("(a) ; ", ""), ("None", ""), ("print(1)", "1\n"), ("draw_dot(a)", ""),
            ("'a comment'", ""), ("\"\"\"A\ncomment\"\"\"", ""), ("x = 3", ""), ("if True:\n    3", ""),
            ("a\nx = 3", ""), ("a  # it", "Value(data=2.0, grad=0.0)\n"), ("plt.plot(a)", ""),
        ])
    func shown(cell: String, printed: String) {
        #expect(Outcome(cells: ["a = Value(2.0)", cell]).printed == printed)
    }

    @Test("in a notebook without Values it is the number, and in a text nothing")
    func shownNumbers() {
        #expect(Outcome(cells: ["x = 2.0; y = x*x", "y"]).printed == "4.0\n")
        #expect(Outcome("x = 2.0; y = x*x\ny").printed == "")
    }
}
