#!/usr/bin/env bash
# Builds and runs every test there is on this machine. See ./test.sh --help.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/eng/host.sh"

usage() {
  cat <<END
usage: ./test.sh [PART] [--host orleans|embedded]

Runs all tests, or those of one part: $(parts | tr '\n' ' ')
  --host   the actor host to build against, instead of the one that can be had here
END
}

# A part is a test project: test/Grains.Interfaces.Tests is grains.interfaces.
parts() {
  local folder
  for folder in "$ROOT"/test/*.Tests; do
    folder=${folder##*/}
    folder=${folder%.Tests}
    echo "${folder,,}"
  done
}

project_of() {
  find "$ROOT/test" -maxdepth 2 -iname "$1.Tests.csproj"
}

part='' host=''
while (($#)); do
  case $1 in
    -h | --help) usage && exit ;;
    --host) host=${2:?--host needs orleans or embedded} && shift ;;
    -*) usage >&2 && fail "There is no option $1." ;;
    *) part=${1,,} ;;
  esac
  shift
done
[[ -z $part ]] || parts | grep -qxF "$part" || fail "There is no part '$part'. There are: $(parts | tr '\n' ' ')"

choose_host "$host"
echo "Building ..."
if [[ $part ]]; then
  selected=$part scope=part
  build "$(project_of "$part")"
  build "$ROOT/test/House.Tests/House.Tests.csproj"
else
  selected=$(parts) scope=all
  build "$ROOT/MultiLine.Orleans.sln"
fi

results=$ROOT/artifacts/results
rm -rf "$results" && mkdir -p "$results"
endings=()
for name in $selected; do
  started=$SECONDS ending=0
  dotnet test "$(project_of "$name")" --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 5m --blame-hang-dump-type none >"$results/$name.log" 2>&1 || ending=$?
  endings+=("$name=$ending")
  printf '%-16s %4d s  %s\n' "$name" $((SECONDS - started)) "$( ((ending)) && echo FAILED || echo ok)"
done

# Reads the results, tells what failed and ends with the numbers; fails as well where docs/features.md promises what they don't show.
exec dotnet "$ROOT/artifacts/$ACTOR_HOST/bin/House.Tests/debug/MultiLine.House.Tests.dll" "$scope" "$results" "${endings[@]}"
