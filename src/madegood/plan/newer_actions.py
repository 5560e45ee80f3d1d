"""Taking a newer version of a plan into the plan itself, keeping all that was said.

Nothing is replaced: words that change leave what they were, dates move with who agreed
and why, new claims stand after the old ones, posts that no longer own an action are
kept as having owned it, and what the newer version has no more is marked, not removed.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.plan.adopting import put_action, put_outcome, said_now
from madegood.plan.days import whole_day
from madegood.plan.draft_models import Draft, DraftRow, Rewording
from madegood.plan.drafting import NotDecided, refuse_to_come, refuse_unready
from madegood.plan.models import (
    Action,
    ClaimRecord,
    DateMove,
    ExpectedOutcome,
    Plan,
    Recommendation,
)
from madegood.plan.newer import Differs
from madegood.plan.owner_models import LONGEST_POST, Ownership, Post
from madegood.plan.progress import FEWEST_WORDS, Delivery
from madegood.trail.actions import record_event

__all__ = ["Agreed", "adopt_newer"]

Part = Recommendation | Action | ExpectedOutcome
_MODELS: dict[str, type[Recommendation] | type[Action] | type[ExpectedOutcome]] = {
    "recommendation": Recommendation,
    "action": Action,
    "outcome": ExpectedOutcome,
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a person says of the whole newer version.

    on   the day it was adopted: what it says of its actions was said on this day
    by   who agreed the dates it moves
    why  why dates moved and rows are gone, where a row has no reason of its own
    """

    on: date
    by: str = ""
    why: str = ""


@transaction.atomic
def adopt_newer(*, by: User, draft_id: int, agreed: Agreed) -> Plan:
    """Change the plan by every row that was accepted. Raises NotDecided, Refused."""
    require(by, Permission.PLAN_IMPORT)
    draft = Draft.objects.select_for_update().get(pk=draft_id)
    refuse_unready(draft)
    refuse_to_come(agreed.on)
    plan = draft.into
    if plan is None:
        raise NotDecided("This draft is a plan of its own. Confirm it as one.")
    rows = list(draft.rows.exclude(decision="leave_out").exclude(differs=Differs.SAME))
    _refuse_no_reason(rows, agreed)
    taking = _Taking(by, plan, draft, agreed)
    for row in rows:
        taking.take(row)
    draft.plan, draft.confirmed_at = plan, now()
    draft.save(update_fields=["plan", "confirmed_at"])
    plan.files = [*plan.files, *(f for f in draft.files if f not in plan.files)]
    plan.save(update_fields=["files"])
    counts = Counter(row.differs for row in rows)
    record_event(
        by=by,
        kind="newer_adopted",
        subject=plan,
        label=f"{plan.short} ({plan.title})",
        why=agreed.why,
        changed=counts[Differs.CHANGED],
        added=counts[Differs.ADDED],
        gone=counts[Differs.GONE],
    )
    return plan


def _refuse_no_reason(rows: Iterable[DraftRow], agreed: Agreed) -> None:
    enough = len(agreed.why.split()) >= FEWEST_WORDS
    gone = [r for r in rows if r.differs == Differs.GONE]
    bare = [r for r in gone if len(r.changed.get("why", "").split()) < FEWEST_WORDS]
    if bare and not enough:
        these = ", ".join(row.number for row in bare[:5])
        raise NotDecided(
            f"The newer version has no {these} any more. Say why, in at least three "
            "words, for each of them or for all."
        )
    moved = [r for r in rows if any(d["what"] == "date" for d in r.differences)]
    moved = [r for r in moved if r.differs == Differs.CHANGED]
    if moved and (not enough or not agreed.by.strip()):
        these = ", ".join(row.number for row in moved[:5])
        raise NotDecided(
            f"The date of {these} moves. Say who agreed it, and why, in at least three "
            "words."
        )


