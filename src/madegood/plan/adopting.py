"""Writing a decided draft into the ledger as the plan."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from madegood.accounts.models import User
from madegood.clock.moments import NotAMoment, parse_date
from madegood.clock.today import now
from madegood.intake.plans import Countability
from madegood.plan.draft_models import Draft, DraftRow
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
            _action(by, held[row.recommendation], row, adopted_on)
        elif row.recommendation in held:
            _outcome(held[row.recommendation], row)
    return plan


def _plan(draft: Draft, how: Adoption) -> Plan:
    given = draft.inspection
    framework = given["framework"]
    inspected = _day(given["to"]) or _day(given["published"]) or how.adopted_on
    main = becomes_main(framework, asked=how.main)
    return Plan.objects.create(
        title=draft.title,
        short=named(how.short, framework, inspected),
        main_from=how.adopted_on if main else None,
        authority=given["authority"],
        framework=framework,
        inspected_from=_day(given["from"]),
        inspected_to=_day(given["to"]),
        published=_day(given["published"]),
        judgements=given["judgements"],
        adopted_on=how.adopted_on,
        tested_from=how.tested_from,
        files=draft.files,
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


def _action(
    by: User, recommendation: Recommendation, row: DraftRow, adopted_on: date
) -> None:
    said = said_now(row)
    due = _day(said["due"])
    action = Action.objects.create(
        recommendation=recommendation,
        number=row.number,
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


def _outcome(recommendation: Recommendation, row: DraftRow) -> None:
    said = said_now(row)
    ExpectedOutcome.objects.create(
        recommendation=recommendation,
        number=row.number,
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


def _day(text: str | None) -> date | None:
    """A whole date, or None: "summer 2021" is kept among the source's words."""
    try:
        return parse_date(text) if text else None
    except NotAMoment:
        return None
