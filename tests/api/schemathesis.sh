#!/usr/bin/env bash
# Random questions to the JSON API, good and bad, made from its own description: every answer is as described, none is a 5xx.
# Needs Python 3 with venv. Exits 1 if one is not.
set -euo pipefail
cd "$(dirname "$0")/../.."
adit=target/release/adit
port="${ADIT_PORT:-8797}"
[ -x "$adit" ] || { echo "build first: cargo build --release" >&2; exit 2; }
venv=target/schemathesis
[ -x "$venv/bin/st" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q 'schemathesis==4.*'; }

"$adit" serve --port "$port" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
until curl -sf -o /dev/null "http://127.0.0.1:$port/api/v1/openapi.json"; do sleep 0.1; done

"$venv/bin/st" --config-file tests/api/schemathesis.toml run "http://127.0.0.1:$port/api/v1/openapi.json" \
  --max-examples "${EXAMPLES:-20}" --seed 17 --request-timeout 60 --generation-database none
