import Micrograd
import Testing

@Suite("Lists of values")
struct ValueListsTests {
    @Test("have the dot product that operators give, of any length", arguments: 1...20)
    func dots(count: Int) {
        expectTwins { twin in
            let x = twin.leaves(count), y = twin.leaves(count)
            let xs = [x, x.reversed(), Array(repeating: x[0], count: count), y]
            for x in xs {
                let product = twin.track(twin.dot(x, y))
                product.backward()
                twin.look(from: product)
                (product * product).backward()
                twin.look(from: product)
            }
        }
    }

    @Test("have the sum that operators give, of any length", arguments: 2...20)
    func sums(count: Int) {
        expectTwins { twin in
            let x = twin.leaves(count)
            let lists = [x, x.reversed(), Array(repeating: x[0], count: count), x + x, x.dropLast() + [x[0]]]
            for list in lists {
                let sum = twin.track(twin.sum(list))
                sum.backward()
                twin.look(from: sum)
                (sum * sum).backward()
                twin.look(from: sum)
            }
        }
    }

    @Test("may hold a value in both factors, and each other's values")
    func sharedFactors() {
        expectTwins { twin in
            let x = twin.leaves(3)
            let values = x + [x[0] * x[1], x[2].tanh()]
            for (x, y) in [(values, values), (values, values.reversed()), (Array(x[1...]), Array(x[..<2]))] {
                let product = twin.track(twin.dot(x, y))
                product.backward()
                twin.look(from: product)
            }
        }
    }

    @Test("give an infinite or NaN number as operators do")
    func oddNumbers() {
        expectTwins { twin in
            for odd in [Double.nan, .infinity, -.infinity, -0.0] {
                let x = [twin.leaf(odd), twin.leaf(0), twin.leaf(-0.0)]
                for (x, y) in [(x, x), (x, x.reversed()), ([x[2]], [x[1]])] {
                    let loss = twin.track(twin.dot(x, y) + twin.sum(x + y))
                    loss.backward()
                    twin.look(from: loss)
                }
            }
        }
    }

    @Test("give a published number")
    func published() {
        withTape {
            // numpy.dot([1, 2, 3], [4, -5, 6]) is 12, and its gradient with respect to either is the other.
            let x = [Value(1), Value(2), Value(3)], y = [Value(4), Value(-5), Value(6)]
            let product = dot(x, y)
            product.backward()
            #expect(product.data == 12)
            #expect(x.map(\.grad) == [4, -5, 6] && y.map(\.grad) == [1, 2, 3])
            #expect(sum(x + y).data == 11)
        }
    }

    @Test("round one after the other, from first to last")
    func rounding() {
        withTape {
            let numbers = [1, 1e16, -1e16, 1]
            let values = numbers.map { Value($0) }, ones = numbers.map { _ in Value(1) }
            // 1 + 1e16 rounds to 1e16: any other order gives 2.
            #expect(sum(values).data == 1)
            #expect(dot(values, ones).data == 1)
        }
    }

    @Test("without a value give a new leaf, 0; the sum of one is that value")
    func short() {
        let tape = Tape()
        tape.use {
            let x = Value(2)
            #expect(sum([x]).position == x.position)
            #expect(tape.count == 1)
            for zero in [sum([]), dot([], [])] {
                #expect(zero.isLeaf && zero.data == 0 && !zero.isParameter)
            }
            #expect(tape.count == 3)
        }
    }
}
