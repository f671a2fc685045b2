#!/bin/sh
# How many reads of a package a gateway answers from its memory in a second, beside the server behind it asked directly, on this machine (so without
# the network that a gateway spares); downloads of a small archive likewise; and the gateway's memory at rest and after the load. In turn in one run;
# needs curl, wrk and python3. Usage: benchmarks/gateway.sh [runs] [seconds]
set -eu
runs=${1:-5}
seconds=${2:-8}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
. benchmarks/lib.sh
gateway=''
trap '[ -z "$gateway" ] || kill "$gateway" 2>/dev/null || :; [ -z "$server" ] || kill "$server" 2>/dev/null || :; rm -rf "$work"' EXIT

start_server
WHARF_BOOTSTRAP_KEY=benchmark WHARF_BOOTSTRAP_SECRET=benchmark-benchmark \
    WHARF_UPSTREAM_KEY=benchmark WHARF_UPSTREAM_SECRET=benchmark-benchmark \
    ./wharf-server --port 0 --data "$work/gateway" --upstream "$url" >"$work/gateway.out" 2>&1 &
gateway=$!
until grep -q 'listens on' "$work/gateway.out"; do sleep 0.2; done
front=$(sed -n 's/.*listens on \([^,]*\),.*/\1/p' "$work/gateway.out")
rest=$(resident "$gateway")
python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("connector.py", "# a connector\n" * 500)' "$work/code.zip"
id=$(upload "$work/code.zip")
path=/v1/connector-sdk/packages/$id

load() {
    wrk -t1 -c16 -d"${3:-$seconds}s" -H "Authorization: Basic $(printf benchmark:benchmark-benchmark | base64)" "$1$2" |
        awk '/^Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = 1 } END { print bad ? "failed" : rate }'
}
for what in "$path" "$path/download"; do
    load "$url" "$what" 15 >/dev/null
    load "$front" "$what" 15 >/dev/null
    : >"$work/direct"
    : >"$work/front"
    i=0
    while [ "$i" -lt "$runs" ]; do
        load "$front" "$what" >>"$work/front"
        load "$url" "$what" >>"$work/direct"
        i=$((i + 1))
    done
    awk -v g="$(median "$work/front")" -v d="$(median "$work/direct")" -v what="${what#"$path"}" 'BEGIN {
        printf "%s a second, 16 connections: gateway %.0f, direct %.0f, ratio %.2f\n", what == "" ? "reads" : "downloads of 7 kB", g, d, g / d }'
done
asked=$(curl -sf "$front/prometheus" | awk '/^wharf_upstream_reads_total\{origin="asked"/ { print $2 }')
echo "of which the account behind was asked: $asked; archives fetched:" \
    "$(curl -sf "$front/prometheus" | awk '/^wharf_upstream_archives_fetched_total/ { print $2 }')"
echo "memory of the gateway: $rest MiB at rest, $(resident "$gateway") MiB after the load, $(peak_of "$gateway") MiB at most"
