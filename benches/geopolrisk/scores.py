"""Scores of geopolrisk-py and the CPU time they take: python scores.py DIR writes DIR/scores.csv and DIR/cpu.csv.

53 materials, five importers, seven years, in one call of the program's own function. Needs geopolrisk-py 2.0.1 installed; that
program writes its own files below $HOME.
"""

import csv
import importlib.metadata
import pathlib
import sys
import time

IMPORTERS = {"USA": "USA", "Germany": "DEU", "China": "CHN", "Japan": "JPN", "Rep. of Korea": "KOR"}
YEARS = list(range(2018, 2025))
COLUMNS = {
    "HHI": "hhi",
    "Import Risk": "import_risk",
    "Price": "price_kusd_t",
    "GeoPolRisk Score": "geopolrisk_score",
    "GeoPolRisk Characterization Factor [eq. Kg-Cu/Kg]": "cf_kgcu_eq_per_kg",
}

start = time.process_time()
from geopolrisk.assessment.main import gprs_calc  # noqa: E402 (reading its tables is timed)
from geopolrisk.assessment.utils import default_rmlist  # noqa: E402

loaded = time.process_time()
materials = default_rmlist()
result = gprs_calc(YEARS, list(IMPORTERS), materials)
done = time.process_time()

expected = len(YEARS) * len(IMPORTERS) * len(materials)
if len(result) != expected:
    sys.exit(f"{len(result)} scores in place of {expected}: the program stopped early")

target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
with open(target / "scores.csv", "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["importer", "material", "year", *COLUMNS.values()])
    for _, row in result.iterrows():
        numbers = [repr(float(row[name])) for name in COLUMNS]
        out.writerow([IMPORTERS[row["Country [Economic Entity]"]], row["Raw Material"], row["Year"], *numbers])
with open(target / "cpu.csv", "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["program", "version", "load_s", "scores_s"])
    version = importlib.metadata.version("geopolrisk-py")
    out.writerow(["geopolrisk-py", version, f"{loaded - start:.3f}", f"{done - loaded:.3f}"])
