"""The one thing about a recommendation that needs a reader now. Plain Python."""

from collections.abc import Callable, Sequence

from madegood.assurance.observe import NOBODY
from madegood.assurance.rules import UNSIGNED
from madegood.assurance.standing import WORST_FIRST, Assurance
from madegood.assurance.views import ActionStanding, OutcomeStanding
from madegood.plan.numbers import names_an_action, own
from madegood.plan.views import FindingView

Part = ActionStanding | OutcomeStanding


def look_at(
    actions: Sequence[ActionStanding],
    outcomes: Sequence[OutcomeStanding],
    findings: Sequence[FindingView],
    soon: str = "",
) -> str:
    """A sentence. What runs out soonest first, then what contradicts, then what is
    missing altogether."""
    live = [o for o in outcomes if o.detail.retired_on is None]
    looks: tuple[Callable[[], str], ...] = (
        lambda: "" if actions else "No action answers it yet.",
        lambda: soon,
        lambda: _worst([*actions, *live]),
        lambda: _contradiction(findings, [*actions, *live]),
        lambda: _uncountable(live),
        lambda: _untested(actions),
        lambda: _unheard([*actions, *live]),
        lambda: _unsigned([*actions, *live]),
    )
    return next(
        (words for look in looks if (words := look())), "Nothing needs you now."
    )


def _named(part: Part) -> str:
    kind = "Action" if isinstance(part, ActionStanding) else "Outcome"
    return f"{kind} {part.number}"


def _worst(parts: Sequence[Part]) -> str:
    bad = [
        p
        for p in parts
        if p.standing.state in (Assurance.CONTRADICTED, Assurance.SLIPPING)
    ]
    if not bad:
        return ""
    first = min(bad, key=lambda p: WORST_FIRST.index(p.standing.state))
    why = first.standing.because.removeprefix("because ").split("; ")[0]
    verb = "is contradicted"
    if first.standing.state is Assurance.SLIPPING:
        verb = "is slipping"
    return f"{_named(first)} {verb}. {why}."


def _contradiction(findings: Sequence[FindingView], parts: Sequence[Part]) -> str:
    """An outcome that the plan's own words speak against."""
    # A finding speaks of its plan's own numbers, whatever the plan is called.
    numbers = {own(part.number): part.number for part in parts}
    for finding in findings:
        if finding.kind != "contradiction":
            continue
        ours, _, theirs = finding.where.partition(" and ")
        if theirs in numbers and not names_an_action(theirs):
            ours = numbers.get(ours, ours)
            theirs = numbers[theirs]
            return f"Outcome {theirs} contradicts what action {ours} says was done."
    return ""


def _uncountable(outcomes: Sequence[OutcomeStanding]) -> str:
    bare = [o for o in outcomes if not o.countable and not o.tests]
    if outcomes and len(bare) == len(outcomes):
        return "No expected outcome can be counted, and none has a test."
    return ""


def _untested(actions: Sequence[ActionStanding]) -> str:
    bare = [a for a in actions if not a.tests]
    if not bare:
        return ""
    if len(bare) == len(actions):
        return "No action has a test yet, so nothing claimed can be shown."
    return f"{len(bare)} of {len(actions)} actions have no test yet."


def _unheard(parts: Sequence[Part]) -> str:
    said = [t.because for part in parts for t in part.tests if t.kind == "feedback"]
    if said and all(words == NOBODY["feedback"] for words in said):
        return "Nobody has recorded what children and families say."
    missing = sum(t.because in NOBODY.values() for part in parts for t in part.tests)
    if missing:
        return f"{missing} tests wait for somebody to record the first evidence."
    return ""


def _unsigned(parts: Sequence[Part]) -> str:
    waiting = [p for p in parts if p.standing.because.endswith(UNSIGNED)]
    if waiting:
        return f"{_named(waiting[0])} waits for somebody who does not own it to sign."
    return ""
