#!/usr/bin/env bash
# Builds and starts everything on this machine. See ./run.sh --help.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/eng/host.sh"
. "$ROOT/eng/processes.sh"

usage() {
  cat <<'END'
usage: ./run.sh [--port PORT] [--simulator-port PORT] [--data DIR] [--host orleans|embedded]
       ./run.sh --walkthrough [--kill-after STEP] [--host orleans|embedded]
       ./run.sh --doctor [--port PORT] [--simulator-port PORT] [--data DIR]

Without --walkthrough: starts the product and the simulator of WhatsApp and SMS, with a demonstration on first start, until Ctrl-C.
  --port            of the product, default 5080
  --simulator-port  of the simulator, default 5090
  --data            where everything is kept, default ./data
  --host            the actor host to build against, instead of the one that can be had here

With --walkthrough: plays the main job from end to end against a fresh start with a day of 30 seconds, and says what came of each step.
  --kill-after      kills the product with SIGKILL after this step, by number or name, or after "every"; goes on when it is back
  --steps           lists the steps

With --doctor: while it runs without --walkthrough, checks that its settings and the simulator are as docs/getting-started.md wants them at Meta.
END
}

# ---- what is wanted -------------------------------------------------------------------------------------------------------------

PORT=5080 SIMULATOR_PORT=5090 DATA=$ROOT/data host='' mode=serve kill_after=''
while (($#)); do
  case $1 in
    -h | --help) usage && exit ;;
    --port) PORT=${2:?--port needs a number} && shift ;;
    --simulator-port) SIMULATOR_PORT=${2:?--simulator-port needs a number} && shift ;;
    --data) DATA=${2:?--data needs a directory} && shift ;;
    --host) host=${2:?--host needs orleans or embedded} && shift ;;
    --walkthrough) mode=walkthrough ;;
    --kill-after) kill_after=${2:?--kill-after needs a step or "every"} && shift ;;
    --steps) mode=steps ;;
    --doctor) mode=doctor ;;
    *) usage >&2 && fail "There is no option $1." ;;
  esac
  shift
done
[[ -z $kill_after || $mode == walkthrough ]] || fail "--kill-after goes with --walkthrough."
[[ -z $host || $mode != doctor ]] || fail "--host does not go with --doctor, which runs on the host that the demonstration runs on."

# ---- building and running the programs ------------------------------------------------------------------------------------------

build_programs() {
  echo "Building ..."
  build "$ROOT/eng/Run.slnf" --configuration Release
}

# program PROJECT: where it was built
program() {
  echo "$ROOT/artifacts/$ACTOR_HOST/bin/$1/release/MultiLine.$1.dll"
}

multiline() {
  Storage__DataDirectory=$DATA/product WhatsApp__AccessToken=$ACCESS_TOKEN dotnet "$(program Cli)" "$@"
}

# ---- the processes --------------------------------------------------------------------------------------------------------------

# Not secrets: the simulator has no others.
SMS_ACCOUNT=AC00000000000000000000000000000001 APP_ID=1000000000000001

# The secrets that product and simulator share are made by chance at the first start.
make_secrets() {
  local file=$DATA/secrets name
  (
    umask 077
    touch "$file"
    for name in APP_SECRET ACCESS_TOKEN VERIFY_TOKEN SMS_TOKEN; do
      grep -q "^$name=" "$file" || echo "$name=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')" >>"$file"
    done
  )
  . "$file"
}

refuse_taken_ports() {
  ! port_is_taken "$PORT" || fail "Port $PORT is taken. Choose another one for the product with --port."
  ! port_is_taken "$SIMULATOR_PORT" || fail "Port $SIMULATOR_PORT is taken. Choose another one for the simulator with --simulator-port."
}

# On Orleans the grains are in a silo, and the API is a client of it; the embedded host has both in one process.
product_processes() {
  [[ $ACTOR_HOST == Embedded ]] || echo silo
  echo product
}

# Settings go through the environment, where other users of the machine can't read them.
run_simulator() {
  export Simulator__DataDirectory=$DATA/simulator
  export Simulator__AccessToken=$ACCESS_TOKEN
  export Simulator__AppId=$APP_ID
  export Simulator__AppSecret=$APP_SECRET
  export Simulator__Webhooks__CallbackUrl=$PRODUCT/webhooks/whatsapp
  export Simulator__Webhooks__VerifyToken=$VERIFY_TOKEN
  export Simulator__Sms__AccountSid=$SMS_ACCOUNT
  export Simulator__Sms__AuthToken=$SMS_TOKEN
  export Simulator__Sms__CallbackUrl=$PRODUCT/webhooks/sms
  exec dotnet "$(program Simulator)" --urls "$SIMULATOR"
}

product_settings() {
  export Storage__DataDirectory=$DATA/product
  export WhatsApp__BaseAddress=$SIMULATOR/
  export WhatsApp__AppId=$APP_ID
  export WhatsApp__AccessToken=$ACCESS_TOKEN
  export WhatsApp__AppSecrets__0=$APP_SECRET
  export WhatsApp__VerifyToken=$VERIFY_TOKEN
  export Sms__BaseAddress=$SIMULATOR/
  export Sms__AccountSid=$SMS_ACCOUNT
  export Sms__AuthTokens__0=$SMS_TOKEN
  export Sms__PublicUrl=$PRODUCT
}

