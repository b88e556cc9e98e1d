"""Functions and classes, with what calls them."""

from generation.shapes import *


class Definitions:
    def function_statement(self):
        name = self.fresh("function")
        function = self.function(name)
        if self.chance(0.6) and self.weight * function.cost < 200:
            self.cost += self.weight * function.cost
            self.line(f"print({name}({self.arguments(function, 1)}))")

    def wrapper(self):
        """A function that hands everything on to another, and calls of it."""
        functions = [(name, one) for name, one in self.functions() if one.cost < 50]
        if not functions:
            return self.function_statement()
        inner, one = self.random.choice(functions)
        name = self.fresh("function")
        self.line(f"def {name}(*args, **kwargs):")
        if self.chance(0.5):
            self.line(f"    print('{name}', len(args), args[:1])")
        self.line(f"    return {self.use(inner)}(*args, **kwargs)")
        self.bind(name, ("function", one))
        self.line(f"print({name}({self.arguments(one, 1)}))")

    def higher(self):
        """A function that takes another as its argument."""
        name = self.fresh("function")
        function, item = "fn", self.fresh("parameter")
        body = self.pick(
            f"return {function}({function}({item}))",
            f"return [{function}({item}) for _ in range(2)]",
            f"return ({function}, {function}({item}))[1]",
            f"return list(map({function}, [{item}, {item}]))",
        )
        self.line(f"def {name}({function}, {item}):")
        self.line(f"    {body}")
        self.bind(name, ("made", None))
        chosen = [
            (f, one)
            for f, one in self.functions()
            if one.cost < 50 and len(one.parameters) == 1 and one.result == one.parameters[0].kind
        ]
        for f, one in chosen[:2]:
            self.line(f"print({name}({self.use(f)}, {self.argument(one.result, 1)}))")
        self.line(
            f"print({name}(abs, {within(self.int_expression(1), TERNARY)}), {name}({item}={self.float_leaf()}, {function}=abs))"
        )

    def parameter_list(self, is_method=False):
        """Parameters, with those that have a default behind the others; their text as well."""
        parameters = []
        taken = set()
        for _ in range(self.small(0, 3)):
            kind = self.scalar() if self.chance(0.85) else ("list", self.pick("int", "float", "str"))
            name = self.random.choice([self.fresh(kind), self.fresh("parameter")])
            if name in taken or name in ("self", "rest"):
                continue
            taken.add(name)
            parameters.append(Parameter(name, kind))
        start = self.small(0, len(parameters)) if self.chance(0.5) else len(parameters)
        for one in parameters[start:]:
            one.default = self.expression(one.kind, 1) if self.chance(0.3) else self.expression(one.kind, 0)
        rest = self.pick("int", "float", "str") if self.chance(0.15) else None
        options = [Parameter("option", "int", self.int_leaf())] if rest and self.chance(0.5) else []
        texts = ["self"] * is_method
        texts += [
            one.name + (f"={within(one.default, TERNARY)}" if one.default is not None else "") for one in parameters
        ]
        texts += ["*rest"] * (rest is not None)
        texts += [f"{one.name}={within(one.default, TERNARY)}" for one in options]
        return parameters, rest, options, ", ".join(texts)

    def function(self, name, is_method=False, owner=None, result=None):
        """Writes a function, and binds its name unless it is a method."""
        parameters, rest, options, text = self.parameter_list(is_method)
        result = result or self.kind()
        self.line(f"def {name}({text}):")
        outer = (self.weight, self.cost, self.loops, self.results)
        self.weight, self.cost, self.loops, self.results = 1, 3, 0, [result]
        self.scopes.append(Scope(is_function=True))
        for one in [*parameters, *options]:
            self.bind(one.name, one.kind)
        if rest:
            self.bind("rest", ("tuple of", rest))
        if owner:
            self.bind("self", ("object", owner))

        def body():
            if self.chance(0.15):
                self.line(self.pick('"""Says what it does."""', "'''One.\n\n    Two.\n    '''"))
            if rest:
                counted = self.fresh("int")
                self.line(f"{counted} = len(rest)")
                self.bind(counted, "int")
                if self.chance(0.7):
                    items = self.fresh("list")
                    self.line(f"{items} = list(rest)")
                    self.bind(items, ("list", rest))
            shadowed = [
                n
                for n, one in self.scopes[0].variables.items()
                if one.kind in ("int", "str", "float") and n not in self.scopes[-1].variables
            ]
            if shadowed and self.chance(0.2):
                hidden = self.random.choice(shadowed)
                kind = self.scalar()
                self.line(f"{hidden} = {self.expression_without(hidden, kind)}")
                self.bind(hidden, kind)
            self.statements(self.small(0, 3))
            self.return_statement()

        self.block(body)
        self.scopes.pop()
        function = Function(parameters, result, rest, options)
        function.cost = self.cost
        self.weight, self.cost, self.loops, self.results = outer
        if not is_method:
            self.bind(name, ("function", function))
        return function

    def expression_without(self, name, kind):
        """An expression that does not read a name, for the first assignment to it in a function."""
        hidden = {}
        for scope in self.scopes:
            if name in scope.variables:
                hidden[id(scope)] = scope.variables.pop(name)
        value = self.expression(kind, 1)
        for scope in self.scopes:
            if id(scope) in hidden:
                scope.variables[name] = hidden[id(scope)]
        return value

    def return_statement(self):
        result = self.results[-1]
        self.line(f"return {self.expression(result, 2)}")

    def closure_statement(self):
        """A function that makes functions, and calls of what it makes."""
        kind = self.pick("int", "float", "str")
        make, inner = self.fresh("function"), self.fresh("function")
        while inner == make:
            self.numbers += 1
            inner = f"inner{self.numbers}"
        self.bind(make, ("made", None))
        style = self.pick("capture", "counter", "loop", "loop default")
        if style == "capture":
            self.line(f"def {make}(p, q={self.expression(kind, 0)}):")
            self.scopes.append(Scope(is_function=True))
            self.bind("p", kind)
            self.bind("q", kind)
            self.indent += 1
            self.line(f"def {inner}(r):")
            self.scopes.append(Scope(is_function=True))
            self.bind("r", kind)
            self.indent += 1
            self.line(f"return {self.expression(kind, 2)}")
            self.indent -= 1
            self.scopes.pop()
            if self.chance(0.5):
                self.line(f"p = {self.expression(kind, 1)}")
            self.line(f"return {inner}")
            self.indent -= 1
            self.scopes.pop()
            name = self.fresh("function")
            self.line(f"{name} = {make}({self.expression(kind, 1)})")
            self.line(
                f"print({name}({self.expression(kind, 1)}), {make}({self.expression(kind, 0)}, q={self.expression(kind, 0)})({self.expression(kind, 1)}))"
            )
            one = Function([Parameter("r", kind)], kind)
            one.cost = 10
            self.bind(name, ("function", one))
        elif style == "counter":
            self.line(f"def {make}():")
            self.line("    state = [0]")
            self.line(f"    def {inner}(by={self.small(1, 5)}):")
            self.line(f"        state[0] += by")
            self.line("        return state[0]")
            self.line(f"    return {inner}")
            name = self.fresh("function")
            self.line(f"{name} = {make}()")
            self.line(f"print({name}(), {name}({self.small(0, 9)}), {name}(by={self.small(-5, 5)}), {make}()())")
            one = Function([Parameter("by", "int", "1")], "int")
            one.cost = 4
            self.bind(name, ("function", one))
        else:
            parameter = "k=k" if style == "loop default" else ""
            indent = self.chance(0.5)
            functions = self.fresh("list")
            if indent:
                self.line(f"def {make}():")
                self.indent += 1
            self.line(f"{functions} = []")
            self.line(f"for k in range({self.small(1, 4)}):")
            self.line(f"    def {inner}({parameter}):")
            self.line(f"        return k * {self.small(2, 9)}")
            self.line(f"    {functions}.append({inner})")
            if indent:
                self.line(f"return {functions}")
                self.indent -= 1
                self.line(f"print([f() for f in {make}()])")
            else:
                self.line(f"print([f() for f in {functions}], {functions}[-1]())")
                self.bind("k", "int")
                self.scopes[-1].variables.pop(functions, None)

    def recursion(self):
        name = self.fresh("function")
        kind = self.pick("int", "str", "float", ("list", "int"))
        self.line(f"def {name}(n, p):")
        self.scopes.append(Scope(is_function=True))
        self.bind("n", "int")
        self.bind("p", kind)
        self.indent += 1
        self.line("if n <= 0:")
        self.line(f"    return {self.expression(kind, 1)}")
        if self.chance(0.5):
            self.line("print('depth', n, p)")
        again = f"{name}(n - 1, p)"
        join = {
            "int": f"{again} % 1000 + {within(self.int_expression(1), PRODUCT)}",
            "float": f"{again} / 2 + {within(self.float_expression(1), PRODUCT)}",
        }
        self.line(f"return {join.get(kind, f'{again} + {within(self.expression(kind, 1), PRODUCT)}')}")
        self.indent -= 1
        self.scopes.pop()
        self.line(f"print({name}({self.small(0, 5)}, {self.expression(kind, 1)}))")
        self.bind(name, ("made", None))

    # Classes

    def class_statement(self):
        base = self.random.choice(self.classes) if self.classes and self.chance(0.5) else None
        name = self.fresh("class")
        while name in [one.name for one in self.classes]:
            self.numbers += 1
            name = f"{name}{self.numbers}"
        one = Class(name, base)
        self.line(f"class {name}({base.name}):" if base else f"class {name}{self.pick('', '', '()')}:")
        self.indent += 1
        start = len(self.lines)
        if self.chance(0.2):
            self.line('"""A class."""')
        if self.chance(0.4):
            kind = self.pick("int", "str", "float")
            self.line(f"kind_{len(self.classes)} = {self.expression(kind, 1)}")
            one.attributes[f"kind_{len(self.classes)}"] = kind
        self.init(one)
        for k in range(self.small(0, 2)):
            method = self.pick("get", "value", "change", "mix")
            if method not in one.methods:
                one.methods[method] = self.function(method, is_method=True, owner=one)
            elif base and method in base.methods:
                self.overriding(method, one)
        if self.chance(0.4) and "__call__" not in one.methods:
            one.methods["__call__"] = self.function("__call__", is_method=True, owner=one)
        if base is None or self.chance(0.3):
            self.line("def __repr__(self):")
            shown = [
                a
                for a in one.attributes
                if not isinstance(one.attributes[a], tuple) or one.attributes[a][0] != "object"
            ]
            fields = ", ".join(f"{a}={{self.{a}}}" for a in shown[:2])
            parent = "{super().__repr__()}" if base and self.chance(0.5) else ""
            self.line(f"    return f'{name}({fields}){parent}'")
        self.fill(start)
        self.indent -= 1
        self.classes.append(one)
        if self.chance(0.7):
            self.object_statement()

    def init(self, one):
        base = one.base
        if base and self.chance(0.4):
            return
        parameters, rest, options, text = self.parameter_list(is_method=True)
        self.line(f"def __init__({text}):")
        self.scopes.append(Scope(is_function=True))
        for parameter in [*parameters, *options]:
            self.bind(parameter.name, parameter.kind)
        outer = (self.weight, self.cost, self.loops, self.results)
        self.weight, self.cost, self.loops, self.results = 1, 3, 0, []
        self.indent += 1
        start = len(self.lines)
        if base:
            self.line(
                f"super().__init__({self.arguments(base.init, 1)})"
                if self.chance(0.8)
                else f"{base.name}.__init__(self{''.join(', ' + a for a in [self.arguments(base.init, 1)] if a)})"
            )
        for parameter in parameters:
            self.line(f"self.{parameter.name} = {parameter.name}")
            one.attributes[parameter.name] = parameter.kind
        if self.chance(0.5):
            kind = self.kind()
            attribute = "extra" + str(len(self.classes))
            self.line(f"self.{attribute} = {self.expression(kind, 2)}")
            one.attributes[attribute] = kind
        self.fill(start)
        self.indent -= 1
        self.scopes.pop()
        self.weight, self.cost, self.loops, self.results = outer
        one.init = Function(parameters, None, rest, options)

    def overriding(self, method, one):
        """A method with the parameters of its base, which calls that by `super()`."""
        function = one.base.methods[method]
        if function.rest or function.options or function.result not in ("int", "float", "str"):
            return
        texts = [
            p.name + (f"={within(p.default, TERNARY)}" if p.default is not None else "") for p in function.parameters
        ]
        self.line(f"def {method}({', '.join(['self', *texts])}):")
        again = f"super().{method}({', '.join(p.name for p in function.parameters)})"
        extra = {"int": "1", "float": "0.5", "str": "'!'"}[function.result]
        self.line(f"    return {again} + {extra}")

    def object_statement(self):
        one = self.random.choice(self.classes[-1:] + self.classes)
        name = self.fresh("object")
        self.line(f"{name} = {self.object_expression(one, 2)}")
        self.bind(name, ("object", one))
        if self.chance(0.5):
            methods = [m for m, f in one.methods.items() if m != "__repr__" and self.weight * f.cost < 200]
            if methods:
                method = self.random.choice(methods)
                function = one.methods[method]
                target = name if method == "__call__" else f"{name}.{method}"
                if self.chance(0.2):
                    self.line(f"bound = {target}")
                    target = "bound"
                self.line(f"print({target}({self.arguments(function, 1)}))")
        if self.chance(0.4):
            other = self.random.choice(self.classes)
            self.line(f"print({name}, [{name}], isinstance({name}, {other.name}))")

    def attribute_statement(self):
        name, one = self.random.choice(self.objects())
        kinds = [(a, k) for a, k in one.attributes.items() if isinstance(k, str) and k in ("int", "float", "str")]
        if not kinds:
            return self.print_statement()
        attribute, kind = self.random.choice(kinds)
        self.use(name)
        if self.chance(0.5):
            right = {"int": str(self.small(1, 9)), "float": self.float_leaf(), "str": self.str_leaf()}[kind]
            self.line(f"{name}.{attribute} += {right}")
        else:
            self.line(f"{name}.{attribute} = {self.expression(kind, 1)}")
