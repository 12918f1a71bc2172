#!/usr/bin/env bash
# Builds and runs every test there is on this machine. See ./test.sh --help.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/eng/host.sh"

usage() {
  cat <<END
usage: ./test.sh [PART] [--host orleans|embedded]

Runs all tests, or those of one part: $(parts | tr '\n' ' ')
  --host   the actor host to test on. Without it: on the embedded one, and on Orleans too where that can be had here;
           parts that know no host, and faults, ($(echo $HOST_BLIND $FIRST_ONLY)) run once then

Tests against published payloads are skipped where these are not beside the project.
END
}

# A part is a test project: test/Grains.Tests is grains.
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

# What the tests of a part were built into.
built() {
  local project
  project=$(basename "$(project_of "$1")" .csproj)
  echo "$ROOT/artifacts/$ACTOR_HOST/bin/$project/debug/MultiLine.$project.dll"
}

build_tests() {
  echo "Building on $ACTOR_HOST ..."
  if [[ $part ]]; then
    build "$(project_of "$part")"
    [[ $part == house || $ACTOR_HOST != "$first" ]] || build "$(project_of house)"
  elif [[ $ACTOR_HOST == "$first" ]]; then
    build "$ROOT/MultiLine.Orleans.sln"
  else
    # Analyzers have seen the code on the first host, and take as long as compiling.
    build "$(without_host_blind)" -p:RunAnalyzers=false
  fi
}

