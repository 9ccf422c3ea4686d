#!/usr/bin/env bash
# CPU time of 1,855 GeoPolRisk scores, 53 materials, five importers, 2018 to 2024: geopolrisk-py 2.0.1 and Adit in one run, the
# scores compared. Bounds: relative difference 1e-6; 10,000 times less CPU. Installs nothing and is not part of CI:
#   python3 -m venv venv && venv/bin/pip install geopolrisk-py==2.0.1
#   ADIT_REFERENCE=DIR bash benches/geopolrisk/run.sh venv/bin/python
# DIR holds the reference tables. Exits 1 if a bound is broken.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: ADIT_REFERENCE=DIR bash benches/geopolrisk/run.sh PYTHON" >&2; exit 2; }
[ -d "${ADIT_REFERENCE:-}" ] || { echo "ADIT_REFERENCE must name the directory of the reference tables" >&2; exit 2; }
python="$(realpath --no-symlinks "$1")"
reference="$(realpath "$ADIT_REFERENCE")"
cd "$(dirname "$0")/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cargo bench --quiet -p adit-indicators --bench geopolrisk_py --no-run
# that program writes below $HOME
HOME="$work" "$python" benches/geopolrisk/scores.py "$work/scores" >"$work/log" 2>&1 || { tail -20 "$work/log" >&2; exit 1; }
ADIT_REFERENCE="$reference" cargo bench --quiet -p adit-indicators --bench geopolrisk_py -- "$work/scores"
