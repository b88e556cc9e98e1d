import Foundation
import Micrograd
import TestSupport
import Testing
import TraceLanguage

/// A lecture on micrograd as a learner has it, cell by cell.
@Suite struct LectureTests {
    /// What CPython prints for each cell: `Scripts/make_notebook_reference.py` wrote it.
    private struct Reference: Decodable {
        var printed: [String]

        static let lecture: Reference = readReference(
            "../References/lecture-notebook.json", beside: #filePath)
    }

    private static func notebook() throws -> Notebook {
        let repository = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let file = try Data(contentsOf: repository.appending(path: "Examples/lecture.ipynb"))
        return try Notebook(name: "lecture.ipynb", bytes: Array(file))
    }

    @Test("each cell of Examples/lecture.ipynb runs as in CPython, or a note says why it does not")
    func lecture() throws {
        let notebook = try LectureTests.notebook()
        let outcome = Outcome(SourceText(notebook), RunOptions())
        #expect(outcome.message == "no error")
        let printed = Reference.lecture.printed
        #expect(printed.count == notebook.cells.count)
        #expect(ProgramTests.areClose(outcome.printed, printed.joined()))
        #expect(outcome.noteLines == LectureTests.notes)
        #expect(outcome.backwardCalls == 24 && outcome.roots == ["loss#21"])
        // The class of the text are frames.
        #expect(Set(outcome.scopes.map(\.kind)) == ["Neuron", "Layer", "MLP"])
    }

    private static let notes = [
        "lecture.ipynb:cell 1:5:1: note: commands of a notebook are left out",
        "lecture.ipynb:cell 4:1:6: note: cell 4 is left out, because it uses numpy (np.arange)",
        "lecture.ipynb:cell 9:1:7: note: this class is not run, because trace has a Value of its own",
        "lecture.ipynb:cell 11:3:5: note: trace is not run, because trace draws by itself",
        "lecture.ipynb:cell 11:14:5: note: draw_dot is not run, because trace draws by itself",
        "lecture.ipynb:cell 16:1:1: note: plots are left out: plt.plot",
        "lecture.ipynb:cell 25:3:6: note: cell 25 is left out, because it uses torch (torch.tensor)",
        "lecture.ipynb:cell 26:1:6: note: cell 26 is left out, because it uses torch (torch.no_grad)",
        "lecture.ipynb:cell 33:1:1: note: cell 33 is left out, because it is no Python (%%bash)",
        "trace: note: L#2, o and o are left out, because loss#21 does not depend on them; --root NAME draws another value",
    ]

    @Test("its cells run by themselves as far as they need no other")
    func parts() throws {
        let notebook = try LectureTests.notebook()
        let neuron = Outcome(SourceText(notebook, cells: [17, 18, 19]), RunOptions())
        #expect(neuron.printed == Reference.lecture.printed[17] + Reference.lecture.printed[18])
        #expect(neuron.labels == ["x1", "x2", "w1", "w2", "b", "x1*w1", "x2*w2", "x1*w1 + x2*w2", "n", "o"])
    }
}
