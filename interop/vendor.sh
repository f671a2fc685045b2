# Sourced: the vendor's command line, as the package index has it, in a home directory of its own. What it is told is in that home: the
# address of the API, in the file where its deploy looks for one. Its other half has the address built in: see through_tls.
. "$here/install.sh"
. "$here/tls.sh"

install_fivetran() {
    python_client vendor fivetran-connector-sdk fivetran-cli
    home=$scratch/$client.home
    state=$home/.fivetran/connector_sdk
    mkdir -p "$state"
    printf '{"production_base_url": "%s"}\n' "$URL" >"$state/_config.json"
    # As if it had just looked for a newer version of itself.
    date +%s >"$state/_last_version_check"
}

fivetran() { fivetran_asking "$@" </dev/null; }

# With answers on its standard input. It has no terminal, so that it reads passwords there too. Whatever it wants of any other machine
# than this fails at once: the proxy is a port where nothing listens.
fivetran_asking() {
    env -i PATH="$venv/bin:$PATH" HOME="$home" LC_ALL=C.UTF-8 DO_NOT_TRACK=1 ${CI:+CI=$CI} \
        HTTPS_PROXY="${tls_proxy:-http://127.0.0.1:9}" HTTP_PROXY=http://127.0.0.1:9 NO_PROXY=127.0.0.1 \
        ${authority:+REQUESTS_CA_BUNDLE=$authority} \
        FIVETRAN_API_KEY="$(printf '%s:%s' "$KEY" "$SECRET" | base64 | tr -d '\n')" \
        setsid --wait "$venv/bin/fivetran" "$@" 2>&1
}
