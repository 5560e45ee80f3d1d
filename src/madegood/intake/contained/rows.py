"""The rows of a small table, read in a process of their own: a workbook that somebody
edited can be as hostile as any other."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from madegood.clock.today import now
from madegood.intake.contained.job import Job
from madegood.intake.contained.watch import Died, Watched
from madegood.intake.limits import MIB, Limits
from madegood.intake.small_table import NotATable, Row, table_rows

MOST_BYTES: Final = 4 * MIB
MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 200


def read_rows_contained(path: Path) -> list[Row]:
    """Every row with the number a spreadsheet gives it. Raises NotATable, and
    limits.BadLimit where a setting is not a limit."""
    if path.stat().st_size > MOST_BYTES:
        # A process need not be started to see that.
        raise NotATable(f"The file is larger than {MOST_BYTES // MIB} MB.")
    with TemporaryFile() as answer:
        job = Job((path,), now(), task="rows")
        outcome = Watched(job, Limits.from_environment(), answer).run(
            lambda _message: None
        )
        if isinstance(outcome, Died):
            raise NotATable(f"The file could not be read: {outcome.says}")
        answer.seek(0)
        said = json.load(answer)
    if "refused" in said:
        raise NotATable(said["refused"])
    return [(place, cells) for place, cells in said["rows"]]


def rows_answer(path: Path, limits: Limits) -> bytes:
    """What the reading process hands over."""
    found: list[Row] = []
    try:
        for place, cells in table_rows(path, limits):
            found.append((place, list(cells)))
            if len(found) > MOST_ROWS or len(cells) > _MOST_COLUMNS:
                says = (
                    f"It has more than {MOST_ROWS:,} rows or {_MOST_COLUMNS} columns."
                )
                return json.dumps({"refused": says}).encode()
    except NotATable as fault:
        return json.dumps({"refused": str(fault)}).encode()
    return json.dumps({"rows": found}).encode()
