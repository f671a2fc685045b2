# Sourced by run: what README.md and transcripts/ say of a client, taken from its run, so that neither can say anything else.

# Identifiers, hashes, times and places differ in every run; in a transcript they are numbered in the order of their making.
stable() {
    local rules=$scratch/rules kind ids hash n
    : >"$rules"
    for kind in PACKAGE CONNECTION DESTINATION; do
        n=0
        ids=$(sed -n "s/.*\"action\":\"${kind}_CREATED\",\"subject\":\"\([a-z_0-9]*\)\".*/\1/p" "$@")
        for id in $ids; do
            n=$((n + 1))
            printf 's/\\b%s\\b/%s-%d/g\n' "$id" "${kind,,}" "$n" >>"$rules"
        done
    done
    n=0
    for hash in $(sed -n 's/.*"to_sha256":"\([0-9a-f]*\)".*/\1/p' "$@" | awk '!seen[$0]++'); do
        n=$((n + 1))
        printf 's/%s/sha256-%d/g\ns/\\b%s\\b/sha256-%d/g\n' "$hash" "$n" "${hash:0:12}" "$n" >>"$rules"
    done
    sed -E -f "$rules" -e "s#$scratch#SCRATCH#g" -e "s#$cache#CACHE#g" -e "s#$root#WHARF#g" -e "s#/[^ :]*/lib/python[0-9.]+/#PYTHON/#g" -e "s#127\.0\.0\.1:[0-9]+#127.0.0.1:8080#g" \
        -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]+(Z|[+-][0-9:]+)?/TIME/g' -e 's/([^ ]) {2,}/\1  /g' -e 's/[[:space:]]+$//' -e '/^(Up|Down)loading: /d'
}

# A client's line in the table of clients: its version, if it wrote one, and the last line of its run.
line_of() { echo "| [$1](transcripts/$1.txt) | $(cat "$scratch/$1.version" 2>/dev/null || echo -) | $2 |"; }

# The part of README.md between a client's marks, and the table that its run wrote.
part_of() { sed -n "/^<!-- $1 -->\$/,/^<!-- end -->\$/p" "$here/README.md" | sed '1d;$d'; }

page_says() {
    grep -qxF "$(line_of "$1" "$2")" "$here/README.md" || return 1
    [ ! -e "$scratch/$1.table" ] || part_of "$1" | diff - "$scratch/$1.table"
}

write_page() {
    local line
    line=$(line_of "$1" "$2")
    LINE=$line TABLE=$scratch/$1.table CLIENT=$1 awk '
        index($0, "| [" ENVIRON["CLIENT"] "](transcripts/") == 1 { print ENVIRON["LINE"]; next }
        $0 == "<!-- " ENVIRON["CLIENT"] " -->" {
            print
            while ((getline row < ENVIRON["TABLE"]) > 0) print row
            inside = 1
            next
        }
        inside && $0 == "<!-- end -->" { inside = 0 }
        !inside { print }
    ' "$here/README.md" >"$scratch/page" && cat "$scratch/page" >"$here/README.md"
}
