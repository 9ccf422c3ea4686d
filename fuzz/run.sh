#!/usr/bin/env bash
# Random input for every importer: $1 runs for each parser of rows, a fiftieth of it for the containers, which are other
# people's readers. Our code forbids `unsafe`, so no address sanitizer slows it down. New inputs are kept outside the repository; the small corpus in it is only read.
set -euo pipefail
cd "$(dirname "$0")/.."
runs="${1:-2000000}"
found="${ADIT_FUZZ_DIR:-$(mktemp -d)}"
for target in usgs_mcs baci_rows wgi wmd bgs containers; do
  count="$runs" length=1024
  [ "$target" != containers ] || { count=$((runs / 50)); length=4096; }
  mkdir -p "$found/$target"
  cargo +nightly fuzz run --sanitizer none "$target" "$found/$target" "fuzz/corpus/$target" -- \
    -runs="$count" -max_len="$length" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 2>&1 |
    grep -E "stat::number_of_executed_units|stat::average_exec_per_sec|SUMMARY|ERROR|panicked|Done" | sed "s/^/$target: /"
done
