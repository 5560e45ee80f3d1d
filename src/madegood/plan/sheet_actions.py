"""A sheet of actions that came back: tried first, then taken as it was shown.

Each row is whole or not at all, and is changed by the actions the pages use: so what
they refuse, an owner that is no post or "complete" without evidence, is refused here.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.plan.actions import NoSuchThing, NotSaid
from madegood.plan.sheet import SheetRow, every_sheet_row
from madegood.plan.sheet_changes import locked_faults, steps
from madegood.plan.sheet_columns import NAMED
from madegood.plan.sheet_reading import Wish
from madegood.plan.sheet_steps import Refused, Step
from madegood.trail.actions import record_event

__all__ = ["Becomes", "NotAsShown", "RowState", "RowTried", "shown_as", "take_sheet"]
__all__ += ["try_sheet"]


class NotAsShown(NotSaid):
    """Something has changed since the preview; nothing was taken."""


class RowState(StrEnum):
    CHANGES = "changes"
    SAME = "same"
    STALE = "stale"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Becomes:
    column: str
    was: str
    to: str


@dataclass(frozen=True, slots=True)
class RowTried:
    """What would become of one row. `column` is the one a fault is in, by its name."""

    row: int
    number: str
    text: str
    state: RowState
    changes: tuple[Becomes, ...] = ()
    column: str = ""
    fault: str = ""


def try_sheet(*, by: User, wishes: Sequence[Wish]) -> list[RowTried]:
    """What each row would do. It is really done, and taken back."""
    require(by, Permission.PLAN_MANAGE)
    with transaction.atomic():
        tried = _each(by, wishes)
        transaction.set_rollback(True)
    return tried


@transaction.atomic
def take_sheet(*, by: User, wishes: Sequence[Wish], shown: str, name: str) -> int:
    """Make the changes that were shown, and no others; how many rows changed. Rows that
    were refused or are stale stay as they are. Raises NotAsShown."""
    require(by, Permission.PLAN_MANAGE)
    tried = _each(by, wishes)
    if shown_as(tried) != shown:
        raise NotAsShown(
            "The plan has changed since this was shown to you. Nothing was changed. Look "
            "at it again, and accept it as it is now."
        )
    counts = Counter(row.state for row in tried)
    if counts[RowState.CHANGES]:
        record_event(
            by=by,
            kind="sheet_taken",
            subject="plan",
            label=f"“{name}”",
            changed=counts[RowState.CHANGES],
            left=counts[RowState.STALE] + counts[RowState.REFUSED],
        )
    return counts[RowState.CHANGES]


def shown_as(tried: Sequence[RowTried]) -> str:
    """What stands for all that was shown, so that nothing else is accepted."""
    return hashlib.sha256(repr(list(tried)).encode()).hexdigest()


def _each(by: User, wishes: Sequence[Wish]) -> list[RowTried]:
    held = every_sheet_row(now())
    rows: dict[str, list[int]] = {}
    for wish in wishes:
        rows.setdefault(wish.number, []).append(wish.row)
    return [_one(by, wish, held.get(wish.number), rows[wish.number]) for wish in wishes]


def _one(by: User, wish: Wish, held: SheetRow | None, rows: list[int]) -> RowTried:
    if held is None:
        says = (
            f"No plan that is tested has the action “{wish.number[:40]}”. Put the number "
            "back as the download had it; an action is added on the plan’s pages."
        )
        return _refused(wish, wish.number, "", Refused("number", says))
    if len(rows) > 1:
        these = ", ".join(map(str, rows))
        says = f"The action stands in rows {these}. Keep one of them."
        return _refused(wish, held.said, held.action.text, Refused("number", says))
    meant: list[Step] = []
    fault: Refused | None = None
    try:
        meant.extend(steps(by, held, wish))
    except Refused as refused:
        fault = refused
    if fault is None and wish.cells["version"] == held.version:
        # Of an older download nobody can tell who changed these.
        fault = next(locked_faults(held, wish), None)
    if not meant and fault is None:
        return RowTried(wish.row, held.said, held.action.text, RowState.SAME)
    if (stale := _stale(wish, held)) is not None:
        return stale
    if fault is not None:
        return _refused(wish, held.said, held.action.text, fault)
    return _made(wish, held, meant)


def _stale(wish: Wish, held: SheetRow) -> RowTried | None:
    version = wish.cells["version"]
    if version == held.version:
        return None
    if not version:
        says = "The version is gone. Put it back as the download had it."
        return _refused(wish, held.said, held.action.text, Refused("version", says))
    return RowTried(
        wish.row,
        held.said,
        held.action.text,
        RowState.STALE,
        column=NAMED["version"].name,
        fault="It has changed in Madegood since the file was downloaded. Download the "
        "actions again and make this change there.",
    )


def _made(wish: Wish, held: SheetRow, meant: Sequence[Step]) -> RowTried:
    """Every step of the row, or none."""
    at = meant[0]
    try:
        with transaction.atomic():
            for at in meant:
                at.act()
    except (NotSaid, NoSuchThing) as refused:
        return _refused(
            wish,
            held.said,
            held.action.text,
            Refused(_where(at, refused), str(refused)),
        )
    changes = tuple(Becomes(NAMED[s.column].name, s.was, s.becomes) for s in meant)
    return RowTried(wish.row, held.said, held.action.text, RowState.CHANGES, changes)


def _where(step: Step, refused: Exception) -> str:
    """The column to write in: what is lacking has one of its own."""
    lacks = refused.lacks if isinstance(refused, NotSaid) else ""
    return lacks or step.column


def _refused(wish: Wish, number: str, text: str, fault: Refused) -> RowTried:
    name = NAMED[fault.column].name
    return RowTried(
        wish.row, number, text, RowState.REFUSED, column=name, fault=str(fault)
    )
