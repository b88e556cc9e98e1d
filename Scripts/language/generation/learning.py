"""Values that learn: gradients, training loops and networks."""


class Learning:
    def value_statement(self):
        names = self.variables("value")
        if len(names) < 2 or self.chance(0.3):
            name = self.fresh("value")
            self.line(f"{name} = {self.value_expression(self.small(0, 3))}")
            self.bind(name, "value")
            return
        a, b = self.random.sample(names, 2)
        self.use(a)
        self.use(b)
        self.pick(
            lambda: (self.line(f"{a}.backward()"), self.line(f"print({a}.grad, {b}.grad)")),
            lambda: (
                self.line(f"{b}.backward()"),
                self.line(f"print([each.grad for each in [{', '.join(names[:4])}]])"),
            ),
            lambda: (self.line(f"({a} * {b} + {self.value_expression(1)}).backward()"), self.line(f"print({a}, {b})")),
            lambda: self.line(f"{a}.data {self.pick('=', '+=', '-=')} {self.float_leaf()}"),
            lambda: self.line(f"{a}.grad = {self.pick('0', '0.0', '1.0')}"),
            lambda: self.line(f"print({a}.data, {b})"),
            lambda: (self.line(f"{a}.grad = {b}.grad = 0"), self.line(f"{a}._backward()")),
            lambda: self.line(f"for each in [{a}, {b}]: each.grad = 0.0"),
        )()

    def training(self):
        self.numbers += 1
        number = self.numbers
        weights = [f"w{number}_{k}" for k in range(self.small(1, 3))]
        for name in weights:
            self.line(f"{name} = {self.value_leaf()}")
            self.bind(name, "value")
        listed = ", ".join(weights)
        weight = self.weight
        self.line(f"for step{number} in range({self.small(1, 4)}):")

        def body():
            self.weight *= 4
            prediction = self.value_expression(2)
            self.line(f"prediction = ({prediction}).tanh() + {' * '.join(weights)}")
            self.line(f"loss{number} = (prediction - {self.float_leaf()}) ** 2")
            if self.chance(0.8):
                self.line(f"for each in [{listed}]:")
                self.line("    each.grad = 0")
            self.line(f"loss{number}.backward()")
            self.line(f"for each in [{listed}]:")
            self.line(f"    each.data {self.pick('-= 0.01 * each.grad', '+= -0.05 * each.grad')}")
            self.line(f"print(step{number}, loss{number}.data)")

        self.block(body)
        self.weight = weight
        self.line(f"print({listed})")

    def network(self):
        self.numbers += 1
        name = f"model{self.numbers}"
        inputs = self.small(1, 3)
        x = (
            "["
            + ", ".join(str(self.float_leaf()) if self.chance(0.7) else str(self.value_leaf()) for _ in range(inputs))
            + "]"
        )
        kind, outputs = self.pick(
            ("Neuron({})", 1),
            ("Neuron({}, nonlin=False)", 1),
            ("Layer({}, 2)", 2),
            ("MLP({}, [2, 1])", 1),
            ("MLP({}, [3, 2])", 2),
        )
        if self.chance(0.4) and "random" in self.modules:
            self.line(f"random.seed({self.small(0, 99)})")
        self.line(f"{name} = {kind.format(inputs)}")
        self.line(f"out{self.numbers} = {name}({x})")
        out = f"out{self.numbers}"
        if outputs == 2:
            self.line(f"{out} = sum({out}) * {self.float_leaf()}")
        self.line(f"{out}.backward()")
        self.line(f"print({name}, {out}.data, [p.grad for p in {name}.parameters()])")
        if self.chance(0.5):
            self.line(f"for p in {name}.parameters():")
            self.line("    p.data -= 0.1 * p.grad")
            self.line(f"{name}.zero_grad()")
            self.line(f"print({name}({x}), sum(p.grad for p in {name}.parameters()))")
        self.bind(out, "value")
