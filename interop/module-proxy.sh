#!/usr/bin/env bash
# Makes a module proxy of files, for a module that the proxy in use does not serve, from a clone of its public repository.
#
#   interop/module-proxy.sh CLONE MODULE VERSION DIRECTORY
#
# and prints what to set, so that go asks that directory first. Nothing is changed in the clone; VERSION is its tag.
set -euo pipefail
[ $# = 4 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
clone=$1 module=$2 version=$3
mkdir -p "$4/$module/@v"
directory=$(cd "$4" && pwd)
served=$directory/$module/@v
made=$(git -C "$clone" log -1 --format=%ct "$version^{commit}")
git -C "$clone" show "$version:go.mod" >"$served/$version.mod"
git -C "$clone" archive --format=zip --prefix="$module@$version/" -o "$served/$version.zip" "$version"
printf '{"Version":"%s","Time":"%s"}\n' "$version" "$(date -u -d "@$made" +%FT%TZ)" >"$served/$version.info"
echo "$version" >"$served/list"
echo "export GOPROXY=file://$directory,$(go env GOPROXY) GONOSUMDB=$module"
