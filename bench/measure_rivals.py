"""Three measures by hand: in DuckDB's SQL, in polars and in pandas.

    .venv/bin/python bench/measure_rivals.py WHO FOLDER MEASURE

Each says what `madegood` does of the share by month and team, with the same joins: the
child's own row (death, coming of age, authority), the working-day calendar twice, and of
one measure the referral. The tables are read first; then the best of three is timed. It
prints the seconds to read, the seconds to ask, the MiB at the peak, and the shares, so
that bench/measures.py can see that all say the same.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from rival_duckdb import by_duckdb
from rival_pandas import by_pandas
from rival_polars import by_polars
from rivals_asked import AS_OF, Shares, timed


def madegood(folder: Path, name: str) -> None:
    from record_on_disk import record

    from madegood.clock.moments import end_of_day
    from madegood.clock.periods import Period
    from madegood.measures import Settings, measure
    from madegood.measures.calculate import open_engine, question
    from madegood.measures.steps import steps
    from madegood.record.snapshot import Snapshot

    spans = steps("month", date(2018, 1, 1), AS_OF)
    whole = (Period(date(2018, 1, 1), AS_OF),)
    of = question(measure(name), Settings.default(), ("team",), whole)

    def ask(engine: Any) -> Shares:
        judged = engine.judged(of)
        told = judged.results(spans, ("team",))
        judged.close()
        return {
            f"{r.by['month']} {r.by['team']}": [r.numerator, r.denominator]
            for r in told
            if r.denominator
        }

    # No library is timed as it starts, nor is this program.
    with open_engine("duckdb", Snapshot(), end_of_day(AS_OF)) as engine:
        ask(engine)
    opened = open_engine("duckdb", record(folder), end_of_day(AS_OF))
    # The database looks at the files when it is asked.
    timed(opened.__enter__, ask)
    opened.__exit__(None, None, None)


WHO = {
    "madegood": madegood,
    "duckdb": by_duckdb,
    "polars": by_polars,
    "pandas": by_pandas,
}

if __name__ == "__main__":
    WHO[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
