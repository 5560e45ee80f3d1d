"""From a reading to a plan, through a person's decision on every row."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.intake.plans import Inspection, PlanReading
from madegood.plan.adopting import Adoption, adopt
from madegood.plan.draft_models import Draft, DraftRow
from madegood.plan.draft_rows import names, own_numbers, rows_of
from madegood.plan.finding import plan_called
from madegood.plan.grace import grace_fault
from madegood.plan.known import plan_known
from madegood.plan.models import Plan
from madegood.plan.naming import NotNamed
from madegood.plan.newer_rows import Differs, compared
from madegood.trail.actions import record_event

DECISIONS = ("accept", "change", "leave_out")
CHANGEABLE = {
    "recommendation": {"title"},
    "action": {"text", "owners", "progress", "delivery"},
    "outcome": {"text", "countable"},
}


class NotDecided(ValueError):
    """A draft's row, or the draft, cannot be decided so; the message says why."""


@transaction.atomic
def start_draft(*, by: User | None, reading: PlanReading, into: str = "") -> Draft:
    """Keep a reading as a draft. `by` None is the command line.

    `into` is the short name of the plan it is a newer version of: each row is then
    held against that plan's. Raises NoSuchThing where there is no such plan.
    """
    if by is not None:
        require(by, Permission.PLAN_IMPORT)
    given = reading.inspection
    held = plan_called(into) if into else None
    title = f"Improvement plan of {given.authority}" if given.authority else ""
    recommendations, renumbered = own_numbers(reading.recommendations)
    if held is not None:
        title = f"A newer version of {held.short}"
    draft = Draft.objects.create(
        title=title or f"Improvement plan ({', '.join(names(reading.files))})",
        into=held,
        inspection=_said_of(given),
        findings=[asdict(f) for f in (*reading.findings, *renumbered)],
        files=names(reading.files),
        started_at=now(),
        started_by=by,
    )
    rows = [row for r in recommendations for row in rows_of(r)]
    if held is not None:
        rows = compared(plan_known(held, now()), rows)
    DraftRow.objects.bulk_create(
        DraftRow(draft=draft, order=order, **row) for order, row in enumerate(rows)
    )
    record_event(
        by=by, kind="draft_started", subject=draft, label=draft.title, rows=len(rows)
    )
    return draft


def _said_of(given: Inspection) -> dict[str, Any]:
    """What the report that was read with the plan says of its inspection."""
    return {
        "authority": given.authority or "",
        "framework": given.kind or "",
        "from": given.inspected_from,
        "to": given.inspected_to,
        "published": given.published,
        "judgements": dict(given.judgements),
        "priority_action": given.priority_action,
        "recommendations": {i.number: i.text for i in given.recommendations},
    }


@transaction.atomic
def decide_row(
    *,
    by: User,
    row_id: int,
    decision: str,
    changed: Mapping[str, Any] | None = None,
) -> DraftRow:
    """Accept a row, change it first, or leave it out. It may be decided again until
    the draft is confirmed. Raises NotDecided, Refused."""
    require(by, Permission.PLAN_IMPORT)
    # The draft is held, not the row: no row may be decided while it is confirmed.
    draft = Draft.objects.select_for_update().get(rows=row_id)
    _refuse_confirmed(draft)
    row = draft.rows.get(pk=row_id)
    if decision not in DECISIONS:
        raise NotDecided(f"“{decision}” is not one of {', '.join(DECISIONS)}.")
    changed = dict(changed or {}) if decision == "change" else {}
    # What is gone from the newer version has no words to change, only a reason.
    may_change = {"why"} if row.differs == Differs.GONE else CHANGEABLE[row.kind]
    unknown = set(changed) - may_change
    if unknown or (decision == "change" and not changed):
        allowed = ", ".join(sorted(may_change))
        raise NotDecided(f"Say what to change on {row}: one of {allowed}.")
    row.decision, row.changed, row.in_one_act = decision, changed, False
    row.decided_at, row.decided_by = now(), by
    row.save()
    record_event(
        by=by,
        kind="draft_row_decided",
        subject=draft,
        decision=decision.replace("_", " "),
        row=row.number,
    )
    return row