# Writes a filter of the solution that leaves out the tests that are not run again on this host.
without_host_blind() {
  local filter=$ROOT/artifacts/$ACTOR_HOST.slnf blind=${HOST_BLIND// /|} projects
  projects=$(grep -oE '"[^"]+\.csproj"' "$ROOT/MultiLine.Orleans.sln" | grep -viE "\\\\(${blind:1:-1})\.Tests\.csproj" | sed 's/\\/\\\\/g')
  echo "{ \"solution\": { \"path\": \"../MultiLine.Orleans.sln\", \"projects\": [${projects//$'\n'/, }] } }" >"$filter"
  echo "$filter"
}

# Parts that know no actor host, and the pages, which know the REST API only: tested on the first one.
HOST_BLIND=" clients connectors domain house simulator web "

# Parts about several silos: where Orleans is tested too, not on the embedded host, which would only skip them.
ORLEANS_ONLY=" cluster "

# Kills one product again and again, on the first host: on Orleans the parts about several silos let the same driver kill them.
FIRST_ONLY=" faults "

selected_parts() {
  local name
  for name in ${part:-$(parts)}; do
    [[ $ACTOR_HOST == "$first" || $HOST_BLIND$FIRST_ONLY != *" $name "* ]] || continue
    [[ $ACTOR_HOST == Orleans || $hosts != *Orleans* || $ORLEANS_ONLY != *" $name "* ]] || continue
    echo "$name"
  done
}

# install_tools PARTS: what the tests of these parts need beside .NET. It comes from elsewhere and takes little of the processors, so it need not wait for the build.
install_tools() {
  [[ $1 != *" cluster "* || " $hosts " != *" Orleans "* ]] || install_azurite
  [[ $1 != *" clients "* ]] || install_clients
  [[ $1 != *" web "* ]] || install_browsers
  install_archive_readers "$1"
}

# The emulator of Azure Storage, for clusters on it. Where npm is missing, the tests that need it are skipped and say so.
install_azurite() {
  local tools=$ROOT/artifacts/tools
  [[ ! -x $tools/node_modules/.bin/azurite ]] && command -v npm >/dev/null || return 0
  echo "Installing Azurite ..."
  npm install --prefix "$tools" --no-audit --no-fund --silent "azurite@$AZURITE_VERSION" >/dev/null 2>&1 \
    || echo "Azurite $AZURITE_VERSION can't be installed from the public npm registry here."
}

# The last one that runs on Node 20.
AZURITE_VERSION=3.35.0

# The clients of the Cloud API that the simulator is tested with. Where npm is missing or Node too old, their tests are skipped and say so.
# What was installed last stays until all of it is there anew.
install_clients() {
  local clients=$ROOT/test/Clients.Tests/clients fresh=$ROOT/artifacts/clients
  ! cmp -s "$clients/package-lock.json" "$clients/node_modules/.installed-lock.json" || return 0
  command -v npm >/dev/null && node_is_new_enough "$clients" || return 0
  echo "Installing clients of the Cloud API ..."
  rm -rf "$fresh" && mkdir -p "$fresh"
  cp "$clients"/package{,-lock}.json "$fresh"
  if npm ci --prefix "$fresh" --no-audit --no-fund --silent >/dev/null 2>&1; then
    cp "$fresh/package-lock.json" "$fresh/node_modules/.installed-lock.json"
    rm -rf "$clients/node_modules" && mv "$fresh/node_modules" "$clients"
  else
    echo "The clients can't be installed from the public npm registry here."
  fi
  rm -rf "$fresh"
}

# node_is_new_enough FOLDER: for the package.json there, which asks for ">=MAJOR.MINOR".
node_is_new_enough() {
  local wanted
  wanted=$(sed -n 's/.*"node": ">=\([0-9.]*\)".*/\1/p' "$1/package.json")
  printf 'v%s\n%s\n' "$wanted" "$(node --version 2>/dev/null || echo v0)" | sort -CV
}

# Chromium and WebKit, from Debian. Where this isn't root, or not Debian, tests in what is missing are skipped and say so.
# Chromium without a window is quicker; where Debian is too old to have it, the whole of it does.
install_browsers() {
  [[ -x /usr/bin/chromium-headless-shell ]] || install_debian_packages chromium-headless-shell
  [[ -x /usr/bin/chromium-headless-shell || -x /usr/bin/chromium ]] || install_debian_packages chromium
  [[ -x /usr/bin/WebKitWebDriver && -x /usr/bin/Xvfb ]] || install_debian_packages webkit2gtk-driver xvfb
}

# Chromium prints transcripts, and Python has a mail parser that shares nothing with ours. Without them those tests are skipped and say so.
install_archive_readers() {
  [[ $1 != *" connectors "* || -x /usr/bin/chromium ]] || install_debian_packages chromium
  [[ $1 != *" domain "* ]] || command -v python3 >/dev/null || install_debian_packages python3
}

install_debian_packages() {
  [[ $EUID == 0 ]] && command -v apt-get >/dev/null || return 0
  echo "Installing $* ..."
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >/dev/null 2>&1 \
    || echo "Debian's packages can't be had here: $*."
}

# Those of the pages that need no product, with vitest, beside what they test.
run_component_tests() {
  local web=$ROOT/src/Web name=web-components started=$SECONDS ending=0
  [[ -f $web/package.json ]] || return 0
  {
    install_page_packages \
      && npm --prefix "$web" run test -- --reporter=default --reporter=junit --outputFile.junit="$results/$name.junit.xml" \
      && [[ -s $results/$name.junit.xml ]]
  } >"$results/$name.log" 2>&1 || ending=$?
  told "$name=$ending" components '' "$started"
}

# Only when others are named than were installed last.
install_page_packages() {
  local lock=$ROOT/src/Web/package-lock.json installed=$ROOT/src/Web/node_modules/.installed-lock.json
  ! cmp -s "$lock" "$installed" || return 0
  npm ci --prefix "$ROOT/src/Web" --no-audit --no-fund && cp "$lock" "$installed"
}

# run_tests PART: of what was built, so that no project is read once more for each.
run_tests() {
  local name=$1.$ACTOR_HOST started=$SECONDS ending=0
  dotnet test "$(built "$1")" --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 5m --blame-hang-dump-type none >"$results/$name.log" 2>&1 || ending=$?
  told "$name=$ending" "$1" "$ACTOR_HOST" "$started"
}

# told RUN=CODE PART HOST STARTED: how it ended, here in a line and for the report at the end.
told() {
  endings+=("$1")
  printf '%-12s %-10s %4d s  %s\n' "$2" "$3" $((SECONDS - $4)) "$([[ $1 == *=0 ]] && echo ok || echo FAILED)"
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
hosts=$ACTOR_HOST
[[ $host || $hosts == Embedded ]] || hosts="Embedded $hosts"
first=${hosts%% *}

results=$ROOT/artifacts/results screenshots=$ROOT/artifacts/screenshots
rm -rf "$results" "$screenshots" && mkdir -p "$results"
install_tools " $(for ACTOR_HOST in $hosts; do selected_parts; done | tr '\n' ' ')" &
endings=()
for ACTOR_HOST in $hosts; do
  export ActorHost=$ACTOR_HOST
  [[ $(selected_parts) ]] || continue
  build_tests
  wait
  for name in $(selected_parts); do
    run_tests "$name"
    [[ $name != web ]] || run_component_tests
  done
done
[[ ! -d $screenshots ]] || echo "Screenshots of the pages: ${screenshots#"$ROOT/"}"

# Reads the results, tells what failed and ends with the numbers; fails as well where docs/features.md promises what they don't show.
ACTOR_HOST=$first
exec dotnet "$(built house)" "$([[ $part ]] && echo part || echo all)" "$results" "${endings[@]}"
