#!/usr/bin/env bash
# Measures. See ./bench.sh --help.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/eng/host.sh"

usage() {
  cat <<'END'
usage: ./bench.sh NAME [--host orleans|embedded] [OPTION...]

  inbound   offers a fixed load of webhooks, and says how much of it is taken durably and how long one takes
              --rate N            webhooks a second, default 10000
              --seconds N         for how long, default 60
              --conversations N   over how many conversations, default 10000
  faults    kills the product under load; what was acknowledged must all be there
              --kills N           how often, default 5
              --seed N            decides every choice of the driver; without it by chance, and printed
              --steps             instead kills it between every two of its steps, and says what came of each
  grains    counts the grain calls in a second on the embedded host, and beside it on Orleans where its packages can be restored
              --rounds N          how often each is measured, in turn; default 5
              --seconds N         for how long each figure of a round is measured, after warming up; default 3
  pages     scrolls through a long inbox and a long thread in Chromium, on a large and on a small screen
              --threads N         how many threads there are, default 10000
              --messages N        how many messages one of them has, default 100000
              --fresh             fills the line anew instead of taking what a run before has kept
  policy    looks into messages of 200 characters with everything switched on, and into texts made to keep that busy
              --seconds N         for how long a figure is measured, after as long a warming up; default 3
  verify    checks an export of the ledger, as multiline verify does
              --records N         how many records it has, default 1000000
  search    fills an archive with messages, and looks for many kinds of things in it
              --messages N        how many messages it has, default 1000000
  ledger    records events in one shard of the ledger and signs the tree over them
              --records N         how many records are measured, default 500000
  outbound  sends messages to contacts by the API, to the provider's acceptance and to the last of three statuses
              --messages N        how many are measured, default 10000
              --contacts N        to how many contacts, default 9000
  activation  asks inactive conversations for their first answer, with nothing of the database in memory
              --conversations N   how many there are, default 20
              --events N          how many events each of them has, default 100000
              --rounds N          how often the product is started for it, default 5
  startup   kills the product under load and starts it again on a large storage
              --messages N        how many messages are stored, default 2000000
              --kills N           how often, default 5; the last start is a cold one
  memory    says what the product has in memory while many conversations are active
              --conversations N   how many, default 100000

  --host  the actor host to measure on, instead of the one that can be had here; not for grains, which measures both
END
}

# Ends the script. Leaves alone what plain `dotnet build` builds for.
compare_grain_calls() {
  local program=bin/GrainCalls/release/MultiLine.GrainCalls.dll orleans=()
  build "$ROOT/bench/GrainCalls/GrainCalls.csproj" --configuration Release -p:ActorHost=Embedded
  if restores Probe; then
    build "$ROOT/bench/GrainCalls/GrainCalls.csproj" --configuration Release -p:ActorHost=Orleans
    orleans=(--orleans "$ROOT/artifacts/Orleans/$program")
  else
    echo "There are no figures of Orleans: its packages can't be restored here: $MISSING"
  fi
  exec dotnet "$ROOT/artifacts/Embedded/$program" compare "${orleans[@]}" "$@"
}

case ${1:-} in
  inbound | faults | grains | pages | policy | verify | search | ledger | outbound | activation | startup | memory) ;;
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

if [[ ${arguments[0]} == grains ]]; then
  [[ -z $host ]] || fail "The bench 'grains' measures both actor hosts and takes no --host."
  compare_grain_calls "${arguments[@]:1}"
fi

choose_host "$host"
if [[ ${arguments[0]} == pages ]]; then
  build "$ROOT/bench/Pages/Pages.csproj" --configuration Release
  exec dotnet "$ROOT/artifacts/$ACTOR_HOST/bin/Pages/release/MultiLine.Pages.dll" "${arguments[@]:1}"
fi

if [[ ${arguments[0]} == policy ]]; then
  build "$ROOT/bench/Policy/Policy.csproj" --configuration Release
  exec dotnet "$ROOT/artifacts/$ACTOR_HOST/bin/Policy/release/MultiLine.Policy.dll" "${arguments[@]:1}"
fi

if [[ ${arguments[0]} == @(verify|search|ledger) ]]; then
  build "$ROOT/bench/Archive/Archive.csproj" --configuration Release
  # What is no command's but the servers' has the garbage collector of a server.
  [[ ${arguments[0]} == verify ]] || export DOTNET_gcServer=1
  exec dotnet "$ROOT/artifacts/$ACTOR_HOST/bin/Archive/release/MultiLine.Archive.dll" "${arguments[@]}"
fi

build "$ROOT/bench/Load/Load.csproj" --configuration Release
exec dotnet "$ROOT/artifacts/$ACTOR_HOST/bin/Load/release/MultiLine.Load.dll" "${arguments[@]}"
