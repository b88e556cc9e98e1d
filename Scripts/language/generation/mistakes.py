"""Errors on purpose."""


class Mistakes:
    def mistakes(self):
        """Texts of statements that end in an error; `z` stands for a number that is 0."""
        # fmt: off
        found = [
            "print(1 // z)", "print(5 % z)", "print(2.5 / z)", "print(z ** -1)", "[1, 2, 3][z + 3]", "print([][z])",
            "print(missing_name + z)", "print('a' + z)", "print(z + 'a')", "assert z, 'z is 0'", "print(None + z)",
            "print(int('x%d' % z))", "print(float('abc'))", "a_, b_ = [z]", "a_, b_ = z, z, z",
            "print((1, 2)[z + 5])", "print('abc'[z - 4])", "print(len(z))", "for _ in z: print(_)", "print(-'a')",
            "print([z] < z)", "print(sorted([z, 'a']))", "print(max([]))", "print(sum(['a', 'b']))",
            "print(list(range(0, 5, z)))", "print('%d %d' % (z,))", "print('%d' % 'x')", "print('%d' % (z, z))",
            "print(f'{\"a\":.2f}')", "print(f'{[z]:>5}')", "print('{} {}'.format(z))", "print(z())",
            "print([z].missing)", "z.append(1)", "print([1, 2][0.5])", "print(10.0 ** 400 + z)", "print('a' < z)",
            "print([10 // (k_ - 2) for k_ in range(5)])", "print(sum(10 // (2 - k_) for k_ in range(5)))",
            "print([z][1:2][0])", "print(abs('a'))", "print(round('a'))", "print(', '.join([z]))", "(1, 2)[z] = 5",
            "'abc'[z] = 'x'", "[1][z + 1] = 5", "print([1, 2][::z])", "print(z[0])", "print(isinstance(z, 5))",
            "print(1 in z)", "print(int(z, z, z))", "print('ab' * 1.5)",
        ]
        # fmt: on
        for name, one in self.functions():
            required = [p for p in one.parameters if p.default is None]
            if required:
                found.append(f"print({name}())")
            if not one.rest and one.parameters:
                found.append(f"print({name}(unknown_argument=z))")
            if not one.rest:
                found.append(f"print({name}({', '.join(['z'] * (len(one.parameters) + 1))}))")
        for name, one in self.objects():
            found += [f"print({name}.missing_attribute)", f"{name}.missing_method(z)", f"print({name} + z)"]
            if "__call__" not in one.methods:
                found.append(f"{name}(z)")
        if "math" in self.modules:
            found += ["print(math.sqrt(z - 1))", "print(math.log(z))", "print(math.exp(z + 1000))"]
        for name in self.variables("value"):
            found += [
                f"print({name} + 'a')",
                f"print({name} < z)",
                f"print({name}[z])",
                f"print(f'{{{name}:.2f}}')",
                f"print(len({name}))",
                f"{name}.missing(z)",
            ]
        return found

    def error_statement(self):
        mistake = self.random.choice(self.mistakes())
        self.line("z = 0")
        style = self.pick(*2 * ["plain", "loop", "function", "chain", "method"], "late local")
        if style == "plain":
            self.line(mistake)
        elif style == "loop":
            self.line(f"for round_ in range({self.small(3, 6)}):")
            self.line("    print('round', round_)")
            self.line(f"    if round_ == {self.small(0, 2)}:")
            self.line(f"        {mistake}")
        elif style == "function":
            self.line("def fail(z):")
            self.line("    print('about to fail')")
            self.line(f"    {mistake}")
            self.line("    return z")
            self.line("print(fail(z))")
        elif style == "chain":
            self.line("def inner_(z):")
            self.line(f"    {mistake}")
            self.line("def outer_(n, z):")
            self.line("    print('n is', n)")
            self.line("    return inner_(z) if n == 0 else outer_(n - 1, z)")
            self.line(f"print([outer_(n_, z) for n_ in range({self.small(1, 3)})])")
        elif style == "method":
            self.line("class Faulty:")
            self.line("    def __init__(self, z):")
            self.line("        self.z = z")
            self.line("    def run(self, z):")
            self.line("        print('run', self.z)")
            self.line(f"        {mistake}")
            self.line("Faulty(5).run(0)")
        else:
            self.line("def late(z):")
            self.line("    if z:")
            self.line("        local_ = 1")
            self.line("    print('z is', z)")
            self.line(f"    {self.pick('print(local_)', 'local_ += 1', mistake)}")
            self.line("late(1) if z else late(0)")
