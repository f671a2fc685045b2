#!/bin/sh
# How fast wharf-server gives a 200 MiB archive that it has verified before, beside nginx giving the same file, in turn in one run, to 1, 4 and
# 16 callers at once; and the server's memory. Needs curl, python3 and nginx. Usage: benchmarks/download.sh [runs]
set -eu
runs=${1:-10}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
. benchmarks/lib.sh
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || :
    rm -rf "$work"
}
trap stop EXIT

make_archive "$work/code.zip"
bytes=$(wc -c <"$work/code.zip")
start_server
rest=$(resident "$server")
id=$(upload "$work/code.zip")

cat >"$work/nginx.conf" <<NGINX
worker_processes 2; pid $work/nginx.pid; error_log $work/nginx.err;
events { worker_connections 64; }
http { access_log off; sendfile on; tcp_nopush on; server { listen 127.0.0.1:18099; root $work; } }
NGINX
chmod 755 "$work"
chmod 644 "$work/code.zip"
nginx -c "$work/nginx.conf"

# Callers, and what each asks for; prints gigabytes a second, all together.
fetch() {
    callers=$1
    shift
    begun=$(date +%s%N)
    fetching=''
    while [ "$callers" -gt 0 ]; do
        curl -sf -o /dev/null "$@" &
        fetching="$fetching $!"
        callers=$((callers - 1))
    done
    for each in $fetching; do wait "$each"; done
    echo "$begun $(date +%s%N)"
}
speed() { awk -v callers="$1" -v bytes="$bytes" '{ printf "%.3f\n", callers * bytes / ($2 - $1) }'; }
wharf() { fetch "$1" -u benchmark:benchmark-benchmark "$url/v1/connector-sdk/packages/$id/download" | speed "$1"; }
nginx_file() { fetch "$1" http://127.0.0.1:18099/code.zip | speed "$1"; }

wharf 4 >/dev/null; wharf 4 >/dev/null; nginx_file 4 >/dev/null
for callers in 1 4 16; do
    i=0
    while [ "$i" -lt "$runs" ]; do
        wharf "$callers" >>"$work/wharf-$callers"
        nginx_file "$callers" >>"$work/nginx-$callers"
        i=$((i + 1))
    done
    awk -v c="$callers" -v w="$(median "$work/wharf-$callers")" -v n="$(median "$work/nginx-$callers")" \
        'BEGIN { printf "%2d at once: wharf-server %.2f GB/s, nginx %.2f GB/s, ratio %.2f\n", c, w, n, w / n }'
done
echo "memory of wharf-server: $rest MiB at rest, $(resident "$server") MiB after the load, $(peak_of "$server") MiB at most"
