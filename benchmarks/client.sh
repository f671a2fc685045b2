#!/bin/sh
# A client with -Xmx64m sends and fetches 200 MiB to and from a wharf-server, with its peak of memory; and a verified download beside curl and
# sha256sum of the same file in the same run: the command line, and the embedded client, its first one and in a JVM that is warm. Needs curl, hyperfine, python3
# and GNU time. Usage: benchmarks/client.sh [runs]
set -eu
runs=${1:-10}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
. benchmarks/lib.sh
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || :; rm -rf "$work"' EXIT

make_archive "$work/code.zip"
./wharf --version >/dev/null
start_server
WHARF_API_URL=$url WHARF_API_KEY=benchmark WHARF_API_SECRET=benchmark-benchmark
export WHARF_API_URL WHARF_API_KEY WHARF_API_SECRET

# Runs something with little memory, and says how much it took at most.
small() {
    WHARF_JAVA_OPTS=-Xmx64m /usr/bin/time -f %M -o "$work/peak" "$@" >"$work/out"
    awk '{ printf "  %.0f MiB", $1 / 1024 }' "$work/peak"
}
echo "a client with -Xmx64m and 200 MiB, peak of memory:"
# Makes the start-up cache of commands like these, before anything is measured.
./wharf packages list >/dev/null
small ./wharf packages create "$work/code.zip" -o json && echo " to upload"
id=$(sed -n 's/.*"id": "\([^"]*\)".*/\1/p' "$work/out" | head -n 1)
small ./wharf packages download --no-cache "$id" -O "$work/fetched.zip" && echo " to download"
cmp "$work/code.zip" "$work/fetched.zip"

download=$url/v1/connector-sdk/packages/$id/download
hyperfine --warmup 3 --runs "$runs" --prepare "rm -f $work/curl.zip $work/wharf.zip" --export-csv "$work/times.csv" \
    "curl -sf -u benchmark:benchmark-benchmark -o $work/curl.zip $download && sha256sum $work/curl.zip" \
    "./wharf packages download --no-cache $id -O $work/wharf.zip" \
    "./wharf packages get $id" >/dev/null 2>&1
java=$(./wharf doctor --local="$work/registry" -o json | sed -n 's/.*"detail": ".*, \(.*\)".*/\1/p' | head -n 1)/bin/java
"$java" -XX:+UseSerialGC -Xmx64m -cp "$(echo app-cli/target/wharf-app-cli-*.jar):app-cli/target/lib/*" \
    benchmarks/WarmDownload.java "$url" "$id" "$work/warm.zip" "$runs" "$work/first" >"$work/warm" 2>/dev/null
awk -F, -v warm="$(median "$work/warm")" -v first="$(cat "$work/first")" '
    NR == 2 { base = $4; printf "curl and sha256sum               %7.1f ms  x1.00\n", base * 1000 }
    NR == 3 { printf "wharf packages download          %7.1f ms  x%.2f\n", $4 * 1000, $4 / base }
    NR == 4 { printf "  of which wharf packages get    %7.1f ms\n", $4 * 1000 }
    END {
        printf "the embedded client, its first   %7.1f ms  x%.2f\n", first, first / base / 1000
        printf "the embedded client, warm        %7.1f ms  x%.2f\n", warm, warm / base / 1000
    }' "$work/times.csv"