@transaction.atomic
def accept_rest(*, by: User, draft_id: int) -> int:
    """Accept every row not yet decided, in one act that is recorded as such."""
    require(by, Permission.PLAN_IMPORT)
    draft = Draft.objects.select_for_update().get(pk=draft_id)
    _refuse_confirmed(draft)
    rest = draft.rows.filter(decision="").exclude(differs=Differs.SAME)
    count = rest.update(
        decision="accept", in_one_act=True, decided_at=now(), decided_by=by
    )
    record_event(by=by, kind="draft_rest_accepted", subject=draft, rows=count)
    return count


@transaction.atomic
def confirm_draft(
    *,
    by: User,
    draft_id: int,
    adopted_on: date,
    tested_from: date | None = None,
    short: str = "",
    main: bool | None = None,
    title: str = "",
) -> Plan:
    """Make the draft a plan. Raises NotDecided while any row is undecided, and where
    the plan cannot be called by that short name."""
    require(by, Permission.PLAN_IMPORT)
    draft = Draft.objects.select_for_update().get(pk=draft_id)
    refuse_unready(draft)
    if draft.into is not None:
        raise NotDecided(
            f"This draft is a newer version of {draft.into.short}: it changes that plan "
            "and makes no plan of its own."
        )
    _refuse_days(adopted_on, tested_from)
    given = Adoption(adopted_on, tested_from, short, main)
    try:
        plan = adopt(by=by, draft=draft, given=given)
    except NotNamed as fault:
        raise NotDecided(str(fault)) from None
    if title:
        plan.title = title
        plan.save(update_fields=["title"])
    draft.plan, draft.confirmed_at = plan, now()
    draft.save(update_fields=["plan", "confirmed_at"])
    kept = draft.rows.exclude(decision="leave_out")
    record_event(
        by=by,
        kind="draft_confirmed",
        subject=draft,
        actions=kept.filter(kind="action").count(),
        outcomes=kept.filter(kind="outcome").count(),
    )
    return plan


def refuse_unready(draft: Draft) -> None:
    """Raises NotDecided where the draft cannot be confirmed yet, or any more."""
    _refuse_confirmed(draft)
    _refuse_undecided(draft)
    _refuse_orphans(draft)


def refuse_to_come(adopted_on: date) -> None:
    if adopted_on > today():
        raise NotDecided(
            "The plan cannot have been adopted on a day still to come. Give the day it "
            "was, or confirm it then."
        )


def _refuse_days(adopted_on: date, tested_from: date | None) -> None:
    refuse_to_come(adopted_on)
    if fault := grace_fault(adopted_on, tested_from):
        raise NotDecided(f"{fault}.")


def _refuse_confirmed(draft: Draft) -> None:
    if draft.confirmed_at is not None:
        raise NotDecided(
            f"{draft.title} was confirmed on {draft.confirmed_at:%-d %B %Y}. Change the "
            "plan itself instead; each change is kept beside what it was."
        )


def _refuse_undecided(draft: Draft) -> None:
    undecided = draft.rows.filter(decision="").exclude(differs=Differs.SAME)
    waiting = undecided.count()
    if waiting:
        rows = "1 row" if waiting == 1 else f"{waiting} rows"
        verb = "is" if waiting == 1 else "are"
        raise NotDecided(
            f"{rows} of {draft.title} {verb} not decided yet. Accept, change or "
            "leave out each of them, or accept the rest in one act; then confirm."
        )


def _refuse_orphans(draft: Draft) -> None:
    """An accepted row has nowhere to go where its recommendation was left out."""
    new = draft.rows.filter(differs__in=("", Differs.ADDED))
    gone = new.filter(kind="recommendation", decision="leave_out")
    for number in gone.values_list("number", flat=True):
        kept = new.filter(recommendation=number).exclude(decision="leave_out")
        if kept.exists():
            these = ", ".join(kept.values_list("number", flat=True))
            raise NotDecided(
                f"Recommendation {number} is left out, but {these} under it is not. "
                "Leave that out too, or accept the recommendation."
            )
