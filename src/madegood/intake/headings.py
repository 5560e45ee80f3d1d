"""The heading row against what a kind of file may hold: what is read, what is turned
away at the door, and what is wanting."""

from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.files import ESCAPED
from madegood.intake.findings import Findings, Place
from madegood.intake.formats.base import Field, Sheet, plain
from madegood.intake.privacy import is_identifying


@dataclass(frozen=True, slots=True)
class Headings:
    """Which cell of a row fills which field; the cells of other columns are never
    looked at, but that stray bytes in them are still the file's fault."""

    file: str
    names: tuple[str, ...]
    read: tuple[tuple[int, Field], ...]


def match_headings(
    sheet: Sheet, headings: Sequence[str], file: str, findings: Findings
) -> Headings | None:
    """Which columns to read. None, with findings, where the table cannot be built."""
    if any(not heading.isascii() and ESCAPED.search(heading) for heading in headings):
        place = Place(file, sheet.counted_as, 1)
        findings.add("not_utf8", place, "a heading holds bytes that are not UTF-8.")
        return None
    missing = sheet.missing(headings)
    for heading in missing:
        findings.add(
            "missing_column",
            Place(file, sheet.counted_as, 1, heading),
            f"the column is missing, and {sheet.kind} cannot be read without it.",
        )
    repeated = _repeated(headings)
    for heading in repeated:
        findings.add(
            "repeated_column",
            Place(file, sheet.counted_as, 1, heading),
            "there are two columns with this heading.",
        )
    if missing or repeated:
        return None
    return Headings(file, tuple(headings), _read(sheet, headings, file, findings))


def _repeated(headings: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    twice = []
    for heading in filter(None, map(plain, headings)):
        if heading in seen:
            twice.append(heading)
        seen.add(heading)
    return twice


def _read(
    sheet: Sheet, headings: Sequence[str], file: str, findings: Findings
) -> tuple[tuple[int, Field], ...]:
    kept = []
    for position, heading in enumerate(headings):
        found = sheet.field(heading)
        if found is not None and found.reads is not None:
            kept.append((position, found))
        else:
            _turn_away(sheet, heading, position, file, findings)
    return tuple(kept)


def _turn_away(
    sheet: Sheet, heading: str, position: int, file: str, findings: Findings
) -> None:
    place = Place(file, sheet.counted_as, 1, heading.strip()[:60])
    if not heading.strip():
        place = Place(file, sheet.counted_as, 1, f"number {position + 1}")
        findings.add("unknown_column", place, "it has no heading: not read.")
    elif sheet.field(heading) is not None or is_identifying(heading):
        findings.add(
            "identifying_column",
            place,
            "a column that says who or where a person is: not read.",
        )
    else:
        findings.add("unknown_column", place, f"not in {sheet.title}: not read.")
