# Sourced: the clients, each by the package client of its own language, at the version that interop/ names, into $cache. Nothing is
# fetched otherwise. Wants cache, here and client.sh. What a registry does not give ends the client with 77 and the reason.

pip_patience=(--retries 2 --timeout 30 --disable-pip-version-check)

# python_client NAME PACKAGE...: a virtual environment with these packages, and sets venv. requirements/NAME.txt has the version of each,
# and of all that they need.
python_client() {
    local name=$1 pins=$here/requirements/$1.txt
    shift
    need python3
    venv=$cache/python-$name-$(cat "$pins" - <<<"$(python3 -c 'import sys; print(sys.version)') $*" | sha256sum | cut -c1-12)
    if [ ! -e "$venv/complete" ]; then
        rm -rf "$venv"
        python3 -m venv "$venv" >"$cache/$name.log" 2>&1 || missing "python3 cannot make a virtual environment: $(tail -n 1 "$cache/$name.log")"
        "$venv/bin/pip" install -q "${pip_patience[@]}" --no-compile -c "$pins" "$@" >"$cache/$name.log" 2>&1 ||
            missing "pip could not install $*: $(grep -m 1 '^ERROR' "$cache/$name.log" || tail -n 1 "$cache/$name.log")"
        touch "$venv/complete"
    fi
    "$venv/bin/python" --version
    "$venv/bin/pip" list "${pip_patience[@]:4}" 2>/dev/null | grep -E "^($(pattern "$@"))[[:space:]]" | tr -s ' '
}

# The names of packages, as pip lists them: it takes - and _ for the same.
pattern() {
    local name all=''
    for name in "$@"; do all+="|${name//[-_]/[-_]}"; done
    printf '%s' "${all#|}"
}

# The version that a file of pins has for a package.
pinned() { sed -nE "s/^$(pattern "$2")==//p" "$here/requirements/$1.txt"; }

# go_program MODULE VERSION: a program built from the module proxy, and sets program.
go_program() {
    local module=$1 version=$2 name=${1##*/}
    need go
    program=$cache/go/$name-$version
    if [ ! -x "$program" ]; then
        mkdir -p "$cache/go/build"
        echo "building $name $version, which takes minutes the first time..." >&2
        GOBIN=$cache/go/build GOFLAGS= go install -trimpath -ldflags '-s -w' "$module@$version" >"$cache/$name.log" 2>&1 ||
            missing "go could not build $module@$version: $(tail -n 1 "$cache/$name.log")"
        mv "$cache/go/build/$name" "$program"
    fi
}

# go_sources MODULE VERSION: a copy of a module's sources in the working directory, and sets sources.
go_sources() {
    local module=$1 version=$2
    need go
    sources=$PWD/${module##*/}
    go mod download -json "$module@$version" >downloaded.json 2>"$cache/${module##*/}.log" ||
        missing "the module proxy does not give $module@$version: $(field Error <downloaded.json)"
    cp -r "$(field Dir <downloaded.json)" "$sources"
    chmod -R u+w "$sources"
}
