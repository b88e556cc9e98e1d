"""Writes Tests/TraceLanguageTests/References/lecture-notebook.json: what CPython prints for Examples/lecture.ipynb.

    python3 Scripts/make_notebook_reference.py

Needs nothing but CPython 3.11 or older. The cells run one after the other, with the Value of
Scripts/language/reference_value.py in place of their own, and the value of a cell that ends in an expression is
printed, as Jupyter shows it. What needs numpy, torch or a shell does not run, and neither do plots.
"""

import ast
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "language"))

import runner

NOTEBOOK = HERE.parent / "Examples/lecture.ipynb"
OUTPUT = HERE.parent / "Tests/TraceLanguageTests/References/lecture-notebook.json"
OTHER_MODULES = {"np", "numpy", "plt", "matplotlib", "torch"}


def code_of(cell):
    """The lines of a cell that are Python; those of commands are left blank, so that lines keep their numbers."""
    lines = "".join(cell["source"]).split("\n")
    if lines[0].startswith("%%bash"):
        return ""
    return "\n".join("" if line.startswith(("%", "!")) else line for line in lines)


def needs_other_modules(node):
    return any(isinstance(part, ast.Name) and part.id in OTHER_MODULES for part in ast.walk(node))


def is_plot(node):
    return isinstance(node, ast.Expr) and ast.unparse(node).startswith("plt.")


def is_foreign_import(node):
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    return any(name.split(".")[0] in OTHER_MODULES for name in names) or isinstance(node, ast.ImportFrom)


def show(value):
    if value is not None and not isinstance(value, runner.Drawing):
        print(repr(value))


def statements(cells):
    """The statements that run, cell by cell; none for a cell that does not."""
    for cell in cells:
        body = [node for node in ast.parse(code_of(cell)).body if not is_plot(node) and not is_foreign_import(node)]
        if any(needs_other_modules(node) for node in body):
            body = []
        if body and isinstance(body[-1], ast.Expr):
            call = ast.Call(ast.Name("_show_", ast.Load()), [body[-1].value], [])
            body[-1] = ast.copy_location(ast.Expr(call), body[-1])
        yield body


def main():
    cells = [cell for cell in json.loads(NOTEBOOK.read_text())["cells"] if cell["cell_type"] == "code"]
    printed = []
    program = ast.Module([], [])
    for body in statements(cells):
        # What the cells before it print stands before a mark.
        mark = ast.parse("print('\\x00')").body
        program.body += [runner.OwnEngine().visit(node) for node in body] + mark
    tree = ast.fix_missing_locations(program)
    outcome = runner.run("", lambda _: tree, {"_show_": show})
    if outcome.error:
        sys.exit(f"{outcome.error}: {outcome.message}")
    printed = outcome.printed.split("\x00\n")[:-1]
    OUTPUT.write_text(json.dumps({"printed": printed}, indent=1) + "\n")
    print(f"{len(printed)} cells, of which {sum(map(bool, printed))} print something.")


if __name__ == "__main__":
    main()
