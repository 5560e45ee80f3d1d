"""Files read in a process of their own, a file that ends it being refused alone."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile

from madegood.clock.today import now as clock_now
from madegood.intake.contained.answer import read_answer
from madegood.intake.contained.job import Job, Message
from madegood.intake.contained.watch import Died, Watched
from madegood.intake.findings import Findings, Place
from madegood.intake.folders import data_files
from madegood.intake.limits import Limits
from madegood.intake.reading import FileRead, Reading

Progress = Callable[[Path, int], None]


class ReaderFailed(OSError):
    """No file is to blame: the process could not be started, or the disk is full."""


def read_contained(
    paths: Iterable[Path | str],
    *,
    now: datetime | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    key: bytes | None = None,
) -> Reading:
    """As `read_files`, in a process that may take no more than `limits`.

    A file that would take more, or that breaks the reader, is refused with a finding
    that says so; the others are read as if it had not been given. `key` turns ids into
    pseudonyms (purpose "ledger") before they leave the process. `progress` is told a
    file and how many of its rows have been read, 0 when it is begun.

    Raises ReaderFailed (an OSError) where reading cannot be done at all, and
    limits.BadLimit where a setting is not a limit.
    """
    reader = _Contained(
        now or clock_now(), limits or Limits.from_environment(), progress, key
    )
    findings = Findings()
    files = data_files(paths, findings)
    return reader.read(files, findings)


class _Contained:
    def __init__(
        self,
        now: datetime,
        limits: Limits,
        progress: Progress | None,
        key: bytes | None,
    ) -> None:
        self._now = now
        self._limits = limits
        self._progress = progress
        self._key = key

    def read(self, files: list[Path], findings: Findings) -> Reading:
        """Each time the process dies, the file it was at is left out and the others
        are read again: what they hold together may differ without it."""
        refused: set[int] = set()
        while True:
            left = [n for n in range(len(files)) if n not in refused]
            outcome = self._attempt([files[n] for n in left])
            if isinstance(outcome, Reading):
                return _joined(files, refused, findings, outcome)
            if outcome.code == "cannot_write" or outcome.file < 0:
                raise ReaderFailed(f"the reading process failed: {outcome.says}")
            at = left[outcome.file]
            refused.add(at)
            findings.add(outcome.code, Place(files[at].name), outcome.says)

    def _attempt(self, files: list[Path]) -> Reading | Died:
        if not files:
            return Reading((), (), ())

        def told(message: Message) -> None:
            if self._progress is not None and message.kind in ("begun", "rows"):
                self._progress(files[message.file], message.number)

        job = Job(tuple(files), self._now, self._key)
        with TemporaryFile() as answer:
            outcome = Watched(job, self._limits, answer).run(told)
            if isinstance(outcome, Died):
                return outcome
            return read_answer(answer, outcome, files)


def _joined(
    files: list[Path], refused: set[int], findings: Findings, read: Reading
) -> Reading:
    """The files in the order given, those that were refused among them."""
    survivors = iter(read.files)
    every = tuple(
        FileRead(path, None, None, None, {}) if at in refused else next(survivors)
        for at, path in enumerate(files)
    )
    return Reading(every, (*findings.all(), *read.findings), read.parts)
