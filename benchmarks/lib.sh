# Sourced by the benchmarks that need a server, which set work (a directory of theirs) and repository. Defines what they share.

# Two hundred mebibytes that do not compress.
make_archive() {
    python3 - "$1" <<'PYTHON'
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_STORED) as archive:
    archive.writestr("connector.py", "# a connector\n")
    archive.writestr("data.bin", os.urandom(1 << 20) * 199)
PYTHON
}

server=''
# Starts wharf-server, sets server to its process and url to where it listens.
start_server() {
    "$repository/wharf-server" --check --port 0 --data "$work/check" >/dev/null
    WHARF_BOOTSTRAP_KEY=benchmark WHARF_BOOTSTRAP_SECRET=benchmark-benchmark \
        "$repository/wharf-server" --port 0 --data "$work/data" >"$work/server.out" 2>&1 &
    server=$!
    until grep -q 'listens on' "$work/server.out"; do sleep 0.2; done
    url=$(sed -n 's/.*listens on \([^,]*\),.*/\1/p' "$work/server.out")
}

# Uploads a file and prints the package's id.
upload() {
    curl -sf -u benchmark:benchmark-benchmark -F file=@"$1" "$url/v1/connector-sdk/packages" |
        sed 's/.*"id":"\([^"]*\)".*/\1/'
}

# Of the numbers in a file.
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# In MiB, of a process.
resident() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }
peak_of() { awk '/^VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }
