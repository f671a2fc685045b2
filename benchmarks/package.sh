#!/bin/sh
# How long packaging takes, checks and hash and all, as ratios in one run: a small connector beside Python's zipfile, a tree of 200 MiB and
# 10 000 files beside zip -r; and the peak of memory of the latter. Needs hyperfine, python3, zip and GNU time.
# Usage: benchmarks/package.sh [runs]; WHARF_JAVA_HOME chooses the Java.
set -eu
runs=${1:-10}
repository=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wharf=$repository/wharf
benchmarks=$repository/benchmarks

python3 "$benchmarks/large_tree.py" "$work/large"
"$wharf" --version >/dev/null

measure() { hyperfine --shell=none --warmup 2 --runs "$runs" --export-csv "$work/times.csv" "$@" >/dev/null 2>&1; }
ratio() { awk -F, -v peer="$1" 'NR == 2 { base = $4 } NR == 3 { printf "wharf package %.0f ms, %s %.0f ms: x%.2f\n", $4 * 1000, peer, base * 1000, $4 / base }' "$work/times.csv"; }

echo "a small connector:"
measure "python3 $benchmarks/zip_directory.py $repository/examples/weather $work/python.zip" \
    "$wharf package $repository/examples/weather -O $work/wharf.zip"
ratio "Python's zipfile"

echo "200 MiB in 10 000 files:"
measure --prepare "rm -f $work/zip.zip" "zip -qr $work/zip.zip $work/large" "$wharf package $work/large -O $work/wharf.zip"
ratio "zip -r"
peak() { /usr/bin/time -f %M -o "$work/peak" "$@" >/dev/null; awk '{ printf "%.0f MiB", $1 / 1024 }' "$work/peak"; }
rm -f "$work/zip.zip"
echo "peak of memory: wharf package $(peak "$wharf" package "$work/large" -O "$work/wharf.zip"), zip -r $(peak zip -qr "$work/zip.zip" "$work/large")"
