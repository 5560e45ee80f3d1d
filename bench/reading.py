"""How long reading a return of 1.2 million reviews takes, beside DuckDB's own read of
the same file in the same run.

    .venv/bin/python bench/reading.py

The file is the sample return's reviews a hundred times over, each copy's children with
ids of their own. DuckDB reads it into a table with its types found out, and checks
nothing; Madegood reads every cell, finds repeated rows and dates to come, and keeps
where each row came from. Both are run in a process of their own, in turn, and the best
of several counts, because the machine may be busy.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "tests/formats/samples/ssda903/reviews.csv"
ROWS = 1_258_200
ROUNDS = 5

OURS = """
import json, resource, sys, time
from importlib.abc import MetaPathFinder

class NoPandas(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "pandas":
            raise ImportError(name)

sys.meta_path.insert(0, NoPandas())
from madegood.intake.read import read_files
wall, cpu = time.perf_counter(), time.process_time()
reading = read_files([sys.argv[1]])
told = [time.perf_counter() - wall, time.process_time() - cpu]
(count,) = reading.files[0].tables.values()
assert count.rows == count.read + count.set_aside
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([*told, peak, count.rows]))
"""
THEIRS = """
import json, resource, sys, time
import duckdb
connection = duckdb.connect()
wall, cpu = time.perf_counter(), time.process_time()
connection.execute("create table t as select * from read_csv(?)", [sys.argv[1]])
told = [time.perf_counter() - wall, time.process_time() - cpu]
rows = connection.execute("select count(*) from t").fetchone()[0]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([*told, peak, rows]))
"""


def write(path: Path) -> None:
    with SAMPLE.open(newline="") as sample:
        heading, *rows = list(csv.reader(sample))
    with path.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(heading)
        for copy in range(ROWS // len(rows) + 1):
            writer.writerows([f"{row[0]}{copy:04d}", *row[1:]] for row in rows)


def ask(program: str, path: Path) -> list[float]:
    told = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[float] = json.loads(told.stdout)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reviews.csv"
        write(path)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(ask(THEIRS, path))
            ours.append(ask(OURS, path))
    best, rival = min(ours), min(theirs)
    print(f"{ours[0][3]:,.0f} rows, best of {ROUNDS}")
    print(f"{'':10}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}")
    for name, one in (("Madegood", best), ("DuckDB", rival)):
        print(f"{name:10}{one[0]:9.2f}{one[1]:9.2f}{one[2]:10.0f}")
    print(f"ratio: wall {best[0] / rival[0]:.2f}, cpu {best[1] / rival[1]:.2f}")


if __name__ == "__main__":
    main()
