# Sourced: the vendor's command line, in a virtual environment and a home directory of its own. The program is as the package index
# has it; what it is told is in its home: the address of the API, in the file it reads that from.

install_fivetran() {
    need python3
    if [ ! -x "$scratch/venv/bin/fivetran" ]; then
        rm -rf "$scratch/venv"
        python3 -m venv "$scratch/venv" >"$scratch/venv.log" 2>&1 || skip "python3 cannot make a virtual environment"
        "$scratch/venv/bin/pip" install -q --no-compile --retries 1 --timeout 20 fivetran-connector-sdk >"$scratch/pip.log" 2>&1 ||
            skip "pip could not install fivetran-connector-sdk (is there a network?)"
    fi
    state=$scratch/home/.fivetran/connector_sdk
    mkdir -p "$state"
    printf '{"production_base_url": "%s"}\n' "$URL" >"$state/_config.json"
    # As if it had just looked for a newer version of itself.
    date +%s >"$state/_last_version_check"
    "$scratch/venv/bin/python" --version
    "$scratch/venv/bin/pip" list --disable-pip-version-check 2>/dev/null | grep -i '^fivetran'
}

# Whatever it wants of any other machine than this fails at once: the proxy is a port where nothing listens.
fivetran() {
    env -i PATH="$scratch/venv/bin:$PATH" HOME="$scratch/home" LC_ALL=C.UTF-8 DO_NOT_TRACK=1 ${CI:+CI=$CI} \
        HTTPS_PROXY=http://127.0.0.1:9 HTTP_PROXY=http://127.0.0.1:9 NO_PROXY=127.0.0.1 \
        FIVETRAN_API_KEY="$(printf '%s:%s' "$KEY" "$SECRET" | base64 | tr -d '\n')" \
        "$scratch/venv/bin/fivetran" "$@" </dev/null 2>&1
}
