#!/bin/sh
# How long the command line takes to start, as a ratio to what its Java needs to say its version. Needs hyperfine.
# Usage: benchmarks/startup.sh [runs]; WHARF_JAVA_HOME chooses the Java.
set -eu
runs=${1:-20}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Builds, and makes the start-up cache, before anything is measured; and tells which Java the launcher has chosen.
java=$(./wharf doctor --local="$work/registry" -o json | sed -n 's/.*"detail": ".*, \(.*\)".*/\1/p' | head -n 1)/bin/java

hyperfine --shell=none --warmup 3 --runs "$runs" --export-csv "$work/times.csv" \
    "$java -version" \
    './wharf --version' \
    "./wharf package examples/weather -O $work/weather.zip" >/dev/null 2>&1

sed -e "s|^$java|java|" -e "s| -O $work/weather.zip||" "$work/times.csv" |
    awk -F, 'NR == 2 { base = $4 } NR > 1 { printf "%-34s %7.1f ms  x%.2f\n", $1, $4 * 1000, $4 / base }'
