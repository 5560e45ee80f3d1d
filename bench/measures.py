"""What it costs to work the measures out, of ten thousand to a million children.

    .venv/bin/python bench/measures.py whole FOLDER CHILDREN...
    .venv/bin/python bench/measures.py three FOLDER ROWS...

`whole` makes synthetic authorities in FOLDER (where they are kept, for a million takes a
while), and asks every measure by 36 months and three breakdowns, each size in a process
of its own: seconds, and the memory at the peak.

`three` holds three measures against SQL written by hand for DuckDB, against polars and
against pandas (measure_rivals.py), at so many rows: the same shares, by month and team,
with the same joins. Each is asked in a process of its own, in turn, and the best counts;
polars is no part of the environment: `pip install polars` first.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from record_on_disk import from_extract, many_times, record

ROUNDS = 2
GROUPS = ("team", "ethnicity", "sex")
BESIDE = ("children", "referrals", "assessments")
RIVALS = Path(__file__).with_name("measure_rivals.py")


def made(folder: Path, children: int) -> Path:
    """A synthetic authority as Parquet, made if it is not there."""
    extract, kept = folder / f"c{children}", folder / f"p{children}"
    if not extract.exists():
        subprocess.run(
            [
                *(sys.executable, "-m", "madegood", "data", "synth", "--seed", "1"),
                *("--children", str(children), "--years", "3", "--format", "extract"),
                *("--out", str(extract)),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    if not kept.exists():
        from_extract(extract, kept)
    return kept


def ask_all(kept: Path) -> None:
    """Every measure, by month and each of three groups; in this process."""
    from datetime import date

    from madegood.clock.moments import end_of_day
    from madegood.clock.periods import last_months
    from madegood.measures import LIBRARY, Settings
    from madegood.measures.calculate import open_engine, question
    from madegood.measures.steps import Span

    last = date(2026, 10, 31)
    months = last_months(last, 36)
    chosen = Settings.default()
    came = [measure for measure in LIBRARY if not measure.standing]
    stood = [measure for measure in LIBRARY if measure.standing]
    spans = [Span(month) for month in months]
    begun = time.perf_counter()
    results = 0
    with open_engine("duckdb", record(kept), end_of_day(last)) as engine:
        for measure in came:
            judged = engine.judged(question(measure, chosen, GROUPS, months))
            results += sum(len(judged.results(spans, (group,))) for group in GROUPS)
            judged.close()
        for span in spans:
            then = engine.at(end_of_day(span.period.last))
            for measure in stood:
                judged = then.judged(question(measure, chosen, GROUPS))
                results += sum(len(judged.results([span], (one,))) for one in GROUPS)
                judged.close()
    wall = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([wall, time.process_time(), peak, results]))


def told(*words: str) -> list:
    asked = subprocess.run(
        [sys.executable, *words], check=True, capture_output=True, text=True
    )
    return json.loads(asked.stdout)


def whole(folder: Path, sizes: list[int]) -> None:
    print(f"{'children':>10}{'results':>10}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}")
    for children in sizes:
        wall, cpu, peak, results = told(__file__, "ask", str(made(folder, children)))
        print(f"{children:>10,}{results:>10,}{wall:9.1f}{cpu:9.1f}{peak:10.0f}")


def three(folder: Path, sizes: list[int]) -> None:
    from measure_rivals import WHO
    from rivals_asked import MEASURES

    small = made(folder, 10_000)
    for rows in sizes:
        kept = folder / f"m{rows}"
        if not kept.exists():
            there = record(small).rows("referrals").num_rows
            many_times(small, kept, BESIDE, -(-rows // there))
        print(f"{rows:,} referrals")
        for name in MEASURES:
            found: dict[str, list] = {}
            for who in list(WHO) * ROUNDS:
                one = told(str(RIVALS), who, str(kept), name)
                found[who] = _best(found.get(who, one), one)
            assert all(one[5] == found["duckdb"][5] for one in found.values()), name
            for who, one in found.items():
                _say(name, who, one, found["madegood"])


def _best(one: list, other: list) -> list:
    """The least of each figure, and the shares."""
    return [*map(min, one[:5], other[:5]), one[5]]


def _say(name: str, who: str, one: list, ours: list) -> None:
    whole, whole_cpu, again, again_cpu, peak, _ = one
    ratios = [ours[n] / one[n] for n in range(5)]
    print(
        f"  {name:30}{who:10} from files {whole:6.2f} s ({whole_cpu:6.2f} of processor), "
        f"again {again:6.2f} s ({again_cpu:6.2f}), {peak:6.0f} MiB; "
        f"ours of it {ratios[0]:5.2f} ({ratios[1]:5.2f}), {ratios[2]:5.2f} "
        f"({ratios[3]:5.2f}), memory {ratios[4]:5.2f}"
    )


if __name__ == "__main__":
    what, place, *numbers = sys.argv[1:]
    if what == "ask":
        ask_all(Path(place))
    else:
        {"whole": whole, "three": three}[what](Path(place), list(map(int, numbers)))
