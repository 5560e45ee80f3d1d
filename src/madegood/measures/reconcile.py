"""Somebody's own list of what they counted, set beside ours: who is in which, and why.

A list is of children or of rows (episodes, plans): in one month a child may have
several rows, and a list of children cannot say which of them was meant. Ours is built
of the very rows that the number is summed from, so that what does not agree is always
a difference of lists and never of programs.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.measures.model import Repeat, judged_of
from madegood.measures.states import RowState, State
from madegood.measures.summarise import DIVIDES, divides, one_for_each_child
from madegood.measures.two_lists import (
    SIDES,
    Asked,
    By,
    Cause,
    Entry,
    Reconciled,
    Side,
)
from madegood.measures.why import why

_CAUSES: Final = {
    State.MET: Cause.OTHER_RESULT,
    State.NOT_MET: Cause.OTHER_RESULT,
    State.OVERDUE: Cause.OTHER_RESULT,
    State.PENDING: Cause.NOT_DUE,
    State.NOT_DUE: Cause.NOT_DUE,
    State.NOT_APPLICABLE: Cause.LEFT_OUT,
    State.EXCLUDED: Cause.LEFT_OUT,
    State.CENSORED: Cause.LEFT_OUT,
    State.DQ_ERROR: Cause.BAD_DATA,
}
# What is told of somebody with several rows: the one that comes nearest to counting.
_NEAREST: Final = (
    Cause.OTHER_RESULT,
    Cause.NOT_DUE,
    Cause.BAD_DATA,
    Cause.LEFT_OUT,
    Cause.OTHER_PERIOD,
    Cause.NO_PERIOD,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that could be counted, with the row that decides about it.

    key      the row's subject; of a chain, what the links belong to
    result   the state it is counted in, None where it is not counted
    within   whether it belongs to the days asked about
    """

    key: str
    row: RowState
    result: State | None
    within: bool


def kind_of(ids: Collection[str], rows: Sequence[RowState]) -> By:
    """Whether a list is of children or of rows: whichever of ours more of it is found
    among; of children where that tells nothing."""
    listed = set(ids)
    children = listed & {row.child for row in rows}
    subjects = listed & {key_of(row) for row in rows}
    return "row" if len(subjects) > len(children) else "child"


def key_of(row: RowState) -> str:
    """A row's subject without the number of its link, where it is one of a chain."""
    return row.subject.partition("#")[0]


def reconcile(
    asked: Asked,
    rows: Sequence[RowState],
    listed: Iterable[tuple[int, str]],
    *,
    by: By,
    known: AbstractSet[str],
) -> Reconciled:
    """Hold a list against ours.

    rows    every row of the measure, of whatever month
    listed  the place in the list and the id, as often as it stands there
    known   those of the ids that stand anywhere in the data, under this measure or not
    """
    theirs = _lines(listed)
    ours: dict[str, list[Told]] = {}
    for told in _told(asked, rows):
        name = told.row.child if by == "child" else told.key
        if name:
            ours.setdefault(name, []).append(told)
    entries = [
        entry
        for name in {**theirs, **ours}
        if (
            entry := _entry(
                asked, name, theirs.get(name, ()), ours.get(name, ()), known
            )
        )
    ]
    entries.sort(key=lambda e: (SIDES.index(e.side), e.cause, e.lines, e.id))
    return Reconciled(asked, by, tuple(entries))


def _lines(listed: Iterable[tuple[int, str]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for place, name in listed:
        found[name] = (*found.get(name, ()), place)
    return found


# ---- our side -------------------------------------------------------------------
def _told(asked: Asked, rows: Sequence[RowState]) -> list[Told]:
    within = [row for row in rows if asked.has(row)]
    others = [row for row in rows if not asked.has(row)]
    if isinstance(asked.measure.kind, Repeat):
        within = one_for_each_child(within)
    found = _together(asked, within, within=True)
    return [*found, *_together(asked, others, within=False)]


def _together(asked: Asked, rows: Sequence[RowState], *, within: bool) -> list[Told]:
    """One for each row; of a chain, one for each that has links: all of them that are
    due must be met."""
    chained = judged_of(asked.measure.kind).rows.chain is not None
    if not chained:
        return [Told(key_of(r), r, _result([r], asked), within) for r in rows]
    owners: dict[str, list[RowState]] = {}
    for row in rows:
        owners.setdefault(key_of(row), []).append(row)
    return [
        Told(key, _decides(links), _result(links, asked), within)
        for key, links in owners.items()
    ]


def _result(links: Sequence[RowState], asked: Asked) -> State | None:
    due = [row.state for row in links if divides(asked.measure, row, asked.as_of)]
    missed = [state for state in due if state is not State.MET]
    return missed[0] if missed else (due[0] if due else None)


def _decides(links: Sequence[RowState]) -> RowState:
    missed = (State.OVERDUE, State.NOT_MET)
    return next((row for row in links if row.state in missed), links[-1])


# ---- one of either list ---------------------------------------------------------
def _entry(
    asked: Asked,
    name: str,
    lines: tuple[int, ...],
    ours: Sequence[Told],
    known: AbstractSet[str],
) -> Entry | None:
    hits = [
        told
        for told in ours
        if told.within and told.result is not None and asked.counts(told.result)
    ]
    if hits:
        side = Side.BOTH if lines else Side.OURS
        cause = Cause.COUNTED if lines else Cause.NOT_LISTED
        says = " ".join(why(told.row) for told in hits)
        return Entry(name, side, cause, says, lines, len(hits), hits[0].row)
    if not lines:
        return None
    if not ours:
        return _nowhere(name, lines, in_data=name in known)
    cause, told = min(
        ((_cause(told), told) for told in ours),
        key=lambda pair: (_NEAREST.index(pair[0]), not pair[1].within),
    )
    return Entry(
        name, Side.THEIRS, cause, _says(asked, cause, told, ours), lines, 0, told.row
    )


def _nowhere(name: str, lines: tuple[int, ...], *, in_data: bool) -> Entry:
    if in_data:
        cause, says = (
            Cause.NO_ROW,
            ("The data has this id, and nothing about it that this measure judges."),
        )
    else:
        cause, says = (
            Cause.NOT_IN_DATA,
            (
                "No row of the data has this id. It may be another system’s, or have lost "
                "its leading noughts, or have come since the last load."
            ),
        )
    return Entry(name, Side.THEIRS, cause, says, lines, 0, None)


def _cause(told: Told) -> Cause:
    if not told.within:
        return Cause.OTHER_PERIOD if told.row.counted_on else Cause.NO_PERIOD
    if told.row.state in DIVIDES and told.result is None:
        return Cause.NOT_DUE
    return _CAUSES[told.row.state]


def _says(asked: Asked, cause: Cause, told: Told, ours: Sequence[Told]) -> str:
    if cause is not Cause.OTHER_PERIOD:
        return why(told.row)
    elsewhere = [each.row.counted_on for each in ours if not each.within]
    days = sorted({day.replace(day=1) for day in elsewhere if day is not None})
    verb = "Counted" if told.result and asked.counts(told.result) else "Judged"
    return f"{verb} in {_and([_month(day) for day in days])}. {why(told.row)}"


def _month(day: date) -> str:
    return f"{day:%B %Y}"


def _and(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
