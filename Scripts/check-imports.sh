#!/usr/bin/env bash
# Holds the sources to ARCHITECTURE.md: who may import whom.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0

refuse() { # what, where, the modules that may not be imported there
    local found
    found=$(grep -rnE "^ *([@a-zA-Z()]+ +)*import +([a-z]+ +)?($3)(\.| |\$)" "$2" --include='*.swift' || true)
    if [ -n "$found" ]; then
        printf '%s:\n%s\n' "$1" "$found" >&2
        failed=1
    fi
}

refuse "product code does not import Foundation" Sources 'Foundation|FoundationEssentials|FoundationXML'
refuse "Support imports nothing of the project" Sources/Support 'Micrograd|CMicrograd|TraceLanguage|TraceGraph|CGraphviz'
refuse "Micrograd imports nothing above it" Sources/Micrograd 'TraceLanguage|TraceGraph|CGraphviz'
refuse "TraceLanguage does not import TraceGraph" Sources/TraceLanguage 'TraceGraph|CGraphviz'
refuse "TraceGraph does not import TraceLanguage" Sources/TraceGraph 'TraceLanguage'
refuse "trace does not import CGraphviz" Sources/trace 'CGraphviz'

refuse "examples use what is public" Examples '@testable|CGraphviz|CMicrograd|MicrogradSupport|TraceLanguage'

files=$(grep -rlE 'import +([a-z]+ +)?CGraphviz' Sources --include='*.swift')
if [ "$files" != "Sources/TraceGraph/Layout/Graphviz.swift" ]; then
    printf 'one file imports CGraphviz, Sources/TraceGraph/Layout/Graphviz.swift; found:\n%s\n' "$files" >&2
    failed=1
fi
exit "$failed"
