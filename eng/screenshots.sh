#!/usr/bin/env bash
# Makes the README's pictures anew, docs/images/*.png, out of the demonstration. Needs Chromium, and ./test.sh web run before, whose driver it takes.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DATA=$(mktemp -d)
PORT=${PORT:-5680} SIMULATOR_PORT=${SIMULATOR_PORT:-5690}

"$ROOT/run.sh" --host embedded --data "$DATA/data" --port "$PORT" --simulator-port "$SIMULATOR_PORT" >"$DATA/run.log" 2>&1 &
trap 'kill %1 2>/dev/null; wait 2>/dev/null; rm -rf "$DATA"' EXIT
until grep -q "Ctrl-C stops" "$DATA/run.log"; do
  kill -0 %1 2>/dev/null || { cat "$DATA/run.log" >&2 && exit 1; }
  sleep 1
done

link() { grep -o "$1 .*" "$DATA/run.log" | grep -o 'http[^ ]*token=[0-9a-f]*'; }
mkdir -p "$ROOT/docs/images"
node "$ROOT/eng/screenshots.mjs" "$ROOT" "http://127.0.0.1:$PORT" "$(link 'Sofia Lindgren')" "$(link 'Oskar Nyberg')"
