#!/usr/bin/env bash
# Measures. See ./bench.sh --help.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/eng/host.sh"

usage() {
  cat <<'END'
usage: ./bench.sh NAME [--host orleans|embedded] [OPTION...]

  inbound   offers a fixed load of webhooks, and says how much of it is taken durably and how long one takes
              --rate N            webhooks a second, default 500
              --seconds N         for how long, default 20
              --conversations N   over how many conversations, default 1000
  faults    kills the product under load; what was acknowledged must all be there
              --kills N           how often, default 5
              --seed N            decides every choice of the driver; without it by chance, and printed

  --host  the actor host to measure on, instead of the one that can be had here
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
