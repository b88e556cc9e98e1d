import Micrograd

@inline(never) func w1() -> Double {
    withTape {
        let a = Value(-4.0), b = Value(2.0)
        var c = a + b
        var d = a * b + b ** 3
        c += c + 1
        c += 1 + c + (-a)
        d += d * 2 + (b + a).relu()
        d += 3 * d + (b - a).relu()
        let e = c - d
        let f = e ** 2
        var g = f / 2.0
        g += 10.0 / f
        g.backward()
        return a.grad + b.grad + g.data
    }
}
let clock = ContinuousClock()
var sum = 0.0
for _ in 0..<5 {
    let t = clock.measure { for _ in 0..<10_000 { sum += w1() } }
    print("W1 ns", Double(t.components.attoseconds) / 1e9 / 1e6 + Double(t.components.seconds) * 1e3)
}
print(sum, 24.70408163265306 + 138.83381924198252 + 645.5772594752186)

var random = RandomStream(seed: 1337)
let model = MLP(2, [16, 16, 1], using: &random)
var points: [(Double, Double, Double)] = []
for i in 0..<100 { points.append((random.uniform(-1, 1), random.uniform(-1, 1), i % 2 == 0 ? 1 : -1)) }
@inline(never) func step(_ model: MLP, _ points: [(Double, Double, Double)]) -> Double {
    withTape {
        var losses: [Value] = []
        for p in points {
            let s = model([Value(p.0), Value(p.1)])[0]
            losses.append((1 + -p.2 * s).relu())
        }
        var total = losses[0]
        for l in losses.dropFirst() { total += l }
        let dataLoss = total * 0.01
        var reg = model.parameters[0] * model.parameters[0]
        for p in model.parameters.dropFirst() { reg += p * p }
        let loss = dataLoss + 1e-4 * reg
        model.zeroGrad()
        loss.backward()
        for p in model.parameters { p.data -= 0.001 * p.grad }
        return loss.data
    }
}
for _ in 0..<5 {
    var l = 0.0
    let t = clock.measure { for _ in 0..<1000 { l = step(model, points) } }
    print("W3 us", (Double(t.components.attoseconds) / 1e12 + Double(t.components.seconds) * 1e6) / 1000, l)
}
