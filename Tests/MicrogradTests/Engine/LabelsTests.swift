import Micrograd
import Testing

@Suite("Labels")
struct LabelsTests {
    @Test("are set at the start or later, changed and removed")
    func setting() {
        withTape {
            let x = Value(1, label: "x"), y = Value(2)
            #expect((x.label, y.label) == ("x", nil))
            y.label = "y"
            x.label = "renamed"
            #expect((x.label, y.label) == ("renamed", "y"))
            x.label = nil
            #expect(x.label == nil)
            let z = x * y
            z.label = "z"
            #expect(GraphWalk(from: z).map(\.label) == [nil, "y", "z"])
        }
    }

    @Test("go away with the region of their value, not with that of their setting")
    func regions() {
        withTape {
            let x = Value(1), renamed = Value(2, label: "before")
            withTape {
                let y = Value(2, label: "y")
                x.label = "x"
                renamed.label = "after"
                withTape { y.label = "y again" }
                #expect(y.label == "y again")
            }
            #expect((x.label, renamed.label) == ("x", "after"))
            let next = Value(3)
            #expect(next.label == nil, "it stands where y stood")
        }
    }

    @Test("that were removed and set again in a region stay right")
    func removedAndSet() {
        withTape {
            let x = Value(1, label: "x")
            withTape {
                x.label = nil
                let y = Value(2, label: "y")
                y.label = nil
                y.label = "z"
                x.label = "x2"
            }
            #expect(x.label == "x2")
            #expect(Value(3).label == nil)
        }
    }
}
