import Foundation
import Micrograd
import MicrogradSupport
import Testing

@Suite("The operators")
struct ValueOperatorsTests {
    @Test("give the numbers of micrograd's README", arguments: [Activation.relu, .tanh])
    func readme(activation: Activation) {
        // The published figures for relu; PyTorch's in float64 where tanh stands for relu in d.
        let expected =
            activation == .relu
            ? (g: "24.7041", a: "138.8338", b: "645.5773") : (g: "4.6252", a: "27.0601", b: "117.3345")
        withTape {
            let a = Value(-4.0), b = Value(2.0)
            var c = a + b
            var d = a * b + b ** 3
            c += c + 1
            c += 1 + c + (-a)
            d += d * 2 + activation(b + a)
            d += 3 * d + activation(b - a)
            let e = c - d
            let f = e ** 2
            var g = f / 2.0
            g += 10.0 / f
            g.backward()
            #expect(g.data.fixed(4) == expected.g)
            #expect(a.grad.fixed(4) == expected.a)
            #expect(b.grad.fixed(4) == expected.b)
        }
    }

    @Test("bind as written")
    func precedence() {
        withTape {
            let a = Value(3)
            #expect((2 * a ** 2).data == 18)
            #expect((a ** 2 ** 3).data == 6561)
            #expect((2 ** 3 * a).data == 24)
            #expect((-a ** 2).data == 9, "a prefix minus binds tighter than **")
            #expect((a - 1 - 1).data == 1)
            #expect((a / 2 / 3).data == 0.5)
        }
    }

    @Test("with assignment make a new value and leave the old one in the graph")
    func assignment() {
        withTape {
            let a = Value(3), b = Value(2)
            var x = a
            x += b
            x -= 1
            x *= b
            x /= 4
            x **= 2
            x += 0.5
            x -= b
            x *= 3
            x /= b
            x **= b
            #expect(a.data == 3)
            // ((((3 + 2 - 1) · 2 / 4)² + 0.5 - 2) · 3 / 2)²
            #expect(x.data == 14.0625)
            #expect(GraphWalk(from: x).compactMap(\.operation).count == 10)
        }
    }

    @Test("on two numbers are a power of numbers")
    func numbers() {
        #expect(2.0 ** 10.0 == 1024)
        #expect(0.0 ** 0.0 == 1)
    }

    @Test("with a plus in front record nothing")
    func plus() {
        withTape {
            let x = Value(2)
            #expect(GraphWalk(from: +x).count == 1)
        }
    }

    @Test("a power is rounded as the C library's pow rounds it, which is Python's")
    func rounding() {
        withTape {
            for number in (1...999).map({ Double($0) / 100 }) {
                for exponent in [2.0, 3, 4, 0.5, -1, -2] {
                    let power = (Value(number) ** exponent).data
                    #expect(power.bitPattern == pow(number, exponent).bitPattern, "\(number) ** \(exponent)")
                }
            }
        }
    }

    @Test("cubes are those of C's pow, to the last bit, however many digits the number has")
    func cubes() {
        withTape {
            var random = RandomStream(seed: 3)
            var numbers = [0, -0.0, 1, -4, 1.5, 1e-120, 1e-101, 1e101, 1e150, .infinity, -.infinity]
            for _ in 0..<2_000 {
                let number = random.uniform(-8, 8)
                // As it is, and with the 17 and the 18 highest bits that it has.
                numbers += [36, 35, 0].map {
                    Double(bitPattern: (number.bitPattern >> UInt64($0)) << UInt64($0))
                }
            }
            for number in numbers {
                #expect((Value(number) ** 3).data.bitPattern == pow(number, 3.0).bitPattern)
            }
        }
    }
}
