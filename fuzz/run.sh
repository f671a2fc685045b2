#!/usr/bin/env bash
# Fuzzes one target for a while:      fuzz/run.sh TARGET SECONDS
# Writes the inputs it begins with:   fuzz/run.sh seeds
# TARGET is a class of fuzz/src/test/java without its ending: ArchiveBytes, ArchiveHeaders, IgnoreRules, UploadedForm, ProjectChecks,
# AccountAnswers.
# What it learns stays in fuzz/target/corpus. A finding is written to fuzz/target as crash-…: fix it, then move the file to
# fuzz/src/test/resources/dev/wharf/fuzz/<TARGET>FuzzTestInputs/<method>, where every build replays it.
set -euo pipefail
cd "$(dirname "$0")/.."
usage='usage: fuzz/run.sh TARGET SECONDS, or fuzz/run.sh seeds'
target=${1:?$usage}
resources=$PWD/fuzz/src/test/resources
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

build() {
    # shellcheck disable=SC2086
    mvn -q ${WHARF_MAVEN_ARGS:-} -pl fuzz -am -Djacoco.skip test-compile \
        org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile="$PWD/fuzz/target/classpath"
    cd fuzz/target
    classpath=test-classes:$(cat classpath)
}

if [ "$target" = seeds ]; then
    build
    exec "$java" -cp "$classpath" dev.wharf.fuzz.SeedCorpus "$resources"
fi
seconds=${2:?$usage}
class=dev.wharf.fuzz.${target}FuzzTest
source=fuzz/src/test/java/${class//.//}.java
[ -f "$source" ] || { echo "There is no target $target: see $(dirname "$source")" >&2; exit 2; }
method=$(grep -A 1 '@FuzzTest' "$source" | sed -n 's/^ *void \([a-z0-9_]*\)(.*/\1/p' | head -n 1)
build
mkdir -p "corpus/$target"
seeds=$resources/${class//.//}Inputs/$method
[ -d "$seeds" ] || seeds=
exec "$java" -Xmx1g -cp "$classpath" com.code_intelligence.jazzer.Jazzer --target_class="$class" --target_method="$method" \
    --instrumentation_includes='dev.wharf.**:org.apache.commons.fileupload2.**' --reproducer_path=. \
    "corpus/$target" ${seeds:+"$seeds"} -max_total_time="$seconds" -timeout=10 -max_len=4096 -print_final_stats=1
