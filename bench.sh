#!/usr/bin/env bash
# Measures. See ./bench.sh --help.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/eng/host.sh"

usage() {
  cat <<'END'
usage: ./bench.sh NAME [--host orleans|embedded] [OPTION...]

  inbound            how many webhooks are taken durably in a second, and how long one takes
  faults --kills N   kills the product N times under load; what was acknowledged must all be there

  --host  the actor host to measure on, instead of the one that can be had here

Other options go to the bench itself.
END
}

case ${1:-} in
  inbound | faults) ;;
  -h | --help) usage && exit ;;
  '') usage >&2 && exit 1 ;;
  *) usage >&2 && fail "There is no bench '$1'." ;;
esac

host=''
arguments=("$1")
shift
while (($#)); do
  case $1 in
    --host) host=${2:?--host needs orleans or embedded} && shift ;;
    *) arguments+=("$1") ;;
  esac
  shift
done

choose_host "$host"
build "$ROOT/bench/Load/Load.csproj" --configuration Release
exec dotnet "$ROOT/artifacts/$ACTOR_HOST/bin/Load/release/MultiLine.Load.dll" "${arguments[@]}"
