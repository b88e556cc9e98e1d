#!/usr/bin/env bash
# Makes the pictures that docs/pictures.txt lists, with the trace program given.
set -euo pipefail
cd "$(dirname "$0")/.."
trace=$1

grep -vE '^(#|$)' docs/pictures.txt | while read -r picture source options; do
    # The options are words without spaces.
    # shellcheck disable=SC2086
    "$trace" "$source" -q -o "docs/pictures/$picture" $options >/dev/null
    echo "docs/pictures/$picture"
done
