#!/bin/sh
# A bad day of the account: a storm of 429, a minute of 503, answers of which a byte comes every 5 seconds, answers that stop. What the command line
# makes of each (exit code, time), and how fast a gateway answers from memory meanwhile, while others ask it for what it must ask the account,
# beside an undisturbed run. Needs curl, wrk and python3; takes about ten minutes.
# Usage: benchmarks/bad-day.sh [seconds]; how long each mode is measured.
set -eu
seconds=${1:-15}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
. benchmarks/lib.sh
way=''
gateway=''
crowd=''
trap 'for each in $crowd $gateway $way $server; do kill "$each" 2>/dev/null || :; done; rm -rf "$work"' EXIT

start_server
python3 benchmarks/unreliable.py "${url##*:}" "$work/port" &
way=$!
until [ -s "$work/port" ]; do sleep 0.2; done
account=http://127.0.0.1:$(cat "$work/port")
WHARF_BOOTSTRAP_KEY=benchmark WHARF_BOOTSTRAP_SECRET=benchmark-benchmark \
    WHARF_UPSTREAM_KEY=benchmark WHARF_UPSTREAM_SECRET=benchmark-benchmark \
    ./wharf-server --port 0 --data "$work/gateway" --upstream "$account" >"$work/gateway.out" 2>&1 &
gateway=$!
until grep -q 'listens on' "$work/gateway.out"; do sleep 0.2; done
front=$(sed -n 's/.*listens on \([^,]*\),.*/\1/p' "$work/gateway.out")

python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("connector.py", "# a connector\n")' "$work/code.zip"
id=$(upload "$work/code.zip")
path=/v1/connector-sdk/packages/$id
basic="Authorization: Basic $(printf benchmark:benchmark-benchmark | base64)"
export WHARF_API_KEY=benchmark WHARF_API_SECRET=benchmark-benchmark

mode() { curl -sf "$account/_mode/$1" >/dev/null; }
metric() { curl -sf "$front/prometheus" | awk -v name="$1" 'index($0, name) == 1 { sum += $2 } END { print sum + 0 }'; }
# Milliseconds within which 99 of 100 reads from the gateway's memory were answered.
p99() {
    wrk -t1 -c8 -d"${1}s" --latency -H "$basic" "$front$path" |
        awk '$1 == "99%" { n = $2; if (n ~ /us$/) n = n / 1000; else if (n ~ /ms$/) n += 0; else n = n * 1000; printf "%.1f", n }'
}
# Twenty who ask, one after the other, for what no memory may answer.
begin_crowd() {
    crowd=''
    for asker in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        while :; do
            curl -s -o /dev/null -m 120 -H 'Cache-Control: no-cache' -H "$basic" "$front/v1/groups/none_$asker" || :
            sleep 1
        done &
        crowd="$crowd $!"
    done
}
end_crowd() {
    for asker in $crowd; do kill "$asker" 2>/dev/null || :; done
    crowd=''
}

curl -sf -H "$basic" "$front$path" >/dev/null
p99 20 >/dev/null
begin_crowd
undisturbed=$(p99 "$seconds")
end_crowd
echo "undisturbed: 99 of 100 reads from the gateway's memory within $undisturbed ms"

for each in limited away trickle stall; do
    curl -sf -H "$basic" -H 'Cache-Control: no-cache' "$front$path" >/dev/null || echo "the account did not come back"
    mode "$each"
    begin_crowd
    disturbed=$(p99 "$seconds")
    began=$(date +%s)
    code=0
    ./wharf packages list --api-url "$account" --timeout 10 >/dev/null 2>"$work/said" || code=$?
    took=$(($(date +%s) - began))
    code_through=0
    ./wharf packages get "$id" --api-url "$front" >/dev/null 2>"$work/said-through" || code_through=$?
    end_crowd
    echo "$each: reads from memory $disturbed ms, ratio $(awk -v d="$disturbed" -v u="$undisturbed" 'BEGIN { printf "%.2f", d / u }');" \
        "wharf straight ends with $code after $took s; through the gateway with $code_through;" \
        "circuit open: $(metric wharf_upstream_circuit_open)"
    sed 's/^/    /' "$work/said"
    sed 's/^/    through the gateway: /' "$work/said-through"
    mode through
    i=0
    until curl -sf -H "$basic" -H 'Cache-Control: no-cache' "$front$path" >/dev/null; do
        i=$((i + 1))
        [ "$i" -lt 100 ] || break
        sleep 3
    done
    # As many as the circuit wants to see succeed.
    for again in 1 2 3 4; do curl -sf -H "$basic" -H 'Cache-Control: no-cache' "$front$path" >/dev/null || :; done
    echo "    and after it: circuit open: $(metric wharf_upstream_circuit_open)," \
        "opened $(metric 'wharf_upstream_events_total{event="circuit_open"') and closed $(metric 'wharf_upstream_events_total{event="circuit_closed"') times so far"
done
