#!/usr/bin/env bash
# Installs the Graphviz library and pkg-config where they are missing. Does nothing where they are there.
set -euo pipefail

if command -v pkg-config >/dev/null && pkg-config --exists libgvc; then
    exit 0
fi

if command -v apt-get >/dev/null; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "setup: the Graphviz library is missing; as root, run: apt-get install libgraphviz-dev pkg-config" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "setup: installing libgraphviz-dev and pkg-config with apt-get"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends libgraphviz-dev pkg-config
elif command -v brew >/dev/null; then
    echo "setup: installing graphviz and pkgconf with brew"
    brew install graphviz pkgconf
else
    echo "setup: the Graphviz library (libgvc with its headers) and pkg-config are missing," \
        "and there is neither apt-get nor brew here to install them" >&2
    exit 1
fi

if ! pkg-config --exists libgvc; then
    echo "setup: pkg-config does not find libgvc after the installation" >&2
    exit 1
fi