@dataclass(frozen=True)
class _Taking:
    by: User
    plan: Plan
    draft: Draft
    agreed: Agreed

    def take(self, row: DraftRow) -> None:
        if row.differs == Differs.ADDED:
            self._add(row)
            return
        assert row.matches is not None  # whatever is not added matches something
        held = _MODELS[row.kind].objects.select_for_update().get(pk=row.matches)
        if row.differs == Differs.GONE:
            self._leave_out(held, row)
        else:
            self._change(held, row)

    def _leave_out(self, held: Part, row: DraftRow) -> None:
        why = row.changed.get("why", "").strip() or self.agreed.why
        held.left_out_on, held.left_out_why = self.agreed.on, why
        held.save(update_fields=["left_out_on", "left_out_why"])
        record_event(by=self.by, kind="part_left_out", subject=held, why=why)

    def _add(self, row: DraftRow) -> None:
        made: Part
        if row.kind == "recommendation":
            said = said_now(row)
            taken = _numbers(Recommendation.objects.filter(plan=self.plan))
            made = Recommendation.objects.create(
                plan=self.plan,
                number=_free(row.number, taken),
                order=row.order,
                title=said["title"],
                title_source=said["title_source"],
                source=row.source,
            )
        elif row.kind == "action":
            within = self._within(row)
            number = _free(_under(within, row), _numbers(within.actions.all()))
            made = put_action(self.by, within, row, self.agreed.on, number)
        else:
            within = self._within(row)
            number = _free(_under(within, row), _numbers(within.outcomes.all()))
            made = put_outcome(within, row, number)
        made.added_on = self.agreed.on
        made.save(update_fields=["added_on"])
        row.matches = made.pk
        row.save(update_fields=["matches"])
        record_event(by=self.by, kind="part_added", subject=made)

    def _within(self, row: DraftRow) -> Recommendation:
        """The recommendation a new row is under, which the draft has matched already."""
        head = self.draft.rows.get(
            kind="recommendation",
            number=row.recommendation,
            differs__in=(Differs.SAME, Differs.CHANGED, Differs.ADDED),
        )
        assert head.matches is not None  # rows of recommendations were taken first
        return Recommendation.objects.get(pk=head.matches)

    def _change(self, held: Part, row: DraftRow) -> None:
        said = said_now(row)
        changes: dict[str, Callable[[], None]] = {
            "back": lambda: self._bring_back(held),
            "words": lambda: self._reword(held, said.get("text") or said["title"]),
        }
        if isinstance(held, Action):
            changes |= {
                "date": lambda: self._move(held, whole_day(said["due"])),
                "owners": lambda: self._hand_over(held, said["owners"]),
            }
        # Words that a person corrected on the way in are taken whatever was read.
        found = {each["what"] for each in row.differences}
        found |= {"words"} & (
            {"words"} if {"text", "title"} & set(row.changed) else set()
        )
        found |= {"owners"} if "owners" in row.changed else set()
        for what, change in changes.items():
            if what in found:
                change()
        claims = {"delivery", "progress"}
        if isinstance(held, Action) and claims & (found | set(row.changed)):
            self._claim(held, Delivery(said["delivery"]), said["progress"])

    def _bring_back(self, held: Part) -> None:
        held.left_out_on = held.left_out_why = None
        held.save(update_fields=["left_out_on", "left_out_why"])
        record_event(by=self.by, kind="part_back", subject=held)

    def _reword(self, held: Part, to: str) -> None:
        name = "title" if isinstance(held, Recommendation) else "text"
        was = getattr(held, name)
        if was == to:
            return
        kind = next(kind for kind, model in _MODELS.items() if isinstance(held, model))
        Rewording.objects.create(
            plan=self.plan,
            kind=kind,
            part=held.pk,
            was=was,
            recorded_at=now(),
            recorded_by=self.by,
        )
        setattr(held, name, to)
        held.save(update_fields=[name])
        record_event(by=self.by, kind="part_reworded", subject=held, was=was, to=to)

    def _move(self, held: Action, to: date | None) -> None:
        if to is None or to == held.due:
            return
        DateMove.objects.create(
            action=held,
            was=held.due,
            to=to,
            agreed_by=self.agreed.by[:200],
            why=self.agreed.why,
            recorded_at=now(),
            recorded_by=self.by,
        )
        held.original_due, held.due = held.original_due or to, to
        held.save(update_fields=["original_due", "due"])
        record_event(
            by=self.by,
            kind="date_moved",
            subject=held,
            why=self.agreed.why,
            to=f"{to:%-d %B %Y}",
            agreed_by=self.agreed.by,
        )

    def _hand_over(self, held: Action, owners: list[str]) -> None:
        """Posts that own it no more are kept as having owned it until that day."""
        day = self.agreed.on
        for owned in held.ownerships.filter(end__isnull=True):
            owned.end = max(day, owned.start or day)
            owned.save(update_fields=["end"])
        titles = dict.fromkeys(title[:LONGEST_POST] for title in owners)
        for place, title in enumerate(titles):
            post, _ = Post.objects.get_or_create(title=title)
            Ownership.objects.create(
                action=held, post=post, accountable=place == 0, start=day
            )
        record_event(
            by=self.by, kind="owners_read", subject=held, owners="; ".join(titles)
        )

    def _claim(self, held: Action, delivery: Delivery, words: str) -> None:
        ClaimRecord.objects.create(
            action=held,
            delivery=delivery.value,
            words=words,
            said_on=self.agreed.on,
            recorded_at=now(),
            recorded_by=self.by,
        )


def _numbers(rows: Iterable[Part]) -> set[str]:
    return {row.number for row in rows}


def _under(within: Recommendation, row: DraftRow) -> str:
    return f"{within.number}.{row.number.rpartition('.')[2]}"


def _free(number: str, taken: set[str]) -> str:
    """The number itself, or the next that no part ever had: a number that was given
    once is in papers and minutes, and never means another thing."""
    if number not in taken:
        return number
    before, dot, last = number.rpartition(".")
    if last.isdigit():
        used = [
            int(n.rpartition(".")[2]) for n in taken if n.rpartition(".")[2].isdigit()
        ]
        return f"{before}{dot}{max(used) + 1}"
    letters = [n.rpartition(".")[2] for n in taken]
    free = (c for c in "abcdefghijklmnopqrstuvwxyz" if c not in letters)
    return f"{before}{dot}{next(free, f'{last}-2')}"
