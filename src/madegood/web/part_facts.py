"""What stands beside an action or an expected outcome: owners, dates, and the like."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from madegood.assurance.views import ActionStanding, OutcomeStanding
from madegood.intake.plans import COUNTABILITY_WORDS
from madegood.plan.cycles import every_of
from madegood.plan.views import ActionView, OutcomeView, OwnerView
from madegood.web.words import day, sentence


@dataclass(frozen=True)
class Fact:
    """`links` are where the lines lead, in their order; () where they lead nowhere."""

    term: str
    lines: tuple[str, ...]
    links: tuple[str, ...] = ()


def facts_of(
    part: ActionStanding | OutcomeStanding, goes_to: Mapping[str, str]
) -> list[Fact]:
    """Every fact there is something to say of. `goes_to` is, for each vacant post, the
    one to which what waits for it goes."""
    if isinstance(part, OutcomeStanding):
        return _of_outcome(part)
    detail = part.detail
    several = len(detail.owner_views) > 1
    owners = tuple(
        _owner(owner, goes_to, several=several) for owner in detail.owner_views
    )
    links = tuple(reverse("post", args=[o.post_id]) for o in detail.owner_views)
    due: tuple[str, ...] = (
        (day(detail.due),) if detail.due else ("No date was ever set",)
    )
    if detail.original_due and detail.original_due != detail.due:
        due += (f"Originally {day(detail.original_due)}",)
    facts = [
        _left_out(detail),
        Fact("Who owns it", owners or ("Nobody is named",), links),
        Fact("Date", due),
        Fact("Promises in its words", tuple(map(sentence, _dated(detail.commitments)))),
        Fact("Speaks of", tuple(map(_named, detail.refers_to))),
    ]
    return [fact for fact in facts if fact.lines]


def _dated(promises: tuple[str, ...]) -> list[str]:
    """Those that name a time; what is promised every so often has its own section."""
    return [promise for promise in promises if every_of(promise) is None]


def _left_out(detail: ActionView | OutcomeView) -> Fact:
    """That a newer version of the plan has it no more. It is still tested: a promise is
    not undone by no longer being printed."""
    if detail.left_out_on is None:
        return Fact("Left out of the newer version", ())
    said = (day(detail.left_out_on), detail.left_out_why, "It is still tested")
    return Fact("Left out of the newer version", said)


def _owner(owner: OwnerView, goes_to: Mapping[str, str], *, several: bool) -> str:
    said = f"{owner.post} ({owner.holder})" if owner.holder else owner.post
    if several and owner.accountable:
        said += ", who answers for it"
    if owner.post in goes_to:
        return f"{said}: vacant, so what waits for it goes to the {goes_to[owner.post]}"
    return said


def _of_outcome(part: OutcomeStanding) -> list[Fact]:
    facts = [Fact("Can it be counted?", _counted(part.detail))]
    if part.detail.left_out_on:
        facts.insert(0, _left_out(part.detail))
    if part.detail.retired_on:
        gone = (day(part.detail.retired_on), part.detail.retired_why)
        facts.append(Fact("No longer expected", gone))
    return facts


def _counted(detail: OutcomeView) -> tuple[str, ...]:
    read = f"It {COUNTABILITY_WORDS[detail.read_as]}"
    read += f": it {detail.because}" if detail.because else ""
    if detail.decided is None:
        return (read,)
    decided = detail.decided
    now = (
        f"It {COUNTABILITY_WORDS[decided.countability]}, as {decided.decided_by} "
        f"decided on {day(decided.decided_at)}: {decided.why}"
    )
    return (
        now,
        f"As it was read: {read[:1].lower()}{read[1:]}",
    )


def _named(number: str) -> str:
    """'Recommendation 1' or 'Action 1.2', from the number a plan refers by."""
    return f"{'Action' if '.' in number else 'Recommendation'} {number}"
