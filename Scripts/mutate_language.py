"""Changes programs at random and gives them to `trace`, which must neither crash nor hang.

    python3 Scripts/mutate_language.py --trace .build/release/trace [--seconds N | --count N] [--seed S] [--keep FOLDER]

Needs CPython, and a built `trace`. The programs are those of Scripts/language/programs and of language-corpus.json;
`--programs FILE` takes the texts of another file of references. Each run changes bytes, words, lines and indentation of
one of them, once to a few times, or puts two together.

Whether a changed program is refused or runs does not matter. Said is only what ends by a signal or with "Fatal error",
exits with a code that is none of `trace`'s, prints text that is not UTF-8, or takes more than 10 seconds (`--limit`) or
4 GB of memory. It is kept in a folder, and the exit code is 1.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
REFERENCES = HERE.parent / "Tests/TraceLanguageTests/References"
PIECES = re.compile(rb"\s+|\w+|\*\*=?|//=?|[<>=!+*/%-]=|.", re.DOTALL)
CODES = {0, 1, 64}
MEMORY = 4 << 30

# What is put where it does not belong.
# fmt: off
ODD = [
    b"(", b")", b"[", b"]", b"{", b"}", b":", b",", b"=", b"==", b"**", b"//", b"%", b"+", b"-", b"*", b".", b"...",
    b"'", b'"', b"'''", b"\\", b"#", b";", b"\n", b"\t", b"    ", b" ", b"@", b"!", b"|", b"&", b"~", b"^", b":=",
    b"->", b"$", b"?", b"def ", b"class ", b"return ", b"yield ", b"lambda x: ", b"for x in ", b"while ", b"if ",
    b"else ", b"elif ", b"try:", b"except:", b"with ", b"import ", b"from ", b"global x", b"nonlocal x", b"del x",
    b"assert ", b"pass", b"break", b"continue", b"not ", b" and ", b" or ", b" in ", b" is ", b"None", b"True",
    b"super()", b"self", b"__init__", b"0", b"1", b"-1", b"1e999", b"1e-400", b"9" * 40, b"2**126", b"2**127",
    b"10**9", b"0x", b"1_", b"0.1", b"1j", b"inf", b"f'{", b"}'", b"{x!r:>{w}}", b"%d", b"%", b"'%s' % ",
    b".format(", b"range(10**12)", b"list(range(10**9))", b"'a' * 10**9", b"[0] * 10**9", b"print(", b"len(",
    b"sum(", b"max(", b"Value(", b".backward()", b".data", b".grad", b"MLP(3, [4, 4, 1])", b"\x00", b"\xff", b"\xc3",
    b"\xf0\x9f\x98\x80", b"\xe2\x80\xa8", b"\r", b"\x0c", b"\xef\xbb\xbf", b"\xcc\x81", b">>> ", b"In [3]: ",
    b"%timeit ",
]
# fmt: on


def mutated(source, texts):
    """A text with some of its parts changed."""
    data = source.choice(texts)
    if source.random() < 0.1:
        other = source.choice(texts)
        data = data[: source.randrange(len(data) + 1)] + other[source.randrange(len(other) + 1) :]
    for _ in range(source.choice([1, 1, 1, 2, 3, 8])):
        data = source.choice([of_bytes, of_words, of_words, of_words, of_lines, of_lines])(source, data)
    return data


def of_bytes(source, data):
    place = source.randrange(len(data) + 1)
    count = source.choice([0, 1, 1, 2, 5])
    new = source.choice([b"", bytes([source.randrange(256)]), bytes([source.randrange(32, 127)]), source.choice(ODD)])
    return data[:place] + new + data[place + count :]


def of_words(source, data):
    words = PIECES.findall(data)
    if not words:
        return source.choice(ODD)
    place, other = source.randrange(len(words)), source.randrange(len(words))
    way = source.randrange(7)
    if way == 0:
        del words[place]
    elif way == 1:
        words.insert(place, source.choice(ODD))
    elif way == 2:
        words[place] = source.choice(ODD)
    elif way == 3:
        words[place], words[other] = words[other], words[place]
    elif way == 4:
        words[place] = words[other]
    elif way == 5:
        words[place:place] = words[other : other + source.randrange(1, 12)]
    else:
        words[place:place] = [words[place]] * source.choice([1, 2, 10, 300])
    return b"".join(words)


def of_lines(source, data):
    lines = data.splitlines(keepends=True)
    if not lines:
        return source.choice(ODD)
    place, other = source.randrange(len(lines)), source.randrange(len(lines))
    way = source.randrange(7)
    if way == 0:
        del lines[place]
    elif way == 1:
        lines.insert(place, lines[other])
    elif way == 2:
        lines[place], lines[other] = lines[other], lines[place]
    elif way == 3:
        lines[place] = b" " * source.choice([1, 2, 4, 8, 400]) + lines[place]
    elif way == 4:
        lines[place] = lines[place].lstrip(b" ")
    elif way == 5:
        lines[place] = lines[place].rstrip(b"\n")
    else:
        lines[place:place] = lines[place : place + source.randrange(1, 9)] * source.choice([1, 3, 50])
    return b"".join(lines)


def bound_memory():
    """Keeps a text that fills memory from taking that of the machine: it ends `trace`, which is a finding."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def verdict(trace, data, limit):
    """What is wrong with how `trace` takes a text; None where nothing is."""
    with tempfile.NamedTemporaryFile(suffix=".py") as file:
        file.write(data)
        file.flush()
        try:
            process = subprocess.run(
                [trace, file.name, "-q"],
                capture_output=True,
                timeout=limit,
                stdin=subprocess.DEVNULL,
                preexec_fn=bound_memory,
            )
        except subprocess.TimeoutExpired:
            return "hangs"
    if process.returncode < 0:
        return f"ends by signal {-process.returncode}"
    if b"Fatal error" in process.stderr:
        return "ends in a fatal error"
    if process.returncode not in CODES:
        return f"exits with {process.returncode}"
    if process.returncode == 1 and not process.stderr:
        return "fails without a word"
    try:
        process.stdout.decode()
        process.stderr.decode()
    except UnicodeDecodeError:
        return "prints what is not UTF-8"
    return None


