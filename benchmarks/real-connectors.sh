#!/bin/sh
# What the checks find in every connector of a checkout, such as the vendor's public examples: each finding, then how many
# of each rule. Usage: benchmarks/real-connectors.sh CHECKOUT
set -eu
checkout=$(cd "${1:?the directory of a checkout is missing}" && pwd)
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find "$checkout" -name connector.py -type f | LC_ALL=C sort | while read -r file; do
    project=$(dirname "$file")
    # An error's document goes to the other stream, and ends with exit code 8.
    ./wharf package "$project" --list -O "$work/package.zip" -o json >"$work/document" 2>&1 || true
    echo "connector ${project#"$checkout"/}"
    cat "$work/document"
done >"$work/documents"

awk '
    function value(text) { sub(/^[^:]*: /, "", text); sub(/,$/, "", text); gsub(/^"|"$/, "", text); return text }
    /^connector / { connector = substr($0, 11); connectors++ }
    /^ *"severity": / { severity = value($0) }
    /^ *"rule": / { rule = value($0) }
    /^ *"path": / { path = value($0) }
    /^ *"line": / { line = value($0) }
    /^ *"message": / && rule != "" {
        printf "%s %s: %s: %s:%s: %s\n", severity, rule, connector, path, line, value($0)
        count[severity " " rule]++
        if (!((rule, connector) in seen)) { seen[rule, connector] = 1; holders[severity " " rule]++ }
        rule = ""
    }
    END {
        printf "\n%d connectors\n", connectors
        for (kind in count) printf "%5d findings in %3d connectors: %s\n", count[kind], holders[kind], kind | "sort -k6"
    }' "$work/documents"
