"""A large Annex A workbook, beside the fastest reader's own read of the same file.

    .venv/bin/python bench/workbooks.py [ROWS] [COLUMNS]

Makes a workbook of Annex A list 8 (200,000 rows of 20 columns, unless said), every
row a different child, and reads it in this process three times with fastexcel alone and
three times whole: cells read, checked, and put into the tables of the record. Prints
the quickest of each by the wall's clock and the processor's (the machine may be busy),
their ratios, and the peak of memory. The budget of the second issue is twice
fastexcel's time and 1 GiB.
"""

import importlib.abc
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

TIMES = 3
BUDGET = 2.0
MOST_MIB = 1024
HEADINGS = (
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
    "Does the Child have a Disability",
    "Date Started to be Looked After",
    "Child's Category of Need",
    "Start date of current legal status",
    "Child's Legal Status",
    "Date of Latest Statutory Review",
    "Date of Last Social Work Visit",
    "Date of Last Health Assessment",
    "Number of Placements in the Last 12 months",
    "Date Ceased to be Looked After",
    "Reason Ceased to be Looked After",
    "Start Date of Most Recent Placement",
    "Placement Type",
    "Allocated Team",
)


class _NoPandas(importlib.abc.MetaPathFinder):
    """pyarrow imports pandas, if it is there, the first time it makes an array: a
    second that reading in its own process does not pay."""

    def find_spec(self, name, path, target=None):  # noqa: ARG002  as the protocol has it
        if name == "pandas":
            raise ImportError(name)


def write(path: Path, rows: int, columns: int) -> None:
    """Dates are dates, ids are numbers, codes are Ofsted's own."""
    first = date(2025, 12, 1)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("List_8")
        sheet.write_row(0, 0, HEADINGS[:columns])
        for at in range(rows):
            row = _row(at, first)
            for place, value in enumerate(row[:columns]):
                if isinstance(value, date):
                    sheet.write_datetime(at + 1, place, _moment(value), day)
                else:
                    sheet.write(at + 1, place, value)


def _moment(day: date):
    from datetime import datetime, time

    return datetime.combine(day, time())


def _row(at: int, first: date) -> list[object]:
    began = first - timedelta(days=at % 3000)
    return [
        1_000_000 + at * 7,
        ("a) Male", "b) Female")[at % 2],
        ("a) WBRI", "k) APKN", "f) MWBC", "s) NOBT")[at % 4],
        first - timedelta(days=at % 6500),
        at % 18,
        "b) No",
        ("a) Yes", "b) No")[at % 2],
        began,
        "N1 - Abuse or neglect",
        began + timedelta(days=at % 200),
        ("C1: ICO", "C2: FCO", "V2: Single period under S20")[at % 3],
        first - timedelta(days=at % 180),
        first - timedelta(days=at % 42),
        first - timedelta(days=at % 365),
        at % 4,
        first - timedelta(days=at % 180) if at % 9 == 0 else "",
        "k) E47: Special Guardianship Orders - relative/friend" if at % 9 == 0 else "",
        began + timedelta(days=at % 90),
        ("a) U1: Foster placement - relatives - long term", "f) U6: Foster placement")[
            at % 2
        ],
        f"Children in Care Team {at % 12}",
    ]


class Timed:
    """How long something takes, by the wall's clock and the processor's."""

    def __enter__(self):
        self.wall, self.cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *raised):
        self.wall = time.perf_counter() - self.wall
        self.cpu = time.process_time() - self.cpu


def own_read(path: Path) -> Timed:
    import fastexcel

    with Timed() as timed:
        sheet = fastexcel.read_excel(path.read_bytes()).load_sheet(0)
        assert sheet.to_arrow().num_rows
    return timed


def whole_read(path: Path, rows: int) -> Timed:
    from madegood.intake.read import read_files

    with Timed() as timed:
        reading = read_files([path])
    (count,) = reading.files[0].tables.values()
    assert (count.rows, count.read) == (rows, rows), reading.findings[:3]
    return timed


def peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(rows: int, columns: int) -> int:
    sys.meta_path.insert(0, _NoPandas())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "annex_a.xlsx"
        write(path, rows, columns)
        print(f"{rows:,} rows x {columns}, {path.stat().st_size / 2**20:.0f} MiB")
        own, whole = [own_read(path)], [whole_read(path, rows)]
        for _ in range(TIMES):
            whole.append(whole_read(path, rows))
            own.append(own_read(path))
    print(f"{'':24}{'wall s':>9}{'cpu s':>9}")
    for name, timed in (("fastexcel's own read", own), ("whole", whole)):
        print(f"{name:24}{_least(timed, 'wall'):9.2f}{_least(timed, 'cpu'):9.2f}")
    ratio = _least(whole, "cpu") / _least(own, "cpu")
    walls = _least(whole, "wall") / _least(own, "wall")
    print(f"ratio: wall {walls:.2f}, cpu {ratio:.2f} (budget {BUDGET})")
    print(f"peak {peak_mib():,.0f} MiB (budget {MOST_MIB:,})")
    return int(ratio > BUDGET or peak_mib() > MOST_MIB)


def _least(timed: list[Timed], clock: str) -> float:
    return min(getattr(one, clock) for one in timed)


if __name__ == "__main__":
    sys.exit(main(*(int(said) for said in [*sys.argv[1:], 200_000, 20][:2])))
