#!/usr/bin/env bash
# Fuzzes one target for a while: fuzz/run.sh TARGET SECONDS
# TARGET is a class of fuzz/src/test/java without its ending: ArchiveBytes, ArchiveHeaders, IgnoreRules, UploadedForm.
# What it learns stays in fuzz/target/corpus; a finding is written to fuzz/target as crash-…: fix it, then move the file
# to fuzz/src/test/resources/dev/wharf/fuzz/<TARGET>FuzzTestInputs/<method>, where every build replays it.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:?usage: fuzz/run.sh TARGET SECONDS} seconds=${2:?usage: fuzz/run.sh TARGET SECONDS}
class=dev.wharf.fuzz.${target}FuzzTest
source=fuzz/src/test/java/${class//.//}.java
[ -f "$source" ] || { echo "There is no target $target: see $source" >&2; exit 2; }
method=$(grep -A 1 '@FuzzTest' "$source" | sed -n 's/^ *void \([a-z0-9_]*\)(.*/\1/p' | head -n 1)

mvn -q ${WHARF_MAVEN_ARGS:-} -pl fuzz -am -Djacoco.skip test-compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
    -Dmdep.outputFile="$PWD/fuzz/target/classpath"
seeds=$PWD/fuzz/src/test/resources/${class//.//}Inputs/$method
cd fuzz/target
mkdir -p "corpus/$target" "$seeds"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "test-classes:$(cat classpath)" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --target_method="$method" --instrumentation_includes='dev.wharf.**:org.apache.commons.fileupload2.**' \
    --reproducer_path=. "corpus/$target" "$seeds" -max_total_time="$seconds" -timeout=10 -max_len=4096 -print_final_stats=1
