#!/usr/bin/env bash
# Makes the pictures that docs/pictures.txt lists, with the programs of a folder.
set -euo pipefail
cd "$(dirname "$0")/.."
programs=$1
written=$(mktemp -d)
trap 'rm -rf "$written"' EXIT

grep -vE '^(#|$)' docs/pictures.txt | while read -r picture source options; do
    if [ -d "$source" ]; then
        name=$(basename "$source")
        if [ ! -d "$written/$name" ]; then
            mkdir "$written/$name"
            "$programs/$name" "$written/$name" >/dev/null
        fi
        cp "$written/$name/$picture" docs/pictures/
    else
        # The options are words without spaces.
        # shellcheck disable=SC2086
        "$programs/trace" "$source" -q -o "docs/pictures/$picture" $options >/dev/null
    fi
    echo "docs/pictures/$picture"
done
