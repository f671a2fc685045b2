#!/bin/sh
# How fast a project is looked through for secrets, in processor time, as a ratio to sha256sum over the same bytes. The project has 160 MiB and
# an error, so that no archive is made. Needs hyperfine. Usage: benchmarks/scan.sh [runs]
set -eu
runs=${1:-5}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/project"
echo 'nothing = 1' >"$work/project/connector.py"
cat examples/*/*.py docs/*/*.md >"$work/sample"
megabytes=160
while [ "$(wc -c <"$work/sample")" -lt $((megabytes * 1048576)) ]; do
    cat "$work/sample" "$work/sample" >"$work/twice"
    mv "$work/twice" "$work/sample"
done
head -c $((megabytes * 1048576)) "$work/sample" >"$work/project/text.txt"
./wharf --version >/dev/null

hyperfine --shell=none --warmup 1 --runs "$runs" --ignore-failure --export-csv "$work/times.csv" \
    "sha256sum $work/project/text.txt" "./wharf --version" "./wharf package $work/project" >/dev/null 2>&1

awk -F, -v megabytes=$megabytes '
    NR == 2 { base = $5 + $6 } NR == 3 { start = $5 + $6 }
    NR == 4 { used = $5 + $6 - start; printf "%.0f MiB a second of processor time, x%.2f that of sha256sum\n", megabytes / used, used / base }' \
    "$work/times.csv"
