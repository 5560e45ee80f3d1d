"""What each action's colour is, what its plan says, and what a person says instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from madegood.assurance.colours import LONGEST, SAYABLE, Colour, Computed, computed
from madegood.assurance.models import ColourOverride
from madegood.assurance.views import ActionStanding, PlanStanding
from madegood.clock.moments import london_date
from madegood.intake.plans import Delivery


@dataclass(frozen=True, slots=True)
class OverrideView:
    colour: Colour
    why: str
    made_by: str
    made_at: datetime
    until: date


@dataclass(frozen=True, slots=True)
class ColourView:
    """`override` is None once it is over: the computed colour is then alone again."""

    action: ActionStanding
    computed: Computed
    override: OverrideView | None

    @property
    def disagreement(self) -> str:
        """Where what is said and what is computed differ; "" where they agree."""
        said = self.action.delivery
        colour = self.computed.colour
        done = self.action.detail.claimed_complete
        if self.override is not None and self.override.colour is not colour:
            return "a person says otherwise"
        if done and colour in (Colour.RED, Colour.AMBER):
            return "said to be complete"
        if said is Delivery.NEARLY_COMPLETE and colour is Colour.RED:
            return "said to be nearly complete"
        return ""


def colours(plan: PlanStanding) -> list[ColourView]:
    """Every action of a plan, in one query more than the plan itself."""
    return colours_of(
        plan, [action for given in plan.recommendations for action in given.actions]
    )


def colours_of(
    plan: PlanStanding, actions: Sequence[ActionStanding]
) -> list[ColourView]:
    """Some of its actions, in the order given."""
    kept = {}
    rows = ColourOverride.objects.filter(
        action__in=[action.detail.id for action in actions], made_at__lte=plan.as_of
    ).select_related("made_by")
    for row in rows:
        kept[row.action_id] = row
    day = london_date(plan.as_of)
    return [
        ColourView(
            action,
            computed(action, day),
            _standing(kept.get(action.detail.id), plan.as_of),
        )
        for action in actions
    ]


def lasts_until(row: ColourOverride) -> date:
    """The last day on which a person's own colour stands, however long it says."""
    return min(row.expires_on, london_date(row.made_at) + LONGEST)


def _standing(row: ColourOverride | None, at: datetime) -> OverrideView | None:
    """The newest, while it lasts. Its end is worked out here, whatever a row says."""
    if row is None or (row.ended_at is not None and row.ended_at <= at):
        return None
    until = lasts_until(row)
    if london_date(at) > until or row.colour not in SAYABLE:
        return None
    return OverrideView(
        Colour(row.colour), row.why, str(row.made_by), row.made_at, until
    )
