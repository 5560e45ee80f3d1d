"""A plan's actions as rows of a sheet, each with a version that tells whether it has
changed since it was taken away."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from madegood.plan.numbers import own, qualified
from madegood.plan.plans import every_live_plan, plan
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.views import ActionView, PlanView
from madegood.plan.working import working
from madegood.plan.working_views import MilestoneView, WorkingView

Cell = str | date | int | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One action as it is now. `said` is its number as pages say it."""

    said: str
    action: ActionView
    milestones: tuple[MilestoneView, ...]
    cells: dict[str, Cell]

    @property
    def number(self) -> str:
        return str(self.cells["number"])

    @property
    def version(self) -> str:
        return str(self.cells["version"])


def sheet_rows(at: datetime, short: str = "") -> list[SheetRow]:
    """The actions of a plan, in its order. Raises NoSuchThing."""
    return _rows(plan(at, short), at)


def every_sheet_row(at: datetime) -> dict[str, SheetRow]:
    """Those of every plan that is tested, by the numbers the sheet gives them."""
    rows = (row for one in every_live_plan(at) for row in _rows(one, at))
    return {row.number: row for row in rows}


def _rows(of: PlanView, at: datetime) -> list[SheetRow]:
    actions = [action for rec in of.recommendations for action in rec.actions]
    work = working(actions, at)
    return [_row(of.short, action, work[action.id]) for action in actions]


def _row(short: str, action: ActionView, work: WorkingView) -> SheetRow:
    posts = [owner.post for owner in action.owner_views if owner.accountable]
    others = [owner.post for owner in action.owner_views if not owner.accountable]
    cells: dict[str, Cell] = {
        # With the plan's name always: a spreadsheet makes 4.1 of a bare 4.10.
        "number": qualified(short, own(action.number)),
        "text": action.text,
        "accountable": "; ".join(posts),
        "others": "; ".join(others),
        "delivery": DELIVERY_WORDS[action.delivery],
        "words": action.progress,
        "due": action.due,
        "milestones": "\n".join(milestone_line(each) for each in work.milestones),
        "first_due": action.original_due,
        "left_out": action.left_out_why,
    }
    stamp = _stamp([action.id, *cells.values()])
    return SheetRow(
        said=action.number,
        action=action,
        milestones=work.milestones,
        cells=cells
        | {
            "agreed_by": "",
            "why": "",
            "late": work.lateness.words if work.lateness.late else "",
            "evidence": len(action.evidence),
            "version": stamp,
        },
    )


def milestone_line(step: MilestoneView) -> str:
    """'2027-03-31: Contract signed', and what became of it."""
    said = {"done": f" (done {step.said_on})", "left": " (dropped)"}
    return f"{step.due.isoformat()}: {step.title}{said.get(step.state, '')}"


def _stamp(said: Iterable[object]) -> str:
    """Letters before it, so that no spreadsheet takes it for a number."""
    whole = json.dumps([str(each) for each in said]).encode()
    return f"v-{hashlib.sha256(whole).hexdigest()[:16]}"
