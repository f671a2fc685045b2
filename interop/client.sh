# Sourced by the clients' scripts: they end with 0 and a last line that says what was seen, with 77 where what they need is not to be
# had, else with anything else. They run in a directory of their own, with URL, KEY and SECRET of a server that is empty.

missing() {
    echo "$*" >"$why"
    exit 77
}

need() { command -v "$1" >/dev/null || missing "$1 is not installed"; }

wharf() { "$root/wharf" "$@"; }

# Runs a command and shows both, as on a terminal.
show() {
    echo "\$ $*"
    "$@"
}

fail() {
    echo "FAILED: $*"
    exit 1
}

# What is wrong without making the rest senseless: the client goes on, and run fails it with a list of these.
wrong() {
    echo "WRONG: $*"
    echo "- $*" >>"$scratch/$client.wrong"
}

same() { [ "$2" = "$3" ] || wrong "$1: expected '$2', got '$3'"; }

# says TEXT FILE: wrong if the file does not have it.
says() { grep -qF -- "$1" "$2" || wrong "'$1' is not said in: $(cat "$2" 2>&1)"; }

# version TEXT: what the table of README.md has as this client's version.
version() { echo "$*" >"$scratch/$client.version"; }

# Counts the packages that wharf lists: sets bound, those that a connection uses, and unbound.
count() {
    wharf packages list -o json >"$scratch/counted"
    bound=$(grep -c '"connection_id": "' "$scratch/counted" || :)
    unbound=$(grep -c '"connection_id": null' "$scratch/counted" || :)
}

# counted BOUND UNBOUND: fails if there are others.
counted() {
    count
    same "packages in use" "$1" "$bound"
    same "packages that no connection uses" "$2" "$unbound"
}

# The text of a field's first appearance in JSON on standard input.
field() { sed -nE "s/.*\"$1\" ?: ?\"([^\"]*)\".*/\1/p" | head -n 1; }
