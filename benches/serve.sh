#!/usr/bin/env bash
# The server as a fresh process: time to the first page (bound 1 s), what-if pages for fifty people who each ask once a second a
# question of their own (bound 100 ms at the 95th percentile), memory over ten thousand requests (bound: a tenth more in the second
# half). Needs wrk and curl. BOUND_P95 is another bound in ms for a machine that others use too. Exits 1 if a bound is broken.
set -euo pipefail
cd "$(dirname "$0")/.."
adit=target/release/adit
port="${ADIT_PORT:-8798}"
[ -x "$adit" ] || { echo "build first: cargo build --release" >&2; exit 2; }
base="http://127.0.0.1:$port"

start=$(date +%s.%N)
"$adit" serve --port "$port" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
until curl -sf -o /dev/null "$base/?for=DEU&lang=de"; do sleep 0.01; done
first=$(echo "$(date +%s.%N) - $start" | bc)

memory() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$server/status"; }

echo "first page after the start: $first s (bound 1 s)"
asked=$(wrk -t2 -c50 -d30s --timeout 10s -s benches/whatif.lua "$base" | tail -1)
echo "fifty people: $asked (bound p95 ${BOUND_P95:-100} ms)"
p95=$(sed -E 's/.*p95 ([0-9]+) ms.*/\1/' <<<"$asked")
failed=$(sed -E 's/.*failed ([0-9]+).*/\1/' <<<"$asked")

# as fast as it goes, until ten thousand are answered
answered=0
while [ "$answered" -lt 5000 ]; do
  n=$(wrk -t2 -c16 -d20s --timeout 20s -s benches/whatif.lua "$base" -- 0 | tail -1 | sed -E 's/requests ([0-9]+).*/\1/')
  answered=$((answered + n))
done
half=$(memory)
while [ "$answered" -lt 10000 ]; do
  n=$(wrk -t2 -c16 -d20s --timeout 20s -s benches/whatif.lua "$base" -- 0 | tail -1 | sed -E 's/requests ([0-9]+).*/\1/')
  answered=$((answered + n))
done
whole=$(memory)
echo "memory after $answered requests: $whole MB, at the half $half MB"

[ "$(echo "$first < 1" | bc)" = 1 ] && [ "$p95" -le "${BOUND_P95:-100}" ] && [ "$failed" = 0 ] && [ "$((whole * 10))" -le "$((half * 11))" ]
