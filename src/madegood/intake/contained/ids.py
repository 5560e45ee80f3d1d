"""A list of ids out of a file, read in a process of its own: a workbook of one column
can be as hostile as any other."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from madegood.clock.today import now
from madegood.intake.contained.job import Job
from madegood.intake.contained.watch import Died, Watched
from madegood.intake.id_list import MOST_BYTES, IdList, NotAList, read_id_file
from madegood.intake.limits import MIB, Limits

# A list is small: what takes longer is none.
_WALL_SECONDS: Final = 30
_CPU_SECONDS: Final = 20


def read_ids_contained(path: Path) -> IdList:
    """As `read_id_file`, with no more than a list may take. Raises NotAList, and
    limits.BadLimit where a setting is not a limit."""
    if path.stat().st_size > MOST_BYTES:
        # A process need not be started to see that.
        raise NotAList(
            f"The file is larger than {MOST_BYTES // MIB} MiB, which no list of ids is. "
            "Keep the column of ids alone."
        )
    given = Limits.from_environment()
    limits = Limits(
        memory_bytes=given.memory_bytes,
        cpu_seconds=min(given.cpu_seconds, _CPU_SECONDS),
        wall_seconds=min(given.wall_seconds, _WALL_SECONDS),
        inflated_bytes=min(given.inflated_bytes, 64 * MOST_BYTES),
        inflated_ratio=given.inflated_ratio,
        members=given.members,
        cells=given.cells,
    )
    with TemporaryFile() as answer:
        job = Job((path,), now(), task="ids")
        outcome = Watched(job, limits, answer).run(lambda _message: None)
        if isinstance(outcome, Died):
            raise NotAList(
                f"The file could not be read: {outcome.says} Paste the ids instead."
            )
        answer.seek(0)
        said = json.load(answer)
    if "refused" in said:
        raise NotAList(said["refused"])
    return IdList(
        tuple((place, name) for place, name in said["ids"]),
        tuple(said["unread"]),
        said["column"],
    )


def ids_answer(path: Path, limits: Limits) -> bytes:
    """What the reading process hands over."""
    try:
        found = read_id_file(path, limits)
    except NotAList as fault:
        said: dict[str, object] = {"refused": str(fault)}
    else:
        said = {"ids": found.ids, "unread": found.unread, "column": found.column}
    return json.dumps(said).encode()
