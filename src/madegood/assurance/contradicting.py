"""Where two things that are on record cannot both be so, with both sides' words.

Between what the plan claims and what data, samples or families say; inside the plan;
between the plan and the report it answers; and between two plans. Nothing here decides
which side is right: it is asked of a person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from madegood.assurance.models import StandingRecord
from madegood.assurance.standing import Assurance
from madegood.assurance.views import ActionStanding, OutcomeStanding, PlanStanding
from madegood.clock.moments import london_date
from madegood.intake.plans.contradictions import contradictions_in
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.views import FindingView, PlanView

Part = ActionStanding | OutcomeStanding
_FROM: Final = {
    "measure": "the children’s data",
    "sample": "records that were looked at",
    "feedback": "what children and families said",
    "document": "documents",
}
_SAYS: Final = re.compile(
    r"^(?P<one>\S+) says “(?P<first>.*?)”, but (?P<other>\S+) says “(?P<second>.*)”\.$",
    re.DOTALL,
)
_REPORT: Final = {"not_in_plan", "heading_paraphrased"}


class Between(StrEnum):
    PROOF = "the plan and what is shown"
    PUBLISHED = "the plan and published figures"
    INSIDE = "two places in the plan"
    REPORT = "the plan and the report it answers"
    PLANS = "two plans"


@dataclass(frozen=True, slots=True)
class Side:
    """Whose words, what they are, and where they stand."""

    whose: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`since` is the day from which both were on record; `number` the part of the plan
    that it is about ("" where it is about the whole)."""

    between: Between
    number: str
    one: Side
    other: Side
    since: date | None


def contradictions_of(
    plan: PlanStanding, view: PlanView, others: Sequence[PlanView] = ()
) -> list[Contradiction]:
    """Every contradiction of a plan, the gravest kind first."""
    return [
        *_with_proof(plan),
        *_in_findings(view),
        *_between_plans(view, others),
    ]


def _with_proof(plan: PlanStanding) -> Iterator[Contradiction]:
    since = _since(plan)
    for rec in plan.recommendations:
        parts: list[tuple[str, Part]] = [("action", a) for a in rec.actions]
        parts += [("outcome", o) for o in rec.outcomes]
        for kind, part in parts:
            if part.standing.state is Assurance.CONTRADICTED:
                yield Contradiction(
                    Between.PROOF,
                    part.number,
                    _claimed(kind, part, rec.claimed_complete, rec.action_count),
                    _shown(part),
                    since.get((kind, part.detail.id)),
                )


def _claimed(kind: str, part: Part, done: int, of: int) -> Side:
    if isinstance(part, ActionStanding):
        claims = part.detail.claims
        said = DELIVERY_WORDS[part.delivery]
        words = f"{said}: “{part.progress}”" if part.progress else said
        told = f", on {claims[-1].said_on:%-d %B %Y}" if claims else ""
        return Side(f"{kind} {part.number}", words, f"the plan{told}")
    words = (
        f"{done} of the {of} actions meant to bring it about are said to be complete"
    )
    return Side(f"{kind} {part.number}", words, "the plan")


def _shown(part: Part) -> Side:
    kinds = list(dict.fromkeys(_FROM[test.kind] for test in part.tests))
    source = " and ".join(kinds) or "what is on record"
    return Side("what is shown", part.standing.because.removeprefix("because "), source)


def _since(plan: PlanStanding) -> dict[tuple[str, int], date]:
    """When each part that is contradicted now became so."""
    found: dict[tuple[str, int], date] = {}
    before: dict[tuple[str, int], str] = {}
    records = StandingRecord.objects.filter(as_of__lte=plan.as_of)
    for record in records.exclude(kind="recommendation"):
        key = (record.kind, record.part)
        if record.state == Assurance.CONTRADICTED and before.get(key) != record.state:
            found[key] = london_date(record.as_of)
        before[key] = record.state
    return found


def _in_findings(view: PlanView) -> Iterator[Contradiction]:
    for finding in view.findings:
        if finding.kind == "contradiction":
            yield _inside(view, finding)
        elif finding.kind in _REPORT:
            yield _with_report(view, finding)


def _inside(view: PlanView, finding: FindingView) -> Contradiction:
    told = _SAYS.match(finding.message)
    one, other = (told["one"], told["other"]) if told else (finding.where, "")
    first, second = (told["first"], told["second"]) if told else (finding.message, "")
    return Contradiction(
        Between.INSIDE,
        _called(view, one),
        Side(_called(view, one), first, "the plan"),
        Side(_called(view, other), second, "the plan"),
        view.adopted_on,
    )


def _with_report(view: PlanView, finding: FindingView) -> Contradiction:
    _, _, quoted = finding.message.partition("“")
    if finding.kind == "not_in_plan":
        ours = Side("the plan", "has no recommendation for it", "the plan")
        theirs = quoted.rstrip("”.")
        number = ""
    else:
        said, _, rest = quoted.partition("”")
        ours = Side(_called(view, finding.where), said, "the plan’s heading")
        theirs = rest.partition("“")[2].rstrip("”.")
        number = _called(view, finding.where)
    report = Side("the inspection report", theirs, _report_of(view))
    return Contradiction(Between.REPORT, number, ours, report, view.adopted_on)


def _report_of(view: PlanView) -> str:
    told = f", published {view.published:%-d %B %Y}" if view.published else ""
    return f"the report{told}"


def _called(view: PlanView, number: str) -> str:
    """The number people say: a finding keeps the one within its own plan."""
    return number if view.main or not number else f"{view.short}:{number}"


def _between_plans(
    view: PlanView, others: Sequence[PlanView]
) -> Iterable[Contradiction]:
    for other in others:
        ours, theirs = dict(_texts(view)), dict(_texts(other))
        for one, said, against, contrary in contradictions_in(
            [*ours.items(), *theirs.items()]
        ):
            if (one in ours) is not (against in ours):
                yield Contradiction(
                    Between.PLANS,
                    one if one in ours else against,
                    Side(one, said, f"the plan {_short(one, view, other)}"),
                    Side(against, contrary, f"the plan {_short(against, view, other)}"),
                    max(view.adopted_on, other.adopted_on),
                )


def _short(number: str, view: PlanView, other: PlanView) -> str:
    return view.short if number in dict(_texts(view)) else other.short


def _texts(view: PlanView) -> Iterator[tuple[str, str]]:
    for rec in view.recommendations:
        for action in rec.actions:
            yield action.number, f"{action.text} — {action.progress}"
        for outcome in rec.outcomes:
            yield outcome.number, outcome.text
