#!/bin/sh
# How long the embedded catalog takes to open and answer once, each time in a fresh process: a new file, a current file by
# the fast path, a current file with Flyway asked every time, and for comparison SQLite's driver alone (an empty database in
# memory). Prints medians and their ratio to the fast path.
# Usage: benchmarks/catalog-open.sh [runs]
set -eu
runs=${1:-15}
repository=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$repository"
mvn -q -pl adapters-jdbc -am -DskipTests -Djacoco.skip=true test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/classpath
classpath=adapters-jdbc/target/classes:adapters-jdbc/target/test-classes:$(cat adapters-jdbc/target/classpath)

# file, mode
open() { java -cp "$classpath" dev.wharf.jdbc.CatalogOpening "$1" "$2" 2>/dev/null; }
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

open "$work/current.db" plain >/dev/null
i=0
while [ "$i" -lt "$runs" ]; do
    open "$work/new-$i.db" plain >>"$work/new"
    open "$work/current.db" plain >>"$work/current"
    open "$work/current.db" always >>"$work/always"
    open "$work/current.db" driver >>"$work/driver"
    i=$((i + 1))
done

fast=$(median "$work/current")
for mode in driver current always new; do
    median "$work/$mode" | awk -v mode="$mode" -v fast="$fast" \
        '{ printf "%-8s %8.1f ms  x%.2f\n", mode, $1 / 1000, $1 / fast }'
done
