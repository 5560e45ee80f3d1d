"""Files in, record out. Never a half row and never a lost one: each row is either
read or set aside with a finding that says why."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from madegood.clock.moments import london_date
from madegood.clock.today import now as clock_now
from madegood.intake.across import between_rows, note_lost, note_repeats
from madegood.intake.codes_by_year import named
from madegood.intake.editions import Came, note_years, settled
from madegood.intake.evidence import Evidence
from madegood.intake.files import MOST_BYTES, open_file
from madegood.intake.findings import Findings, Place
from madegood.intake.finishing import finished, renamed
from madegood.intake.folders import data_files, names_of
from madegood.intake.formats import FINISHING
from madegood.intake.formats.base import Sheet
from madegood.intake.formats.extract import EXTRACT
from madegood.intake.formats.finish import Finishing
from madegood.intake.headings import match_headings
from madegood.intake.limits import Limits
from madegood.intake.opened import Grid, Opened, Unopened
from madegood.intake.reading import FileRead, Part, Reading, TableCount
from madegood.intake.recognising import recognised, refuse_layout
from madegood.intake.rows import SheetReader
from madegood.intake.table_builder import Built, TableBuilder
from madegood.record.schema import Table

Progress = Callable[[Path, int], None]

_TELL_EVERY: Final = 100_000


def read_files(
    paths: Iterable[Path | str],
    *,
    now: datetime | None = None,
    most_bytes: int = MOST_BYTES,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read data files, and the data files in folders, into one record.

    Nothing is stored and nothing is raised for what a file holds: every fault is a
    finding. `now` is the moment after which an actual date is in the future (default:
    this one). `progress` is told a file and how many of its rows have been read.
    """
    reader = _Reader(
        now or clock_now(), most_bytes, limits or Limits(), progress or _silent
    )
    files = data_files(paths, reader.findings)
    for path, name in zip(files, names_of(files), strict=True):
        reader.read(path, name)
    return reader.finished()


def _silent(path: Path, rows: int) -> None:
    """Nobody is watching."""


@dataclass
class _Counting:
    """How the rows of one kind in one file add up so far."""

    rows: int = 0
    read: int = 0


@dataclass
class _FileBegun:
    path: Path
    name: str
    format: str | None = None
    edition: str | None = None
    stated: str | None = None
    sha256: str | None = None
    counts: dict[str, _Counting] = field(default_factory=dict)

    def finished(self) -> FileRead:
        tables = {
            name: TableCount(count.rows, count.read, count.rows - count.read)
            for name, count in self.counts.items()
        }
        return FileRead(self.path, self.format, self.edition, self.sha256, tables)