def programs(options):
    """The texts to change, as bytes."""
    if options.programs:
        files = [pathlib.Path(options.programs)]
    else:
        files = [
            path
            for path in (REFERENCES / "language-programs.json", REFERENCES / "language-corpus.json")
            if path.exists()
        ]
    texts = [row["text"].encode() for file in files for row in json.loads(file.read_text())]
    if not texts:
        sys.exit("no programs to change: run Scripts/make_language_programs.py")
    return texts


def run(options):
    texts = programs(options)
    folder = pathlib.Path(options.keep)
    start = time.monotonic()
    seed = options.seed
    found = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        while True:
            seeds = range(seed, seed + min(64, options.count - (seed - options.seed) if options.count else 64))
            changed = [mutated(random.Random(one), texts) for one in seeds]
            for one, data, what in zip(
                seeds, changed, pool.map(lambda data: verdict(options.trace, data, options.limit), changed)
            ):
                if what:
                    found[what] += 1
                    folder.mkdir(exist_ok=True, parents=True)
                    path = folder / f"mutation-{one}.py"
                    path.write_bytes(data)
                    print(f"seed {one}: {what}: {path}", flush=True)
            seed += len(seeds)
            out_of_time = options.seconds and time.monotonic() - start > options.seconds
            if out_of_time or seed - options.seed == options.count or sum(found.values()) >= options.most:
                break
    print(
        f"{seed - options.seed} programs in {time.monotonic() - start:.0f} s, {sum(found.values())} that trace did not take well."
    )
    for what, count in found.most_common():
        print(f"  {count:6d} {what}")
    return 1 if found else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trace", metavar="PATH", required=True, help="the program to test")
    parser.add_argument("--seconds", type=float, help="stop after so much time")
    parser.add_argument("--count", type=int, help="stop after so many programs (10,000 where no time is given)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="how many runs of trace at a time")
    parser.add_argument("--limit", type=float, default=10, help="how many seconds a run may take")
    parser.add_argument("--most", type=int, default=20, help="stop after so many findings")
    parser.add_argument("--keep", metavar="FOLDER", default="mutations", help="where findings are written")
    parser.add_argument("--programs", metavar="FILE", help="a file of references whose texts are changed")
    options = parser.parse_args()
    if not options.seconds and not options.count:
        options.count = 10_000
    sys.exit(run(options))
