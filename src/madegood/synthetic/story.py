"""The story the synthetic authority tells: how well it did, and when that changed.

Rates move with the calendar, never with a finished number: the measures must find
the story in the rows as they would in a real authority's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from madegood.clock.periods import add_months

OURS = "E09999999"
OTHERS = ("E09999998", "E09999997")


@dataclass(frozen=True, slots=True)
class Path:
    """A share before the named change, after it has bedded in, and at the slip."""

    before: float
    after: float
    slipped: float | None = None


@dataclass(frozen=True, slots=True)
class PlacementProvider:
    """Who provides placements: `share` of them, and how often children go missing
    from them compared with foster care of our own."""

    name: str
    place: str
    category: str
    share: float
    pull: float
    placed_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class InterviewProvider:
    """Who holds interviews: `quick` multiplies the share held in time."""

    name: str
    share: float
    quick: float


PLACEMENTS = (
    PlacementProvider("Own foster carers", "U6", "PR1", 0.38, 0.6),
    PlacementProvider("Own connected carers", "U3", "PR1", 0.16, 0.4),
    PlacementProvider("Fostering agency A", "U4", "PR4", 0.17, 0.8),
    PlacementProvider(
        "Fostering agency B", "U6", "PR4", 0.09, 1.1, placed_elsewhere=True
    ),
    PlacementProvider("Own children's homes", "K2", "PR1", 0.05, 2.1),
    PlacementProvider("Residential provider A", "K2", "PR4", 0.06, 2.3),
    PlacementProvider("Residential provider B", "K2", "PR4", 0.04, 3.6),
    PlacementProvider("Supported accommodation A", "K3", "PR4", 0.05, 2.6),
)

COMMISSIONED = InterviewProvider("Commissioned interview service", 0.7, 1.06)
DUTY = InterviewProvider("Duty social work", 0.3, 0.84)
OUT_OF_AREA = InterviewProvider("Out-of-area arrangement", 0.0, 0.66)

TEAMS = ("Looked after team 1", "Looked after team 2", "Assessment team", "CIN team")


def _paths() -> dict[str, Path]:
    return {
        "offered": Path(0.93, 0.965),
        "offered_in_time": Path(0.76, 0.91),
        "taken_up": Path(0.74, 0.8),
        "held_in_time": Path(0.58, 0.89),
        "referred_in_time": Path(0.52, 0.86),
        "reported_in_time": Path(0.84, 0.88, 0.58),
        "plan_in_time": Path(0.66, 0.74),
        "independent": Path(0.93, 0.96),
        # The front door and protection.
        "referral_decided": Path(0.88, 0.93),
        "discussion_in_time": Path(0.62, 0.71),
        "police_came": Path(0.74, 0.9),
        "health_came": Path(0.58, 0.66),
        "receiving_team_came": Path(0.45, 0.6),
        "conference_in_time": Path(0.79, 0.87),
        "assessment_in_time": Path(0.79, 0.84),
        # Plans and care.
        "core_group_in_time": Path(0.8, 0.86),
        "cp_review_in_time": Path(0.93, 0.97),
        "cin_review_in_time": Path(0.58, 0.66),
        "action_owned_and_dated": Path(0.44, 0.93, 0.62),
        "care_review_in_time": Path(0.9, 0.94),
        # Disabled children, carers, special guardians.
        "level2_review_in_time": Path(0.42, 0.74),
        "connected_trained": Path(0.3, 0.41),
        "mainstream_trained": Path(0.82, 0.84),
        "guardianship_in_time": Path(0.4, 0.5),
        # Homeless at 16 and 17, private fostering, audit.
        "safe_tonight": Path(0.8, 0.9),
        "joint_interview_in_time": Path(0.5, 0.7),
        "advocate_offered": Path(0.4, 0.68),
        "fostering_visit_in_time": Path(0.66, 0.78),
        "audit_in_time": Path(0.7, 0.85, 0.62),
    }


@dataclass(frozen=True)
class Story:
    """What happens to the authority between `first` and `until` (both counted).

    changed_months  how long before the end the new referral step began
    ramp_months     how long it took to bed in
    slip_months     how long before the end reports to social workers slipped
    """

    first: date
    until: date
    changed_months: int = 14
    ramp_months: int = 3
    slip_months: int = 4
    paths: Mapping[str, Path] = field(default_factory=_paths)

    @property
    def changed_on(self) -> date:
        return add_months(self.until, -self.changed_months)

    @property
    def slipped_on(self) -> date:
        return add_months(self.until, -self.slip_months)

    def rate(self, name: str, day: date) -> float:
        """The share that goes well on a day."""
        path = self.paths[name]
        if path.slipped is not None and day >= self.slipped_on:
            return path.slipped
        into = (day - self.changed_on).days / (self.ramp_months * 30.4)
        return path.before + (path.after - path.before) * min(1.0, max(0.0, into))


MONTH_WEIGHT = (0.75, 0.8, 0.9, 1.0, 1.15, 1.3, 1.4, 1.35, 1.05, 0.95, 0.8, 0.7)
WEEKDAY_WEIGHT = (0.8, 0.8, 0.85, 0.95, 1.35, 1.45, 1.05)
HOUR_WEIGHT = (5, 3, 2, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 6, 8, 10, 12, 14, 15, 14)
HOUR_WEIGHTS = (*HOUR_WEIGHT, 12, 8)
