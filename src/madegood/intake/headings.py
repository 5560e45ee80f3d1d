"""The heading row against what a kind of file may hold: what is read, what is turned
away at the door, and what is wanting."""

from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.csv_lines import ESCAPED
from madegood.intake.findings import Findings, Place
from madegood.intake.formats.base import Field, Sheet, plain
from madegood.intake.opened import TopRow
from madegood.intake.privacy import is_identifying


@dataclass(frozen=True, slots=True)
class Headings:
    """Which cell of a row fills which field; the cells of other columns are never
    looked at, but that stray bytes in them are still the file's fault. `team` and
    `child` are the places of the cells that name the row's team and child, where there
    are any."""

    file: str
    names: tuple[str, ...]
    read: tuple[tuple[int, Field], ...]
    team: int | None
    child: int | None


def match_headings(
    sheet: Sheet, row: TopRow, file: str, findings: Findings
) -> Headings | None:
    """Which columns to read. None, with findings, where the table cannot be built."""
    place = _Places(sheet, row, file)
    if any(not name.isascii() and ESCAPED.search(name) for name in row.cells):
        findings.add(
            "not_utf8", place(None), "a heading holds bytes that are not UTF-8."
        )
        return None
    missing = sheet.missing(row.cells)
    for heading in missing:
        says = f"the column is missing, and {sheet.kind} cannot be read without it."
        findings.add("missing_column", place(heading), says)
    repeated = _repeated(sheet, row.cells)
    for heading in repeated:
        findings.add(
            "repeated_column",
            place(heading),
            "there are two columns with this heading.",
        )
    if missing or repeated:
        return None
    read = _read(sheet, row.cells, place, findings)
    at = {one.into: at for at, one in reversed(read)}
    return Headings(file, row.cells, read, at.get("team"), at.get("child_id"))


@dataclass(frozen=True, slots=True)
class _Places:
    sheet: Sheet
    row: TopRow
    file: str

    def __call__(self, column: str | None) -> Place:
        return Place(self.file, self.sheet.counted_as, self.row.number or None, column)


def _repeated(sheet: Sheet, headings: Sequence[str]) -> list[str]:
    """Headings that come twice, in the same words or in others of the same column."""
    seen: set[str] = set()
    twice = []
    for heading in headings:
        known = sheet.field(heading)
        said = plain(heading) if known is None else plain(known.heading)
        if said and said in seen:
            twice.append(heading.strip()[:60])
        seen.add(said)
    return twice


def _read(
    sheet: Sheet, headings: Sequence[str], place: _Places, findings: Findings
) -> tuple[tuple[int, Field], ...]:
    kept = []
    for position, heading in enumerate(headings):
        found = sheet.field(heading)
        if found is not None and found.reads is not None:
            kept.append((position, found))
        else:
            _turn_away(sheet, heading, position, place, findings)
    return tuple(kept)


def _turn_away(
    sheet: Sheet, heading: str, position: int, place: _Places, findings: Findings
) -> None:
    name = heading.strip()[:60]
    if not name:
        where = place(f"number {position + 1}")
        findings.add("unknown_column", where, "it has no heading: not read.")
    elif sheet.field(heading) is not None or is_identifying(heading):
        findings.add(
            "identifying_column",
            place(name),
            "a column that says who or where a person is: not read.",
        )
    else:
        findings.add("unknown_column", place(name), f"not in {sheet.title}: not read.")
