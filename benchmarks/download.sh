#!/bin/sh
# How fast wharf-server gives a 200 MiB archive that it has verified before, beside nginx giving the same file, in one run.
# Needs curl and nginx. Usage: benchmarks/download.sh [runs]
set -eu
runs=${1:-10}
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
work=$(mktemp -d)
server=''
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || :
    rm -rf "$work"
}
trap stop EXIT

python3 - "$work/code.zip" <<'PYTHON'
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_STORED) as archive:
    archive.writestr("connector.py", "# a connector\n")
    archive.writestr("data.bin", os.urandom(1 << 20) * 199)
PYTHON

./wharf-server --check --port 0 --data "$work/check" >/dev/null
WHARF_BOOTSTRAP_KEY=benchmark WHARF_BOOTSTRAP_SECRET=benchmark-benchmark \
    ./wharf-server --port 0 --data "$work/data" >"$work/server.out" 2>&1 &
server=$!
until grep -q 'listens on' "$work/server.out"; do sleep 0.2; done
url=$(sed -n 's/.*listens on \([^,]*\),.*/\1/p' "$work/server.out")
id=$(curl -sf -u benchmark:benchmark-benchmark -F file=@"$work/code.zip" "$url/v1/connector-sdk/packages" |
    sed 's/.*"id":"\([^"]*\)".*/\1/')

cat >"$work/nginx.conf" <<NGINX
worker_processes 2; pid $work/nginx.pid; error_log $work/nginx.err;
events { worker_connections 64; }
http { access_log off; sendfile on; tcp_nopush on; server { listen 127.0.0.1:18099; root $work; } }
NGINX
chmod 755 "$work"
chmod 644 "$work/code.zip"
nginx -c "$work/nginx.conf"

fetch() { curl -sf -o /dev/null -w '%{speed_download}\n' "$@"; }
wharf() { fetch -u benchmark:benchmark-benchmark "$url/v1/connector-sdk/packages/$id/download"; }
nginx_file() { fetch http://127.0.0.1:18099/code.zip; }
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

wharf >/dev/null; wharf >/dev/null; wharf >/dev/null; nginx_file >/dev/null
i=0
while [ "$i" -lt "$runs" ]; do
    wharf >>"$work/wharf"
    nginx_file >>"$work/nginx"
    i=$((i + 1))
done
awk -v w="$(median "$work/wharf")" -v n="$(median "$work/nginx")" \
    'BEGIN { printf "wharf-server %.2f GB/s, nginx %.2f GB/s, ratio %.2f\n", w / 1e9, n / 1e9, w / n }'
