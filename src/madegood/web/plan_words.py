"""What is said of a plan, or of a recommendation, in its first line: for reading out."""

from madegood.assurance.standing import Assurance
from madegood.assurance.views import PlanStanding, RecommendationStanding
from madegood.web.words import count_of

SHOWN = (Assurance.EMBEDDED, Assurance.HOLDING)
AGAINST = (Assurance.CONTRADICTED, Assurance.SLIPPING)


def lead(plan: PlanStanding) -> str:
    """The first line, for reading out."""
    if not plan.action_count:
        return "This plan has no actions yet."
    shown = count_in(plan, SHOWN)
    against = count_in(plan, AGAINST)
    if plan.action_count == 1:
        return _of_one(plan.claimed_complete, shown, against)
    said = (
        f"The council says that {plan.claimed_complete} of the {plan.action_count} "
        "actions in this plan are complete. What can be seen bears out "
        f"{shown or 'none'} of them"
    )
    return f"{said}, and speaks against {against}." if against else f"{said}."


def _of_one(claimed: int, shown: int, against: int) -> str:
    """“0 of the 1 actions” is not a sentence."""
    if not claimed:
        return "The council does not say that the one action in this plan is complete."
    said = "The council says that the one action in this plan is complete"
    if against:
        return f"{said}. What can be seen speaks against it."
    return f"{said}. What can be seen {'bears' if shown else 'does not bear'} it out."


def rec_lead(rec: RecommendationStanding) -> str:
    """What is said, and how many parts of it are shown."""
    if not rec.action_count:
        return "No action answers it yet."
    shown = sum(action.standing.state in SHOWN for action in rec.actions)
    if rec.action_count == 1:
        if not rec.claimed_complete:
            return "Its one action is not said to be complete."
        return (
            f"Its one action is said to be complete; it can{'' if shown else 'not'} be "
            "shown to be so."
        )
    said = (
        f"{rec.claimed_complete} of {count_of(rec.action_count, 'action')} "
        f"{'is' if rec.claimed_complete == 1 else 'are'} said to be complete"
    )
    return f"{said}; {shown or 'none'} of them can be shown to be so."


def count_in(plan: PlanStanding, states: tuple[Assurance, ...]) -> int:
    return sum(plan.counts.get(state, 0) for state in states)
