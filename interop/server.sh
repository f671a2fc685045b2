# Sourced: servers to try clients against. Wants root and scratch. The key and the secret are made up.
export KEY=interop SECRET=interop-secret-0123456789
server=''

# start_server NAME [VARIABLE=VALUE...]: sets URL, and the variables that ./wharf reads. Its audit goes to scratch/NAME.audit.
start_server() {
    local name=$1 tries=0
    shift
    : >"$scratch/$name.audit"
    env WHARF_BOOTSTRAP_KEY=$KEY WHARF_BOOTSTRAP_SECRET=$SECRET "$@" \
        "$root/wharf-server" --port 0 --data "$scratch/$name.data" </dev/null >"$scratch/$name.audit" 2>"$scratch/$name.log" &
    server=$!
    until URL=$(sed -n 's/^wharf-server listens on \(https*:[^,]*\),.*/\1/p' "$scratch/$name.audit") && [ -n "$URL" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 1200 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "wharf-server did not start:" >&2
            cat "$scratch/$name.log" >&2
            exit 1
        fi
        sleep 0.25
    done
    export URL WHARF_API_URL=$URL WHARF_API_KEY=$KEY WHARF_API_SECRET=$SECRET
}

stop_server() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || :
        wait "$server" 2>/dev/null || :
        server=''
    fi
}
