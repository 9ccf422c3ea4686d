#!/usr/bin/env bash
# Wall time and peak memory of the commands that must be fast, each as a fresh process; the median of nine runs.
# Bounds: exposure 0.3 s; brief 3.3 s and 300 MB, of which a second goes to part 4, twenty years of seven materials three times
# over: without measures, with those announced, with all together; whatif 0.1 s; screen with losses 1 s in one clearing, 3 s by months; stockpile 5 s. Exits 1 if one is broken.
set -euo pipefail
cd "$(dirname "$0")/.."
adit=target/release/adit
[ -x "$adit" ] || { echo "build first: cargo build --release" >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

measure() { # name, seconds allowed, kilobytes allowed, command ...
  python3 - "$@" <<'PY'
import os, statistics, subprocess, sys, time
name, seconds, kilobytes, command = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
times, peak = [], 0
for _ in range(9):
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    times.append(time.perf_counter() - start)
    peak = max(peak, usage.ru_maxrss)
    if child.returncode != 0:
        sys.exit(f"{name}: exit code {child.returncode}")
median = statistics.median(times)
print(f"{name:10} median {median:.3f} s (bound {seconds} s), fastest {min(times):.3f}, slowest {max(times):.3f}; "
      f"peak {peak / 1024:.0f} MB (bound {kilobytes // 1024} MB)")
sys.exit(0 if median <= seconds and peak <= kilobytes else 1)
PY
}

measure exposure 0.3 307200 "$adit" exposure --for DEU --against CHN --format csv
measure brief 3.3 307200 "$adit" brief --out "$work/briefing"
measure whatif 0.1 307200 "$adit" whatif --material gallium --by CHN --ban --months 12 --format csv
measure static 1.0 307200 "$adit" screen --static --format csv
measure screen 3.0 307200 "$adit" screen --format csv
measure stockpile 5.0 307200 "$adit" stockpile --budget 12bn