@dataclass
class _Reader:
    now: datetime
    most_bytes: int
    limits: Limits
    progress: Progress
    findings: Findings = field(default_factory=Findings)
    builders: dict[tuple[str, str], TableBuilder] = field(default_factory=dict)
    files: list[_FileBegun] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def read(self, path: Path, name: str) -> None:
        self.files.append(_FileBegun(path, name))
        self.progress(path, 0)
        try:
            opened = open_file(path, self.most_bytes, self.limits)
        except Unopened as refused:
            self._refuse(name, refused)
            return
        with opened:
            try:
                self._read_opened(opened)
            except Unopened as refused:
                self._refuse(name, refused)
            self.files[-1].sha256 = opened.sha256()

    def _refuse(self, name: str, refused: Unopened) -> None:
        place = Place(name, refused.table, refused.row, refused.column)
        self.findings.add(refused.code, place, refused.says)

    def _read_opened(self, opened: Opened) -> None:
        name = self.files[-1].name
        passed_over = [
            grid for grid in opened.grids() if not self._read_grid(opened, grid)
        ]
        for note in opened.notes():
            place = Place(name, note.table, note.row, note.column)
            self.findings.add(note.code, place, note.says)
        if self.files[-1].format is None:
            refuse_layout(name, passed_over, self.findings)
        else:
            self._note_passed_over(name, passed_over)

    def _note_passed_over(self, file: str, grids: Sequence[Grid]) -> None:
        """One finding, however many sheets of guidance a workbook has."""
        if not grids:
            return
        names = ", ".join(f"'{grid.name[:60]}'" for grid in grids)
        which = "sheet" if len(grids) == 1 else "sheets"
        says = f"not read, as none of the format's tables is in the {which} {names}."
        self.findings.add("other_sheet", Place(file), says)

    def _read_grid(self, opened: Opened, grid: Grid) -> bool:
        found = recognised(grid)
        if found is None:
            return False
        begun = self.files[-1]
        begun.format = found.format
        begun.edition = opened.edition or max(begun.edition or "", found.sheet.edition)
        matched = match_headings(found.sheet, found.heading, begun.name, self.findings)
        if matched is None:
            return True
        if found.sheet.year_told is not None:
            self.evidence.append(Evidence(len(self.files) - 1, found.sheet))
            begun.stated = opened.edition
        builder = self._builder_of(found.format)
        if found.sheet.table is not None:
            builder(found.sheet.table)
        reader = SheetReader(
            len(self.files) - 1,
            found.sheet,
            matched,
            builder,
            self.findings,
            self.now,
            self.evidence[-1] if found.sheet.year_told else None,
        )
        told = 0
        for batch in grid.batches(found.heading):
            reader.take(batch)
            if reader.seen - told >= _TELL_EVERY:
                told = reader.seen
                self.progress(opened.path, reader.seen)
        reader.finish()
        self._count(found.sheet, reader)
        return True

    def _builder_of(self, source: str) -> Callable[[Table], TableBuilder]:
        def builder(table: Table) -> TableBuilder:
            return self.builders.setdefault((table.name, source), TableBuilder(table))

        return builder

    def _count(self, sheet: Sheet, reader: SheetReader) -> None:
        count = self.files[-1].counts.setdefault(sheet.counted_as, _Counting())
        count.rows += reader.seen
        count.read += reader.read

    def finished(self) -> Reading:
        names = [begun.name for begun in self.files]
        ranks = self._settle_years(names)
        staged = {
            source: self._staged(source, finishing, ranks, names)
            for source, finishing in FINISHING.items()
        }
        built: dict[tuple[str, str], Built] = {}
        for (table, source), builder in self.builders.items():
            one = builder.finished(ranks)
            self._note_repeats(builder.table, one, names)
            if source in FINISHING:
                one = renamed(FINISHING[source].namings, staged[source], one)
            built[table, source] = one
        parts = tuple(
            Part(table, source, one.rows, one.origin())
            for (table, source), one in built.items()
        )
        between_rows(parts, names, self.findings)
        files = tuple(begun.finished() for begun in self.files)
        return Reading(files, self.findings.all(), parts)

    def _staged(
        self,
        source: str,
        finishing: Finishing,
        ranks: Sequence[int],
        names: list[str],
    ) -> dict[str, Built]:
        """The staging tables of a format, their rows put into the record."""
        held: dict[str, Built] = {}
        for name in sorted(finishing.staging()):
            builder = self.builders.pop((name, source), None)
            if builder is not None:
                held[name] = builder.finished(ranks)
                self._note_repeats(builder.table, held[name], names)
        for lost in finished(finishing, held, self._builder_of(source)):
            self.files[lost.file].counts[lost.sheet].read -= len(lost.numbers)
            note_lost(lost, names, self.findings)
        return held

    def _settle_years(self, names: Sequence[str]) -> list[int]:
        """The collection year of each yearly return, what is strange in it for that
        year, and how late each file stands: by its year, then as it was given."""
        came = {one.file: self._came(one.file) for one in self.evidence}
        years = settled(self.evidence, came, london_date(self.now))
        note_years(self.evidence, years, came, self.findings)
        for file, year in years.items():
            self.files[file].edition = named(year)
        order = sorted(range(len(names)), key=lambda at: (years.get(at, 0), at))
        return sorted(range(len(names)), key=order.__getitem__)

    def _came(self, file: int) -> Came:
        begun = self.files[file]
        return Came(begun.path, begun.name, begun.stated)

    def _note_repeats(self, table: Table, built: Built, names: list[str]) -> None:
        for group in built.repeats.groups():
            begun = self.files[group.file]
            if group.counted and not group.superseded:
                begun.counts[group.sheet].read -= group.count
            # A return may say a thing twice; an extract was written to say it once.
            grave = begun.format == EXTRACT.name and not group.superseded
            note_repeats(group, table, names, self.findings, grave=grave)
