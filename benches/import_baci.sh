#!/usr/bin/env bash
# Imports a synthetic year of BACI (11 million rows, the same bytes on every machine) and states wall time and peak memory.
# Fails above 15 s or 500 MB. The zip is made once in the directory of $1, else in a temporary one.
set -euo pipefail
cd "$(dirname "$0")/.."

place="${1:-$(mktemp -d)}"
zip="$place/BACI_HS17_synthetic.zip"
[ -f "$zip" ] || python3 - "$zip" <<'PY'
import csv, glob, os, sys, tomllib, zipfile

# The layout is CEPII's; every figure comes out of a generator and means nothing.
ROWS, YEAR = 11_000_000, 2024
with open("data/countries.csv", encoding="utf-8") as file:
    countries = [(int(row["m49"]), row["iso3"]) for row in csv.DictReader(file) if row["m49"]]
ours = sorted({int(t["code"]) for name in glob.glob("data/materials/*.toml")
               for t in tomllib.load(open(name, "rb")).get("trade", []) if t["edition"] == "HS17"})
codes = sorted(set(ours) | set(range(10121, 970600, 178)))
numbers = [number for number, _ in countries]
per_code = ROWS // len(codes) + 1
state, written = 1, 0
with zipfile.ZipFile(sys.argv[1] + ".new", "w", zipfile.ZIP_DEFLATED) as archive:
    stamp = (2026, 1, 1, 0, 0, 0)
    info = zipfile.ZipInfo(f"BACI_HS17_Y{YEAR}_V202601.csv", stamp)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as out:
        out.write(b"t,i,j,k,v,q\n")
        n = len(numbers)
        for code in codes:
            lines = []
            for pair in range(per_code):
                if written == ROWS:
                    break
                # every pair once: the step is prime to the number of pairs
                at = (pair * 7919 + code) % (n * n)
                i, j = divmod(at, n)
                if i == j:
                    continue
                state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                weight = "NA" if state % 20 == 0 else f"{state % 99991 / 1000:.3f}"
                lines.append(f"{YEAR},{numbers[i]},{numbers[j]},{code:06d},{state % 1000003 / 1000:.3f},{weight}\n")
                written += 1
            out.write("".join(lines).encode())
        # pairs of a country with itself were left out: fill up with the last code's neighbours
        code = codes[-1] + 1
        while written < ROWS:
            lines = []
            for at in range(n * n):
                i, j = divmod(at, n)
                if i != j and written < ROWS:
                    lines.append(f"{YEAR},{numbers[i]},{numbers[j]},{code:06d},1.000,1.000\n")
                    written += 1
            out.write("".join(lines).encode())
            code += 1
    text = "country_code,country_name,country_iso2,country_iso3\n" + "".join(f"{m},x,,{i}\n" for m, i in countries)
    archive.writestr(zipfile.ZipInfo("country_codes_V202601.csv", stamp), text)
os.rename(sys.argv[1] + ".new", sys.argv[1])
PY

[ -x target/release/adit ] || cargo build --release
python3 - "$zip" <<'PY'
import os, resource, subprocess, sys, time

begin = time.monotonic()
done = subprocess.run(["target/release/adit", "data", "import", "baci", sys.argv[1], "--format", "csv"], capture_output=True, text=True)
seconds = time.monotonic() - begin
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
peak, cpu = usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
if done.returncode != 0:
    sys.exit(done.stderr)
print(f"zip {os.path.getsize(sys.argv[1]) / 1e6:.0f} MB, 11,000,000 rows: {seconds:.1f} s ({cpu:.1f} s of CPU), {peak:.0f} MB peak")
if seconds > 15 or peak > 500:
    sys.exit("too slow or too large: at most 15 s and 500 MB")
PY