run_silo() {
  product_settings
  exec dotnet "$(program Silo)" --urls "http://127.0.0.1:$SILO_HEALTH_PORT"
}

run_product() {
  [[ $ACTOR_HOST == Orleans ]] || product_settings
  exec dotnet "$(program Api)" --urls "$PRODUCT"
}

# So that two products on one machine, each a cluster of its own, stay out of each other's way.
choose_cluster_ports() {
  export Cluster__SiloPort Cluster__GatewayPort
  Cluster__SiloPort=$(free_port 26000) Cluster__GatewayPort=$(free_port 29000) SILO_HEALTH_PORT=$(free_port 23000)
}

start_all() {
  trap stop_all EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  choose_cluster_ports
  start simulator run_simulator
  local name
  for name in $(product_processes); do
    start "$name" "run_$name"
  done
  wait_until_ready simulator "$SIMULATOR_PORT" /control/health
  wait_until_ready product "$PORT" /health/ready
}

prepare_data() {
  mkdir -p "$DATA/logs"
  # Held by this script and by every process that it starts, for as long as one of them lives.
  exec 9>"$DATA/lock"
  flock -n 9 || fail "Something runs on $DATA already."
  make_secrets
  name_addresses
  # For who comes beside it.
  echo "$ACTOR_HOST" >"$DATA/host"
}

name_addresses() {
  PRODUCT=http://127.0.0.1:$PORT SIMULATOR=http://127.0.0.1:$SIMULATOR_PORT
}

# ---- what is done ---------------------------------------------------------------------------------------------------------------

serve() {
  refuse_taken_ports
  prepare_data
  build_programs
  multiline demo prepare --simulator "$SIMULATOR"
  start_all
  WhatsApp__AccessToken=$ACCESS_TOKEN multiline demo live --simulator "$SIMULATOR" --url "$PRODUCT"
  cat <<END

  MultiLine      $PRODUCT
  API document   $PRODUCT/openapi/v1.json
  Phones         $SIMULATOR/ (the contacts', in the simulator)
  Logs           $DATA/logs

  Sign in as (each link works once; new ones come with each start):

END
  multiline demo links --url "$PRODUCT"
  echo
  echo "  Ctrl-C stops everything."
  wait -n "${SUPERVISORS[@]}"
}

# Beside a running demonstration, with its settings.
examine() {
  [[ -f $DATA/secrets && -f $DATA/host ]] && ACTOR_HOST=$(<"$DATA/host") && [[ -f $(program Cli) ]] \
    || fail "Nothing has run on $DATA yet. Start ./run.sh in another window first."
  . "$DATA/secrets"
  name_addresses
  product_settings
  multiline doctor
}

# The day of WhatsApp's rules, for the product and the simulator alike, in seconds.
DAY=30

walk_through() {
  build_programs
  DATA=$(mktemp -d) PORT=$(free_port 20000) SIMULATOR_PORT=$(free_port 23000)
  prepare_data
  export Conversation__SessionWindow=00:00:$DAY Conversation__AskAgainAfter=00:00:$DAY Simulator__WindowLength=00:00:$DAY
  # How long the outcome of an attempt may stay open that was cut short by a kill.
  export Conversation__OutcomeTimeout=00:00:05 WhatsApp__Timeout=00:00:04 Sms__Timeout=00:00:04
  # The story plays the reviewer of templates as well.
  export Simulator__Review__Automatic=false

  multiline org create --id northwind --name "Northwind Advisers" --administrator "Adam Winter" \
    --whatsapp-account 102290129340398 --line "main:Main:106540352242922:+49 30 5550100" >>"$DATA/logs/multiline.log"
  multiline person add --organization northwind --id nora --name "Nora Field" --role user --line main >>"$DATA/logs/multiline.log"
  multiline person add --organization northwind --id carla --name "Carla Stone" --role compliance >>"$DATA/logs/multiline.log"
  start_all
  echo "The product at $PRODUCT and the simulator at $SIMULATOR keep their data in $DATA. A day has $DAY seconds."

  local arguments=(
    --product "$PRODUCT" --simulator "$SIMULATOR" --line main --window $DAY
    --user "$(link nora)" --administrator "$(link adam)" --compliance "$(link carla)" --multiline "$(program Cli)"
  )
  [[ -z $kill_after ]] || arguments+=(--kill-after "$kill_after" --pid-file "$(product_processes | sed "s|.*|$DATA/&.pid|" | paste -sd,)")
  if dotnet "$(program Walkthrough)" "${arguments[@]}"; then
    stop_all
    rm -rf "$DATA"
  else
    fail "What the product and the simulator logged is in $DATA/logs."
  fi
}

link() {
  multiline link --organization northwind --person "$1" --url "$PRODUCT"
}

[[ $mode == doctor ]] || choose_host "$host"
case $mode in
  serve) serve ;;
  walkthrough) walk_through ;;
  doctor) examine ;;
  steps)
    build_programs
    dotnet "$(program Walkthrough)" --steps
    ;;
esac
