# Sourced by run.sh: starting, watching and stopping the processes of one machine, with nothing but bash and coreutils.
# Uses DATA, the directory in which process numbers and logs are kept.

SUPERVISORS=()

# start NAME COMMAND...
# Runs it in the background, its output in the log of this name, until stop_all.
start() {
  supervise "$@" &
  SUPERVISORS+=($!)
}

# A process that was killed without a chance to stop is started again; any other end is an end.
supervise() {
  local name=$1 child ending
  shift
  trap 'kill -TERM "$child" 2>/dev/null; wait "$child"; exit 0' TERM
  while :; do
    "$@" >>"$DATA/logs/$name.log" 2>&1 &
    child=$!
    echo "$child" >"$DATA/$name.pid"
    ending=0
    { wait "$child"; } 2>/dev/null || ending=$?
    ((ending == 128 + 9)) || break
  done
  echo "$name ended by itself with $ending. The end of $DATA/logs/$name.log:" >&2
  tail -15 "$DATA/logs/$name.log" >&2
  exit 1
}

# Asks every process to stop and waits until it has.
stop_all() {
  ((${#SUPERVISORS[@]})) || return 0
  kill -TERM "${SUPERVISORS[@]}" 2>/dev/null || true
  wait "${SUPERVISORS[@]}" 2>/dev/null || true
  SUPERVISORS=()
}

# wait_until_ready NAME PORT PATH
wait_until_ready() {
  local end=$((SECONDS + 90))
  until answers "$2" "$3"; do
    all_supervised || exit 1
    ((SECONDS < end)) || fail "The $1 is not ready after 90 seconds; see $DATA/logs/$1.log."
    sleep 0.2
  done
}

all_supervised() {
  local supervisor
  for supervisor in "${SUPERVISORS[@]}"; do
    kill -0 "$supervisor" 2>/dev/null || return 1
  done
}

# answers PORT PATH: whether a GET there is answered with 200.
answers() {
  local status=''
  {
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
    read -rt 5 _ status _ <&3
  } 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$1" && [[ $status == 200 ]]
}

port_is_taken() {
  (: 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port FIRST: one of the 3000 from there on; below 32768, from where on the system gives ports to outgoing connections.
free_port() {
  local port
  until port=$(($1 + RANDOM % 3000)) && ! port_is_taken "$port"; do :; done
  echo "$port"
}
