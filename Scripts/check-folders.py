#!/usr/bin/env python3
"""Holds that the folders of a target use one another one way.

Usage: check-folders.py INDEX [TARGET ...]

INDEX is the index that the compiler writes beside a debug build (`.build/debug/index/store`): it knows of each name in
a file what it stands for, so that members of extensions, operators and names declared twice are told apart. A file of
a target's own folder counts as a folder of its own, `(root)`. Each pair that use each other is printed, with the names
and places of both directions.
"""
import collections
import ctypes
import json
import os
import subprocess
import sys

SOURCES = "Sources"
ROOT = "(root)"
SHOWN = 6

# Roles of an occurrence, from indexstore.h.
DECLARATION, DEFINITION, REFERENCE = 1 << 0, 1 << 1, 1 << 2
RECORD_DEPENDENCY = 2


class Text(ctypes.Structure):
    """indexstore_string_ref_t"""

    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.length).decode() if self.length else ""


def library():
    """Loads libIndexStore, which stands beside the libraries of the Swift compiler in use."""
    command = [os.environ.get("SWIFT", "swift"), "-print-target-info"]
    information = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    folder = os.path.dirname(information["paths"]["runtimeResourcePath"])
    for name in ("libIndexStore.so", "libIndexStore.dylib"):
        if os.path.exists(os.path.join(folder, name)):
            return ctypes.CDLL(os.path.join(folder, name))
    sys.exit(f"check-folders: there is no libIndexStore in {folder}")


class Index:
    """The part of the C interface that is needed here."""

    VISITOR = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
    UNIT_VISITOR = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, Text)

    def __init__(self, path):
        self.library = library()
        self.error = ctypes.c_void_p()
        self.store = self.call("store_create", ctypes.c_void_p, path.encode(), ctypes.byref(self.error))
        if not self.store:
            sys.exit(f"check-folders: there is no index in {path}; run `swift build` first")

    def call(self, name, kind, *arguments):
        function = getattr(self.library, "indexstore_" + name)
        function.restype = kind
        return function(*[ctypes.c_void_p(a) if isinstance(a, int) else a for a in arguments])

    def visit(self, name, reader, body):
        def visitor(_, item):
            body(item)
            return True

        self.call(name, ctypes.c_bool, reader, None, Index.VISITOR(visitor))

    def units(self):
        names = []

        def visitor(_, name):
            names.append(str(name))
            return True

        self.call(
            "store_units_apply_f", ctypes.c_bool, self.store, ctypes.c_uint(1), None, Index.UNIT_VISITOR(visitor)
        )
        return names

    def read_unit(self, name):
        """The source file of a unit, the records of it, and when they were written."""
        unit = self.call("unit_reader_create", ctypes.c_void_p, self.store, name.encode(), ctypes.byref(self.error))
        if not unit:
            return None
        file = str(self.call("unit_reader_get_main_file", Text, unit))
        seconds, rest = ctypes.c_int64(), ctypes.c_int64()
        self.call("unit_reader_get_modification_time", None, unit, ctypes.byref(seconds), ctypes.byref(rest))
        records = []

        def dependency(item):
            kind = self.call("unit_dependency_get_kind", ctypes.c_uint, item)
            path = str(self.call("unit_dependency_get_filepath", Text, item))
            if kind == RECORD_DEPENDENCY and path == file:
                records.append(str(self.call("unit_dependency_get_name", Text, item)))

        self.visit("unit_reader_dependencies_apply_f", unit, dependency)
        self.call("unit_reader_dispose", None, unit)
        return file, records, (seconds.value, rest.value)

    def occurrences(self, record):
        """Each place of a record: the symbol's identity, its name, its roles and the line."""
        reader = self.call("record_reader_create", ctypes.c_void_p, self.store, record.encode(), ctypes.byref(self.error))
        found, names = [], {}
        if not reader:
            return found
        line, column = ctypes.c_uint(), ctypes.c_uint()

        def occurrence(item):
            symbol = self.call("occurrence_get_symbol", ctypes.c_void_p, item)
            if symbol not in names:
                names[symbol] = tuple(str(self.call(f"symbol_get_{part}", Text, symbol)) for part in ("usr", "name"))
            roles = self.call("occurrence_get_roles", ctypes.c_uint64, item)
            self.call("occurrence_get_line_col", None, item, ctypes.byref(line), ctypes.byref(column))
            found.append((*names[symbol], roles, line.value))

        self.visit("record_reader_occurrences_apply_f", reader, occurrence)
        self.call("record_reader_dispose", None, reader)
        return found


def place(file):
    """The target and the folder of a source; None for what is no source."""
    parts = file.split(os.sep)
    if len(parts) < 3 or parts[0] != SOURCES:
        return None
    return parts[1], parts[2] if len(parts) > 3 else ROOT


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    index = Index(sys.argv[1])
    here = os.path.realpath(os.getcwd()) + os.sep

    # The newest unit of each file: the index also holds what was built before.
    newest = {}
    for name in index.units():
        unit = index.read_unit(name)
        if unit is None or not os.path.realpath(unit[0]).startswith(here):
            continue
        file = os.path.realpath(unit[0])[len(here):]
        if place(file) and os.path.exists(file) and (file not in newest or unit[2] > newest[file][2]):
            newest[file] = unit

    targets = sys.argv[2:] or sorted(os.listdir(SOURCES))
    missing = [
        os.path.join(folder, name)
        for target in targets
        for folder, _, names in os.walk(os.path.join(SOURCES, target))
        for name in names
        if name.endswith(".swift") and os.path.join(folder, name) not in newest
    ]
    if missing:
        sys.exit("check-folders: not in the index, run `swift build` first: " + ", ".join(sorted(missing)))

    places = {file: index.occurrences(record) for file, unit in newest.items() for record in unit[1]}
    homes = {}
    for file, found in places.items():
        for identity, _, roles, _ in found:
            if roles & (DEFINITION | DECLARATION):
                homes[identity] = file

    # (target, folder, folder that it uses) -> name -> the first place.
    uses = collections.defaultdict(dict)
    for file, found in sorted(places.items()):
        target, folder = place(file)
        if target not in targets:
            continue
        for identity, name, roles, line in sorted(found, key=lambda each: each[3]):
            home = homes.get(identity)
            if home is None or not roles & REFERENCE or place(home)[0] != target:
                continue
            # A property is named already.
            if name.startswith(("getter:", "setter:")):
                continue
            if place(home)[1] != folder:
                uses[target, folder, place(home)[1]].setdefault(name, f"{file}:{line}")

    pairs = [(t, a, b) for t, a, b in sorted(uses) if a < b and (t, b, a) in uses]
    for target, one, other in pairs:
        print(f"{target}: the folders {one} and {other} use each other", file=sys.stderr)
        for user, used in ((one, other), (other, one)):
            names = uses[target, user, used]
            print(f"  {user} uses of {used}:", file=sys.stderr)
            for name, where in list(names.items())[:SHOWN]:
                print(f"    {name}  ({where})", file=sys.stderr)
            if len(names) > SHOWN:
                print(f"    and {len(names) - SHOWN} more", file=sys.stderr)
    if pairs:
        print(f"{len(pairs)} pairs of folders use each other; move what both need below them", file=sys.stderr)
        sys.exit(1)


main()
