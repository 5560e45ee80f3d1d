"""Writing a decided draft into the ledger as the plan."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from madegood.accounts.models import User
from madegood.clock.today import now
from madegood.intake.plans import Countability
from madegood.plan.days import whole_day
from madegood.plan.draft_models import Draft, DraftRow
from madegood.plan.inspection_kinds import Kind, kind_of
from madegood.plan.inspection_models import Inspection
from madegood.plan.models import (
    Action,
    ClaimRecord,
    ExpectedOutcome,
    Finding,
    Plan,
    Recommendation,
)
from madegood.plan.naming import becomes_main, named
from madegood.plan.owner_models import LONGEST_POST, Ownership, Post
from madegood.plan.progress import Delivery

_SAID_BY_A_REPORT = ("framework", "from", "published", "judgements", "recommendations")


@dataclass(frozen=True, slots=True)
class Adoption:
    """How a draft becomes a plan.

    tested_from  until this day nothing is judged
    short        what the plan is called; "" has it called by its kind and year
    main         whether it is the main plan now; None leaves that to its kind
    """

    adopted_on: date
    tested_from: date | None = None
    short: str = ""
    main: bool | None = None


def adopt(*, by: User, draft: Draft, given: Adoption) -> Plan:
    """Every row that was accepted or changed. Claims stay claims: "said complete".
    Raises NotNamed."""
    adopted_on = given.adopted_on
    plan = _plan(draft, given)
    Finding.objects.bulk_create(Finding(plan=plan, **f) for f in draft.findings)
    held: dict[str, Recommendation] = {}
    for row in draft.rows.exclude(decision="leave_out"):
        if row.kind == "recommendation":
            held[row.number] = _recommendation(plan, draft, row)
        elif row.recommendation in held and row.kind == "action":
            put_action(by, held[row.recommendation], row, adopted_on)
        elif row.recommendation in held:
            put_outcome(held[row.recommendation], row)
    return plan


def _plan(draft: Draft, how: Adoption) -> Plan:
    given = draft.inspection
    kind = kind_of(given["framework"])
    inspected = (
        whole_day(given["to"]) or whole_day(given["published"]) or how.adopted_on
    )
    main = becomes_main(kind, asked=how.main)
    plan = Plan.objects.create(
        title=draft.title,
        short=named(how.short, kind, inspected),
        main_from=how.adopted_on if main else None,
        authority=given["authority"],
        adopted_on=how.adopted_on,
        tested_from=how.tested_from,
        files=draft.files,
    )
    if any(given[about] for about in _SAID_BY_A_REPORT):
        _inspection(plan, kind, given)
    return plan


def _inspection(plan: Plan, kind: Kind, given: dict[str, Any]) -> None:
    """The inspection that the report read in with the plan tells of."""
    started, ended = whole_day(given["from"]), whole_day(given["to"])
    # One day alone tells no length, nor do two that stand the wrong way round.
    whole = started is not None and ended is not None and started <= ended
    asked = given["recommendations"].items()
    Inspection.objects.create(
        kind=kind.value,
        authority=given["authority"][:200],
        started=started if whole else None,
        ended=ended if whole else None,
        published=whole_day(given["published"]),
        judgements=given["judgements"],
        priority_action=bool(given.get("priority_action")),
        recommendations=[{"number": n, "text": text} for n, text in asked],
        plan=plan,
    )


def _recommendation(plan: Plan, draft: Draft, row: DraftRow) -> Recommendation:
    said = said_now(row)
    return Recommendation.objects.create(
        plan=plan,
        number=row.number,
        order=row.order,
        title=said["title"],
        title_source="person" if "title" in row.changed else said["title_source"],
        in_report=draft.inspection["recommendations"].get(row.number, ""),
        source=row.source,
    )


def put_action(
    by: User,
    recommendation: Recommendation,
    row: DraftRow,
    adopted_on: date,
    number: str = "",
) -> Action:
    """An accepted row as an action, under its own number or another."""
    said = said_now(row)
    due = whole_day(said["due"])
    action = Action.objects.create(
        recommendation=recommendation,
        number=number or row.number,
        order=row.order,
        text=said["text"],
        original_due=due,
        due=due,
        refers_to=said["refers_to"],
        commitments=said["commitments"],
        source=row.source,
    )
    ClaimRecord.objects.create(
        action=action,
        delivery=Delivery(said["delivery"]).value,
        words=said["progress"],
        said_on=adopted_on,
        recorded_at=now(),
        recorded_by=by,
    )
    titles = dict.fromkeys(title[:LONGEST_POST] for title in said["owners"])
    for place, title in enumerate(titles):
        post, _ = Post.objects.get_or_create(title=title)
        Ownership.objects.create(action=action, post=post, accountable=place == 0)
    return action


def put_outcome(
    recommendation: Recommendation, row: DraftRow, number: str = ""
) -> ExpectedOutcome:
    """An accepted row as an expected outcome, under its own number or another."""
    said = said_now(row)
    return ExpectedOutcome.objects.create(
        recommendation=recommendation,
        number=number or row.number,
        order=row.order,
        text=said["text"],
        countability=_countability(said["countable"]),
        because=said["because"],
        source=row.source,
    )


def _countability(kept: str | bool) -> str:  # noqa: FBT001 - as it was kept
    """A draft of before there were three answers kept a yes or a no."""
    if isinstance(kept, bool):
        return (Countability.COUNTABLE if kept else Countability.NOT).value
    return Countability(kept).value


def said_now(row: DraftRow) -> dict[str, Any]:
    """What was read, with what a person changed."""
    return {**row.read, **row.changed}
