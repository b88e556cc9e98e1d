"""Says what in a text is Python, and not in the language that `trace` reads.

The rules are those of shared/design/language.md. `problems(text)` gives a list of sentences, empty for a program
of the language. It is for the texts that these scripts write or hold, and no judge of texts in general.
"""

import ast
import builtins

STATEMENTS = (
    ast.Module,
    ast.Expr,
    ast.Assign,
    ast.AugAssign,
    ast.For,
    ast.While,
    ast.If,
    ast.FunctionDef,
    ast.Return,
    ast.ClassDef,
    ast.Pass,
    ast.Break,
    ast.Continue,
    ast.Assert,
    ast.Import,
    ast.ImportFrom,
    ast.alias,
)
EXPRESSIONS = (
    ast.BoolOp,
    ast.BinOp,
    ast.UnaryOp,
    ast.IfExp,
    ast.Compare,
    ast.Call,
    ast.keyword,
    ast.Constant,
    ast.Attribute,
    ast.Subscript,
    ast.Slice,
    ast.Name,
    ast.List,
    ast.Tuple,
    ast.ListComp,
    ast.GeneratorExp,
    ast.comprehension,
    ast.JoinedStr,
    ast.FormattedValue,
    ast.Starred,
    ast.arguments,
    ast.arg,
    ast.expr_context,
)
OPERATORS = (
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.Div,
    ast.FloorDiv,
    ast.Mod,
    ast.Pow,
    ast.UAdd,
    ast.USub,
    ast.Not,
    ast.And,
    ast.Or,
    ast.Eq,
    ast.NotEq,
    ast.Lt,
    ast.LtE,
    ast.Gt,
    ast.GtE,
    ast.Is,
    ast.IsNot,
    ast.In,
    ast.NotIn,
)
AUGMENTED = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)

FUNCTIONS = set("""
    print len range zip enumerate map list tuple float int str abs min max sorted reversed any all round sum
    isinstance super pow
    """.split())
# Names of Python's own that a text can mention; the errors a text ends in need none.
METHODS = {"append", "extend", "copy", "join", "format"}
OWN_METHODS = {name for kind in (str, list, tuple, int, float) for name in dir(kind) if not name.startswith("_")}
RANDOM = {"seed", "random", "uniform", "gauss"}
MODULES = {"micrograd", "micrograd.engine", "micrograd.nn", "engine", "nn", "random", "math", "graphviz"}
SPECIAL_METHODS = {"__init__", "__call__", "__repr__"}


def problems(text):
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return [f"line {error.lineno}: {error.msg}"]
    # The text's own engine is skipped, so it may hold anything.
    tree.body = [node for node in tree.body if getattr(node, "name", None) not in ("Value", "trace", "draw_dot")]
    checker = Checker(tree)
    checker.visit(tree)
    if not is_program(tree):
        checker.say(tree, "an expression file: it has no compound statement and does not mention Value")
    return checker.found


def is_program(tree):
    """Whether `trace` takes a text for a program, in which numbers are numbers."""
    compound = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If)
    return any(
        isinstance(node, compound)
        or isinstance(node, ast.Name)
        and node.id == "Value"
        or isinstance(node, ast.alias)
        and "Value" in (node.name, node.asname)
        for node in ast.walk(tree)
    )


class Checker(ast.NodeVisitor):
    def __init__(self, tree):
        self.found = []
        self.defined = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        self.assigned = {
            node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        self.assigned |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        self.assigned |= {
            node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        }

    def say(self, node, what):
        self.found.append(f"line {getattr(node, 'lineno', 1)}: {what}")

    def visit(self, node):
        if not isinstance(node, STATEMENTS + EXPRESSIONS + OPERATORS):
            self.say(node, f"{type(node).__name__} is not in the language")
        super().visit(node)

    def visit_AugAssign(self, node):
        if not isinstance(node.op, AUGMENTED):
            self.say(node, "this augmented assignment is not in the language")
        self.generic_visit(node)

    def visit_Assign(self, node):
        for target in ast.walk(ast.Module([ast.Expr(one) for one in node.targets], [])):
            if isinstance(target, ast.Slice):
                self.say(node, "assignment to a slice")
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        arguments = node.args
        if node.decorator_list or node.returns or arguments.posonlyargs:
            self.say(node, "a decorator, a type or positional-only parameters")
        if arguments.kwonlyargs and not arguments.vararg:
            self.say(node, "a bare * among parameters")
        if any(one.annotation for one in ast.walk(arguments) if isinstance(one, ast.arg)):
            self.say(node, "a type of a parameter")
        if node.name.startswith("__") and node.name not in SPECIAL_METHODS:
            self.say(node, f"{node.name} is not called by the language")
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        if node.decorator_list or node.keywords or len(node.bases) > 1:
            self.say(node, "a class has at most one base, and nothing else in its head")
        self.generic_visit(node)

    def visit_Call(self, node):
        for argument in node.args:
            if isinstance(argument, ast.Starred):
                self.visit(argument.value)
            else:
                self.visit(argument)
        self.visit(node.func)
        for keyword in node.keywords:
            self.visit(keyword)

    def visit_Starred(self, node):
        self.say(node, "* stands only before an argument")

    def visit_Constant(self, node):
        if not isinstance(node.value, (int, float, str, bool, type(None))):
            self.say(node, f"a constant of the type {type(node.value).__name__}")

    def visit_Name(self, node):
        known = self.assigned | self.defined | FUNCTIONS
        if node.id not in known and hasattr(builtins, node.id):
            self.say(node, f"{node.id} is not in the language")

    def visit_Attribute(self, node):
        own = self.defined | self.assigned
        if isinstance(node.value, ast.Name) and node.value.id == "random" and "random" not in own:
            if node.attr not in RANDOM:
                self.say(node, f"random.{node.attr} is not in the language")
        elif node.attr in OWN_METHODS - METHODS and node.attr not in own:
            self.say(node, f".{node.attr} is not in the language")
        elif node.attr.startswith("__") and node.attr not in SPECIAL_METHODS:
            self.say(node, f".{node.attr} is not in the language")
        self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name not in MODULES:
                self.say(node, f"the module {alias.name} is not in the language")

    def visit_ImportFrom(self, node):
        if node.module not in MODULES:
            self.say(node, f"the module {node.module} is not in the language")
