# Sourced by the launchers at the repository's root, which set: root (this repository), module (its folder), main (the
# class), name (the program's name), flags (JVM options of this program), a function choose_kind that sets kind to the kind of
# start-up cache that suits the arguments, or leaves it empty, and a function train that runs the program once, as "$@", for
# the cache of that kind; and optionally with_profiles, a JVM option for starts from a cache that has profiles of methods (Java 25
# and newer, JEP 515): compiling at the usual time can take half of all processor time then.
# Everything here before the last line costs time at every start: no process is started that is not needed.

say() { printf '%s: %s\n' "$name" "$*" >&2; }
fail() {
    say "$@"
    exit 1
}

# Sets major, minor and patch from a version such as 25.0.3, 17 or 26-ea; major is 0 if it is none.
parse_version() {
    version=${1%%[!0-9.]*}
    major=${version%%.*}
    rest=${version#"$major"}
    rest=${rest#.}
    minor=${rest%%.*}
    rest=${rest#"$minor"}
    rest=${rest#.}
    patch=${rest%%.*}
    major=${major:-0} minor=${minor:-0} patch=${patch:-0}
}

# Takes a Java home if it is newer than the best so far.
consider() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    found='' runtime=''
    while IFS='=' read -r key value; do
        case $key in
            JAVA_VERSION) found=${value#\"} found=${found%\"*} ;;
            JAVA_RUNTIME_VERSION) runtime=${value#\"} runtime=${runtime%\"*} ;;
        esac
    done <"$1/release"
    parse_version "$found"
    [ "$major" -ge 17 ] || return 0
    rank=$((major * 1000000 + minor * 1000 + patch))
    if [ "$rank" -gt "$best_rank" ]; then
        best_rank=$rank best_major=$major best_home=$1 best_version=${runtime:-$found}
    fi
}

choose_java() {
    best_rank=0 best_home='' best_major=0 best_version=''
    if [ -n "${WHARF_JAVA_HOME:-}" ]; then
        consider "$WHARF_JAVA_HOME"
        [ -n "$best_home" ] || fail "WHARF_JAVA_HOME ($WHARF_JAVA_HOME) is not a Java of version 17 or newer."
        return
    fi
    [ -z "${JAVA_HOME:-}" ] || consider "$JAVA_HOME"
    for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
        [ ! -e "$home" ] || consider "$home"
    done
    on_path=$(command -v java || :)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        consider "${on_path%/bin/java}"
    fi
    [ -n "$best_home" ] || fail "No Java was found. Install a JDK of version 17 or newer, or name one with WHARF_JAVA_HOME."
}

# Sets jar to the module's newest jar.
find_jar() {
    jar=''
    for candidate in "$root/$module"/target/wharf-"$module"-*.jar; do
        [ -f "$candidate" ] || continue
        if [ -z "$jar" ] || [ "$candidate" -nt "$jar" ]; then jar=$candidate; fi
    done
}

# Whether what is built is as new as its sources. A program without its sources beside it is as it was delivered.
is_built() {
    find_jar
    [ -n "$jar" ] && [ -d "$root/$module/target/lib" ] || return 1
    reference=$jar
    if [ -f "$work/built" ] && [ "$work/built" -nt "$jar" ]; then reference=$work/built; fi
    set -- "$root/pom.xml"
    for folder in core adapters-filesystem adapters-cache adapters-jdbc adapters-http "$module"; do
        set -- "$@" "$root/$folder/pom.xml" "$root/$folder/src/main"
    done
    [ -z "$(find "$@" -newer "$reference" -print 2>/dev/null | head -n 1)" ]
}

build() {
    ! is_built || return 0
    command -v mvn >/dev/null || fail "Maven (mvn) is needed to build $name. Install it, then run $name again."
    say "building, which takes a minute the first time..."
    log=$work/build.log
    touch "$work/begun"
    rm -rf "$root/$module/target/lib"
    if [ -x "$best_home/bin/javac" ]; then
        JAVA_HOME=$best_home
        export JAVA_HOME
    fi
    if ! (cd "$root" && mvn -q -B -pl "$module" -am -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -Denforcer.skip=true -Djacoco.skip=true package) >"$log" 2>&1 </dev/null; then
        rm -rf "$root/$module/target/lib"
        cat "$log" >&2
        fail "The build failed; its log above is kept in $log. Once the cause is gone, run $name again." \
            "'mvn -pl $module -am clean package' starts afresh."
    fi
    # As old as the build's begin: what was edited meanwhile is newer.
    mv "$work/begun" "$work/built"
    rm -f "$work"/*.cache "$work"/*.none
}

# A JVM that starts from a cache skips reading and linking classes. Not every JVM can make one; it works without, too.
make_cache() {
    [ ! -f "$cache" ] && [ ! -f "$cache.none" ] || return 0
    profiled=''
    if [ "$best_major" -ge 25 ]; then
        record=-XX:AOTCacheOutput=$cache
        profiled=${with_profiles:-}
    else
        record=-XX:ArchiveClassesAtExit=$cache
    fi
    scratch=$(mktemp -d) || return 0
    # shellcheck disable=SC2086
    train "$best_home/bin/java" $flags $profiled "$record" -cp "$classpath" >"$work/training.log" 2>&1 </dev/null || rm -f "$cache"
    rm -rf "$scratch"
    [ -f "$cache" ] || touch "$cache.none"
}

set_classpath() {
    find_jar
    classpath=$jar
    # The shell sorts what a pattern matches, so the order is the same for the cache and for every run.
    for library in "$root/$module"/target/lib/*.jar; do
        classpath=$classpath:$library
    done
}

# One at a time: a second first run waits for the first, and then finds everything done.
prepare() {
    (
        if command -v flock >/dev/null; then
            flock 9
        else
            until mkdir "$work/lock.held" 2>/dev/null; do
                read -r holder 2>/dev/null <"$work/lock.held/pid" || holder=''
                if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$work/lock.held"; fi
                sleep 1
            done
            echo "$$" >"$work/lock.held/pid"
            trap 'rm -rf "$work/lock.held"' EXIT
        fi
        build
        set_classpath
        make_cache
    ) 9>"$work/lock" || exit $?
}

launch() {
    work=$root/$module/target/launch
    choose_java
    if [ "$best_major" -ge 22 ]; then flags="$flags --enable-native-access=ALL-UNNAMED"; fi
    if [ "$best_major" -ge 23 ]; then flags="$flags --sun-misc-unsafe-memory-access=allow"; fi
    # A cache that does not fit is not used, and that is no error of the user's.
    quiet=cds
    # The newer kind of cache does not go together with -Xshare.
    if [ "$best_major" -ge 25 ]; then quiet=aot; else flags="$flags -Xshare:auto"; fi
    flags="-XX:-UsePerfData -Xlog:disable -Xlog:all=error,$quiet*=off:stderr $flags"
    kind=''
    choose_kind "$@"
    cache=$work/${best_home##*/}-$best_version$kind.cache
    # Without permission to write, what was built by another user runs all the same: it only starts slower.
    if ! is_built; then
        mkdir -p "$work" && [ -w "$work" ] || fail "$work cannot be written: $name is built there. Check permissions."
        prepare
    else
        # Whoever builds with Maven alone leaves a cache behind that is older than what it was made of.
        if [ -f "$cache" ] && [ "$jar" -nt "$cache" ] && [ -w "$work" ]; then rm -f "$cache"; fi
        if [ ! -f "$cache" ] && [ ! -f "$cache.none" ] && mkdir -p "$work" 2>/dev/null && [ -w "$work" ]; then
            prepare
        fi
    fi
    set_classpath
    # Apart from the other flags, which are split at spaces: the path may have some.
    from_cache=''
    if [ -f "$cache" ]; then
        if [ "$best_major" -ge 25 ]; then
            from_cache=-XX:AOTCache=$cache
            flags="$flags ${with_profiles:-}"
        else
            from_cache=-XX:SharedArchiveFile=$cache
        fi
    fi
    # Without this Java reads file names outside ASCII wrongly, and an archive would depend on who builds it.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]*8*) ;;
        *)
            LC_ALL=C.UTF-8
            export LC_ALL
            ;;
    esac
    terminal=''
    [ ! -t 0 ] || terminal=0
    [ ! -t 1 ] || terminal=${terminal}1
    [ ! -t 2 ] || terminal=${terminal}2
    # shellcheck disable=SC2086
    exec "$best_home/bin/java" $flags ${from_cache:+"$from_cache"} ${WHARF_JAVA_OPTS:-} -Dwharf.terminal="$terminal" -cp "$classpath" "$main" "$@"
}
