import Micrograd
import Testing

@Suite("A value")
struct ValueTests {
    @Test("takes 16 bytes without reference counting")
    func layout() {
        #expect(MemoryLayout<Value>.stride == 16)
        #expect(MemoryLayout<Value>.stride == 16)
        #expect(_isPOD(Value.self))
    }

    @Test("has gradient 0 before any backward, and none in a walk")
    func gradientAtFirst() {
        withTape {
            let x = Value(2)
            #expect(x.grad == 0 && x.grad.sign == .plus)
            #expect(Array(GraphWalk(from: x)).map(\.grad) == [nil])
        }
    }

    @Test("keeps a gradient that was set, 0 among them", arguments: [3.5, 0.0, -0.0, .infinity])
    func setGradient(_ number: Double) {
        withTape {
            let x = Value(2)
            x.grad = number
            #expect(x.grad == number)
            #expect(Array(GraphWalk(from: x)).map(\.grad) == [number])
            x.zeroGrad()
            #expect(x.grad == 0)
            #expect(Array(GraphWalk(from: x)).map(\.grad) == [nil])
        }
    }

    @Test("set to other data leaves what was computed from it, and counts in the next backward")
    func setData() {
        withTape {
            let x = Value(3), y = Value(4)
            let z = x * y
            x.data = 10
            #expect(z.data == 12)
            z.backward()
            #expect((x.grad, y.grad) == (4, 10))
        }
    }

    @Test("prints as micrograd prints it")
    func description() {
        withTape {
            let x = Value(2), y = Value(-0.5)
            let z = x * y * 1e16
            z.backward()
            #expect("\(z)" == "Value(data=-1e+16, grad=1.0)")
            #expect("\(x)" == "Value(data=2.0, grad=-5000000000000000.0)")
            #expect("\(Value(.nan))" == "Value(data=nan, grad=0.0)")
        }
    }

    @Test("is a leaf exactly if it was given")
    func leaf() {
        withTape {
            let x = Value(1)
            #expect(x.isLeaf)
            #expect(!(x + 1).isLeaf)
            #expect((+x).isLeaf)
        }
    }

    @Test("is a parameter only if it was made one")
    func parameter() {
        withTape {
            let x = Value(1), y = Value(2)
            x.isParameter = true
            #expect(x.isParameter && !y.isParameter)
            #expect(Array(GraphWalk(from: x * y)).map(\.isParameter) == [true, false, false])
            x.isParameter = false
            #expect(!x.isParameter)
        }
    }
}
