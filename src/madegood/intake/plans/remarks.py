"""What a person should know about a whole plan before importing it."""

from collections.abc import Callable, Sequence

from madegood.intake.plans.owners import named_person
from madegood.intake.plans.reading import Action, Outcome, PlanFinding, Recommendation


def remarks(found: Sequence[Recommendation]) -> list[PlanFinding]:
    """Findings about the plan as a whole, and outcomes that nothing could settle."""
    actions = [a for r in found for a in r.actions]
    outcomes = [o for r in found for o in r.outcomes]
    said = [_without(actions, *check) for check in _CHECKS]
    said += [_empty(r) for r in found if not r.actions]
    said += [_no_outcomes(r) for r in found if r.actions and not r.outcomes]
    return [s for s in [*said, _uncounted(outcomes)] if s is not None]


_CHECKS: tuple[tuple[str, Callable[[Action], bool], str, str], ...] = (
    (
        "no_target_date",
        lambda a: bool(a.due),
        "a target date",
        "Agree a date for each when you import; a plan without dates cannot be late.",
    ),
    (
        "no_named_person",
        lambda a: any(map(named_person, a.owners)),
        "a person",
        "Say who holds each post; a post cannot be asked.",
    ),
    (
        "no_evidence",
        lambda a: bool(a.evidence),
        "evidence",
        "Attach what shows each is done: the document, the audit, what families say.",
    ),
)


def _without(
    actions: Sequence[Action],
    kind: str,
    has: Callable[[Action], bool],
    what: str,
    remedy: str,
) -> PlanFinding | None:
    lacking = [a.number for a in actions if not has(a)]
    if not lacking:
        return None
    if len(lacking) == len(actions):
        return PlanFinding(
            kind, "plan", f"None of the {len(actions)} actions names {what}.", remedy
        )
    return PlanFinding(
        kind,
        "plan",
        f"{len(lacking)} of {len(actions)} actions name no {what.removeprefix('a ')}: "
        f"{', '.join(lacking)}.",
        remedy,
    )


def _empty(recommendation: Recommendation) -> PlanFinding:
    return PlanFinding(
        "no_actions",
        recommendation.number,
        "No action stands under this heading.",
        "Check whether its table was lost; if there is none, say why.",
    )


def _no_outcomes(recommendation: Recommendation) -> PlanFinding:
    return PlanFinding(
        "no_outcomes",
        recommendation.number,
        "No expected outcome is given for this recommendation.",
        "Say what should be different for children, so that it can be tested.",
    )


def _uncounted(outcomes: Sequence[Outcome]) -> PlanFinding | None:
    uncounted = [o for o in outcomes if not o.countable]
    if not uncounted:
        return None
    direction = [o.number for o in uncounted if o.because.startswith("says")]
    aside = (
        f" {len(direction)} give a direction without a figure: {', '.join(direction)}."
        if direction
        else ""
    )
    return PlanFinding(
        "not_countable",
        "plan",
        f"{len(uncounted)} of {len(outcomes)} expected outcomes name nothing that can be "
        f"counted.{aside}",
        "Give each a measure with a baseline, a target and a date, or an audit question.",
    )
