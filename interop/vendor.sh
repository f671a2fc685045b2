# Sourced: the vendor's command line, as the package index has it, in a home directory of its own. What it is told is in that home: the
# address of the API, in the file where its deploy looks for one. Its other half has the address built in: see through_tls.
. "$here/install.sh"

install_fivetran() {
    python_client vendor fivetran-connector-sdk fivetran-cli
    home=$scratch/$client.home
    state=$home/.fivetran/connector_sdk
    mkdir -p "$state"
    printf '{"production_base_url": "%s"}\n' "$URL" >"$state/_config.json"
    # As if it had just looked for a newer version of itself.
    date +%s >"$state/_last_version_check"
}

# Whatever it wants of any other machine than this fails at once: the proxy is a port where nothing listens.
fivetran() {
    env -i PATH="$venv/bin:$PATH" HOME="$home" LC_ALL=C.UTF-8 DO_NOT_TRACK=1 ${CI:+CI=$CI} \
        HTTPS_PROXY="${tls_proxy:-http://127.0.0.1:9}" HTTP_PROXY=http://127.0.0.1:9 NO_PROXY=127.0.0.1 \
        ${authority:+REQUESTS_CA_BUNDLE=$authority} \
        FIVETRAN_API_KEY="$(printf '%s:%s' "$KEY" "$SECRET" | base64 | tr -d '\n')" \
        "$venv/bin/fivetran" "$@" </dev/null 2>&1
}

# For clients that have the vendor's address built in: a proxy that takes tunnels to that one name, ends their TLS with a certificate of
# an authority made for this run, and passes on to the server. Sets tls_proxy and authority.
through_tls() {
    "$venv/bin/python" "$here/front/tls.py" api.fivetran.com "${URL#http://}" "$scratch/$client.tls" >"$scratch/$client.proxy" &
    front=$!
    trap 'kill "$front" 2>/dev/null || :' EXIT
    until [ -s "$scratch/$client.proxy" ]; do
        kill -0 "$front" 2>/dev/null || fail "the proxy did not start"
        sleep 0.1
    done
    tls_proxy=$(cat "$scratch/$client.proxy")
    authority=$scratch/$client.tls/authority.pem
}
