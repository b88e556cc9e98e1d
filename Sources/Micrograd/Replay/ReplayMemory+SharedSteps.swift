extension ReplayMemory {
    func run(_ step: SharedStep) {
        switch step {
        case .unary(let operation, let x, let result):
            shared[result] = operation.value(shared[x], 0)
        case .binary(let operation, let x, let y, let result):
            shared[result] = operation.value(shared[x], shared[y])
        case .dot(let x, let y, let result):
            var sum = shared[x[0]] * shared[y[0]]
            for position in 1..<max(x.count, 1) { sum += shared[x[position]] * shared[y[position]] }
            shared[result] = sum
        }
    }

    func sweep(_ step: SharedStep, of program: ReplayProgram) {
        let grad = sharedGrads[step.result]
        switch step {
        case .unary(let operation, let x, let result):
            guard program.differentiatesShared[x] else { return }
            sharedGrads[x] += operation.gradients(grad, shared[x], 0, result: shared[result]).x
        case .binary(let operation, let x, let y, let result):
            let gradients = operation.gradients(grad, shared[x], shared[y], result: shared[result])
            if program.differentiatesShared[x] { sharedGrads[x] += gradients.x }
            if program.differentiatesShared[y] { sharedGrads[y] += gradients.y }
        case .dot(let x, let y, _):
            for position in x.indices {
                sharedGrads[x[position]] += grad * shared[y[position]]
                sharedGrads[y[position]] += grad * shared[x[position]]
            }
        }
    }
}
