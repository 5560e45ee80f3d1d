"""The reading process: `python -m madegood.intake.contained.child ANSWER TELL PARENT`.

Takes a job from standard input, tells on TELL what it is at, writes the reading into
ANSWER, both open file descriptors. It never writes a file of its own and says nothing
of what the files hold but in the reading.
"""

import os
import sys
from dataclasses import replace
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Final

import pyarrow as pa

from madegood.intake.contained.answer import write_answer
from madegood.intake.contained.confine import begin_file, confine
from madegood.intake.contained.documents import document_answer
from madegood.intake.contained.ids import ids_answer
from madegood.intake.contained.job import Job, Message
from madegood.intake.contained.rows import rows_answer
from madegood.intake.limits import Limits
from madegood.intake.pseudonyms import Pseudonyms
from madegood.intake.read import read_files
from madegood.intake.reading import Part, Reading
from madegood.record.snapshot import Snapshot

PURPOSE: Final = "ledger"


class _Teller:
    """Says which file is being read, so that its end can be told from another's."""

    def __init__(self, tell: int, paths: tuple[Path, ...], limits: Limits) -> None:
        self._tell = tell
        self._paths = paths
        self._limits = limits
        self.at = -1

    def progress(self, path: Path, rows: int) -> None:
        if rows == 0:
            self.at = self._paths.index(path, self.at + 1)
            begin_file(self._limits)
            self.say(Message("begun", self.at))
        else:
            self.say(Message("rows", self.at, rows))

    def say(self, message: Message) -> None:
        os.write(self._tell, message.as_bytes())


class _NoPandas(MetaPathFinder):
    """Arrow looks for pandas, which takes a second to come and is not wanted here."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:  # noqa: ARG002
        if fullname == "pandas":
            raise ImportError(fullname)


def main() -> None:
    sys.meta_path.insert(0, _NoPandas())
    answer, tell, parent = map(int, sys.argv[1:4])
    limits = Limits.from_environment()
    job = Job.from_bytes(sys.stdin.buffer.read())
    confine(limits, parent=parent, files=len(job.paths))
    pa.set_cpu_count(1)
    teller = _Teller(tell, job.paths, limits)
    try:
        if job.task != "record":
            teller.progress(job.paths[0], 0)
            made: Reading | bytes = _one_file(job, limits)
        else:
            made = read_files(
                job.paths, now=job.now, limits=limits, progress=teller.progress
            )
            if job.key is not None:
                made = _keyed(made, job.key)
    except MemoryError:
        teller.say(Message("failed", teller.at, code="too_much_memory"))
        return
    except Exception as fault:  # noqa: BLE001  whatever a file did, it is refused
        said = type(fault).__name__
        teller.say(Message("failed", teller.at, code="reader_died", says=said))
        return
    _hand_over(made, answer, teller)


def _one_file(job: Job, limits: Limits) -> bytes:
    path = job.paths[0]
    if job.task == "ids":
        return ids_answer(path, limits)
    if job.task == "rows":
        return rows_answer(path, limits)
    if job.task == "attached":
        # It brings libraries that a reading of the record does not want.
        from madegood.intake.attached.reading import attached_answer  # noqa: PLC0415

        return attached_answer(path, job.kind, limits)
    return document_answer(path, limits, report=job.task == "report")


def _keyed(reading: Reading, key: bytes) -> Reading:
    pseudonyms = Pseudonyms(key, PURPOSE)
    parts = tuple(
        Part(
            part.table,
            part.source,
            pseudonyms.apply(Snapshot({part.table: part.rows})).rows(part.table),
            part.origin,
        )
        for part in reading.parts
    )
    findings = tuple(
        one if one.child is None else replace(one, child=pseudonyms.of(one.child))
        for one in reading.findings
    )
    return Reading(reading.files, findings, parts, reading.precedence)


def _hand_over(made: Reading | bytes, answer: int, teller: _Teller) -> None:
    try:
        with os.fdopen(answer, "wb") as out:
            if isinstance(made, bytes):
                contents_at = 0
                out.write(made)
            else:
                contents_at = write_answer(made, out)
    except OSError as fault:
        says = fault.strerror or type(fault).__name__
        teller.say(Message("failed", teller.at, code="cannot_write", says=says))
        return
    teller.say(Message("done", teller.at, contents_at))


if __name__ == "__main__":
    main()
