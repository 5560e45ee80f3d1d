"""Files in, record out. Never a half row and never a lost one: each row is either
read or set aside with a finding that says why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from madegood.clock.today import now as clock_now
from madegood.intake.checks import strays
from madegood.intake.files import MOST_BYTES, open_rows
from madegood.intake.findings import Findings, Place
from madegood.intake.folders import data_files
from madegood.intake.formats import FORMATS
from madegood.intake.formats.base import Sheet
from madegood.intake.formats.extract import NOT_READ_YET
from madegood.intake.headings import Headings, match_headings
from madegood.intake.opened import Opened, Unopened
from madegood.intake.overlaps import overlapping_periods
from madegood.intake.reading import FileRead, Reading, TableCount
from madegood.intake.rows import RowReader
from madegood.intake.table_builder import At, TableBuilder
from madegood.record.snapshot import Snapshot
from madegood.record.tables import MISSING_EPISODES

Progress = Callable[[Path, int], None]

_TELL_EVERY: Final = 100_000
_MOST_COLUMNS: Final = 500


def read_files(
    paths: Iterable[Path | str],
    *,
    now: datetime | None = None,
    most_bytes: int = MOST_BYTES,
    progress: Progress | None = None,
) -> Reading:
    """Read data files, and the data files in folders, into one snapshot.

    Nothing is stored and nothing is raised for what a file holds: every fault is a
    finding. `now` is the moment after which an actual date is in the future (default:
    this one). `progress` is told a file and how many of its rows have been read.
    """
    reader = _Reader(now or clock_now(), most_bytes, progress or _silent)
    for path in data_files(paths, reader.findings):
        reader.read(path)
    return reader.finished()


def _silent(path: Path, rows: int) -> None:
    """Nobody is watching."""


def _recognised(opened: Opened) -> tuple[str, Sheet] | None:
    """The format and the kind of file, or None. A file without commas is none of them,
    whatever it is called: every column would only seem to be missing."""
    headings = opened.headings
    if _has_other_separator(headings) or len(headings) > _MOST_COLUMNS:
        return None
    for one in FORMATS:
        sheet = one.recognise(opened.path.stem, headings)
        if sheet is not None:
            return one.name, sheet
    return None


def _has_other_separator(headings: list[str]) -> bool:
    return len(headings) == 1 and any(mark in headings[0] for mark in ";\t|")


@dataclass
class _Reader:
    now: datetime
    most_bytes: int
    progress: Progress
    findings: Findings = field(default_factory=Findings)
    builders: dict[str, TableBuilder] = field(default_factory=dict)
    files: list[FileRead] = field(default_factory=list)

    def read(self, path: Path) -> None:
        try:
            opened = open_rows(path, most_bytes=self.most_bytes)
        except Unopened as refused:
            self.findings.add(refused.code, Place(path.name), refused.says)
            self.files.append(FileRead(path, None, None, None, {}))
            return
        with opened:
            self.files.append(self._read_opened(opened))

    def _read_opened(self, opened: Opened) -> FileRead:
        path = opened.path
        found = _recognised(opened)
        if found is None:
            self._refuse_layout(opened)
            return FileRead(path, None, None, opened.sha256(), {})
        name, sheet = found
        matched = match_headings(sheet, opened.headings, path.name, self.findings)
        counts = {}
        if matched is not None:
            counts[sheet.counted_as] = self._read_rows(opened, sheet, matched)
        return FileRead(path, name, sheet.edition, opened.sha256(), counts)

    def _read_rows(self, opened: Opened, sheet: Sheet, matched: Headings) -> TableCount:
        builder = self._builder(sheet)
        files = [*(read.path.name for read in self.files), opened.path.name]
        rows = RowReader(sheet, matched, files, builder, self.findings, self.now)
        for row in opened.rows():
            rows.take(row)
            if rows.seen % _TELL_EVERY == 0:
                self.progress(opened.path, rows.seen)
        rows.finish()
        return TableCount(rows.seen, rows.read, rows.seen - rows.read)

    def _builder(self, sheet: Sheet) -> TableBuilder | None:
        if sheet.table is None:
            return None
        name = sheet.table.name
        return self.builders.setdefault(name, TableBuilder(sheet.table))

    def _refuse_layout(self, opened: Opened) -> None:
        place = Place(opened.path.name, row=1)
        if opened.path.stem in NOT_READ_YET:
            self.findings.add(
                "not_read_yet",
                Place(opened.path.name, opened.path.stem),
                "a table of the extract that no measure stands on yet: not read.",
            )
            return
        if _has_other_separator(opened.headings):
            self.findings.add(
                "wrong_separator", place, "the cells are not separated by commas."
            )
            return
        names = ", ".join(s.kind for one in FORMATS for s in one.sheets)
        self.findings.add(
            "unknown_layout",
            place,
            f"the heading row (columns: {len(opened.headings):,}) is not that of any "
            f"file that is read ({names}).",
        )

    def finished(self) -> Reading:
        tables = {name: builder.finished() for name, builder in self.builders.items()}
        snapshot = Snapshot(tables)
        self._note_overlaps(snapshot)
        self._note_strays(snapshot)
        return Reading(tuple(self.files), self.findings.all(), snapshot)

    def _note_overlaps(self, snapshot: Snapshot) -> None:
        name = MISSING_EPISODES.name
        if not snapshot.has(name):
            return
        for overlap in overlapping_periods(snapshot.rows(name)):
            places = [
                self.builders[name].place(at) for at in (overlap.one, overlap.other)
            ]
            first, second = sorted(places, key=lambda at: (at.file, at.row))
            where = "" if first.file == second.file else f" of {self._name(first)}"
            self.findings.add(
                "overlap",
                Place(self._name(second), name, second.row),
                f"this period overlaps the same child's period in row {first.row:,}"
                f"{where}.",
            )

    def _note_strays(self, snapshot: Snapshot) -> None:
        for reference, index in strays(snapshot):
            at = self.builders[reference.table].place(index)
            self.findings.add(
                "stray_reference",
                Place(self._name(at), reference.table, at.row, reference.column),
                f"this {reference.column} is not in {reference.to}.",
            )

    def _name(self, at: At) -> str:
        return self.files[at.file].path.name
