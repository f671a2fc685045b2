# Sourced: for clients that have the vendor's address built in: a proxy that takes tunnels to that one name, ends their TLS with a certificate of
# an authority made for this run, and passes on to the server. Takes a Python that has cryptography; sets tls_proxy and authority.
through_tls() {
    "$1" "$here/front/tls.py" api.fivetran.com "${URL#http://}" "$scratch/$client.tls" >"$scratch/$client.proxy" &
    front=$!
    trap 'kill "$front" 2>/dev/null || :' EXIT
    until [ -s "$scratch/$client.proxy" ]; do
        kill -0 "$front" 2>/dev/null || fail "the proxy did not start"
        sleep 0.1
    done
    tls_proxy=$(cat "$scratch/$client.proxy")
    authority=$scratch/$client.tls/authority.pem
}
