#!/usr/bin/env bash
# Compiles and runs the Swift code of the documents, and compares what it prints with the comments beside it:
#
#     print(a.data)  // 4.0
#     // what a further line of the output says
#
# So the comment after a `print(…)` and each line that is only a comment are output, to the letter. Other comments
# may say what they like. A block without such comments need only run. Left out are manifests and `await`.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
work=.build/snippets
rm -rf "$work/Sources" "$work/expected" "$work/run"
mkdir -p "$work/Sources/Snippets" "$work/expected" "$work/run/Examples"
cp -R Examples/Data "$work/run/Examples/"

cat >"$work/Package.swift" <<'END'
// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "Snippets",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "TraceGraph", path: "../..")],
    targets: [
        .executableTarget(
            name: "Snippets",
            dependencies: [
                .product(name: "Micrograd", package: "TraceGraph"),
                .product(name: "TraceLanguage", package: "TraceGraph"),
                .product(name: "TraceGraph", package: "TraceGraph"),
            ])
    ]
)
END

# A file and a function for each block, and a list of `number document:line`.
awk -v work="$work" '
    function finish(    file) {
        if (body ~ /(^|\n)\/\/ swift-tools-version|await /) return
        number++
        file = work "/Sources/Snippets/Snippet" number ".swift"
        printf "import Micrograd\nimport TraceGraph\n%s\nfunc snippet%d() throws {\n", imports, number > file
        printf "#sourceLocation(file: \"%s\", line: %d)\n%s}\n", FILENAME, start, body > file
        close(file)
        file = work "/expected/" number
        printf "%s", expected > file
        close(file)
        cases = cases "    case \"" number "\": try snippet" number "()\n"
        print number, FILENAME ":" start
    }
    /^```swift$/ { inside = 1; body = imports = expected = ""; start = FNR + 1; next }
    inside && /^```$/ { inside = 0; finish(); next }
    !inside { next }
    /^import / { imports = imports $0 "\n"; body = body "\n"; next }
    { body = body $0 "\n" }
    # What stands after the last "  // ", or in a line of its own.
    /^ *\/\/ / || (/print\(/ && /  \/\/ /) {
        text = $0
        sub(/^(.*  | *)\/\/ /, "", text)
        expected = expected text "\n"
    }
    END {
        file = work "/Sources/Snippets/main.swift"
        printf "switch CommandLine.arguments[1] {\n%s    default: fatalError()\n}\n", cases > file
    }
' README.md docs/library.md docs/training.md >"$work/list"

if ! "$swift" build --package-path "$work" >"$work/build.log" 2>&1; then
    grep -E "error:" -A 5 "$work/build.log" >&2 || cat "$work/build.log" >&2
    exit 1
fi
program=$("$swift" build --package-path "$work" --show-bin-path)/Snippets

failed=0
while read -r number place; do
    if ! (cd "$work/run" && "$program" "$number") >"$work/output" 2>"$work/error"; then
        printf '%s: the code fails:\n' "$place" >&2
        cat "$work/error" >&2
        failed=1
    elif [ -s "$work/expected/$number" ] && ! diff "$work/expected/$number" "$work/output" >"$work/difference"; then
        printf '%s: the code prints (>) something else than the comments say (<):\n' "$place" >&2
        cat "$work/difference" >&2
        failed=1
    fi
done <"$work/list"
[ "$failed" -ne 0 ] || echo "The $(wc -l <"$work/list" | tr -d ' ') pieces of code in the documents do what they say."
exit "$failed"
