"""What is noted between the rows of different children's files, once all are read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from madegood.intake.checks import strays
from madegood.intake.findings import Findings, Place, Severity
from madegood.intake.finishing import Lost
from madegood.intake.merging import Merged, merged
from madegood.intake.overlaps import overlapping_periods
from madegood.intake.reading import Part
from madegood.intake.repeats import RepeatGroup, named
from madegood.record.schema import Table
from madegood.record.snapshot import Snapshot
from madegood.record.tables import MISSING_EPISODES

_KNOWN_BY: Final = (
    "Take one of the two rows out, or correct what should tell them apart: where a "
    "file has no id for such a thing, it is known by its child and its dates."
)


def between_rows(
    parts: Sequence[Part], names: Sequence[str], findings: Findings
) -> None:
    """Periods that overlap within a source; references to what no file holds."""
    for part in parts:
        if part.table == MISSING_EPISODES.name:
            _note_overlaps(part, names, findings)
    whole = merged(parts)
    snapshot = Snapshot({name: one.rows for name, one in whole.items()})
    for reference, index in strays(snapshot):
        findings.add(
            "stray_reference",
            _place(whole[reference.table], index, names, reference.column),
            f"this {reference.column} is not in {reference.to}.",
        )


def _note_overlaps(part: Part, names: Sequence[str], findings: Findings) -> None:
    for overlap in overlapping_periods(part.rows):
        places = [_place(part, at, names, None) for at in (overlap.one, overlap.other)]
        first, second = sorted(places, key=lambda at: (at.file, at.row or 0))
        where = "" if first.file == second.file else f" of {first.file}"
        findings.add(
            "overlap",
            second,
            f"this period overlaps the same child's period in row {first.row:,}{where}.",
        )


def _place(
    held: Part | Merged, index: int, names: Sequence[str], column: str | None
) -> Place:
    at = held.origin.slice(index, 1).to_pylist()[0]
    about = named(held.rows, index)
    return Place(names[at["file"]], at["sheet"], at["row"], column, *about)


def note_lost(lost: Lost, names: Sequence[str], findings: Findings) -> None:
    """Say of each row of which nothing could be made why it is set aside."""
    about = Place(names[lost.file], lost.sheet)
    room = findings.room("no_referent", about)
    for at in range(min(room, len(lost.numbers))):
        place = replace(
            about,
            row=lost.numbers[at].as_py(),
            team=lost.teams[at].as_py(),
            child=lost.children[at].as_py(),
        )
        findings.add("no_referent", place, lost.says)
    if len(lost.numbers) > room:
        findings.more("no_referent", about, len(lost.numbers) - room)


def note_repeats(
    group: RepeatGroup,
    table: Table,
    names: Sequence[str],
    findings: Findings,
    *,
    grave: bool,
) -> None:
    """Say of each repeat which row it repeats; past a few thousand, only how many."""
    code = "superseded" if group.superseded else "repeated_key"
    columns = ", ".join(table.identity)
    about = Place(names[group.file], group.sheet, None, columns)
    room = findings.room(code, about)
    for repeat in group.first(room):
        before = repeat.before
        where = "" if before.file == group.file else f" of {names[before.file]}"
        if group.superseded:
            says = f"row {before.row:,}{where}, a later return, says this again."
        else:
            says = _says_again(table, f"row {before.row:,}{where}", group, grave=grave)
        place = replace(about, row=repeat.at.row, team=repeat.team, child=repeat.child)
        severity = Severity.ERROR if grave else Severity.WARNING
        remedy = "" if grave or group.superseded else _KNOWN_BY
        findings.add(code, place, says, remedy=remedy, severity=severity)
    if group.count > room:
        findings.more(code, about, group.count - room)


def _says_again(table: Table, before: str, group: RepeatGroup, *, grave: bool) -> str:
    key = " and ".join(table.identity)
    if not group.counted:
        return (
            f"it says something else of the {key} that {before} tells of, and what "
            "that row says is kept."
        )
    also = ", with the same recorded_at," if grave else ""
    were = "were" if len(table.identity) > 1 else "was"
    return f"the same {key}{also} {were} given in {before}."
