#!/bin/sh
# How many reads of a package wharf-server answers in a second, beside a bare controller of the same Micronaut on the same Java that answers a
# constant of that size, in turn in one run; and the server's memory at rest and after the load. Needs curl, wrk and Maven.
# Usage: benchmarks/reads.sh [runs] [seconds]; WHARF_JAVA_HOME chooses the Java.
set -eu
runs=${1:-5}
seconds=${2:-8}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
. benchmarks/lib.sh
bare=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || :; [ -z "$bare" ] || kill "$bare" 2>/dev/null || :; rm -rf "$work"' EXIT

python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("connector.py", "# a connector\n")' "$work/code.zip"
start_server
id=$(upload "$work/code.zip")
path=/v1/connector-sdk/packages/$id
size=$(curl -sf -u benchmark:benchmark-benchmark "$url$path" | wc -c)
rest=$(resident "$server")

mvn -q -B -f benchmarks/bare/pom.xml -Dspotless.check.skip=true -Denforcer.skip=true compile
java=$(readlink -f "/proc/$server/exe")
"$java" -cp "benchmarks/target/bare/classes:app-server/target/lib/*" bare.Bare "$size" >"$work/bare.out" 2>/dev/null &
bare=$!
until grep -q 'listens on' "$work/bare.out"; do sleep 0.2; done
bare_url=$(sed -n 's/.*listens on \([^,]*\),.*/\1/p' "$work/bare.out")

load() {
    wrk -t1 -c16 -d"${2:-$seconds}s" -H 'Accept: application/json' \
        -H "Authorization: Basic $(printf benchmark:benchmark-benchmark | base64)" "$1$path" | awk '/^Requests\/sec/ { print $2 }'
}
load "$url" 20 >/dev/null
load "$bare_url" 20 >/dev/null
i=0
while [ "$i" -lt "$runs" ]; do
    load "$url" >>"$work/wharf"
    load "$bare_url" >>"$work/bare"
    i=$((i + 1))
done
awk -v w="$(median "$work/wharf")" -v b="$(median "$work/bare")" -v size="$size" 'BEGIN {
    printf "reads a second, %d bytes, 16 connections: wharf-server %.0f, bare controller %.0f, ratio %.2f\n", size, w, b, w / b }'
echo "memory of wharf-server: $rest MiB at rest, $(resident "$server") MiB after the load, $(peak_of "$server") MiB at most"
