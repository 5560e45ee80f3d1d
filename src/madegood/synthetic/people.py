"""The synthetic children, their spells in care, and the rows made of them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from random import Random

from madegood.clock.periods import birthday
from madegood.synthetic.outcome import Outcome
from madegood.synthetic.story import TEAMS, PlacementProvider


class Role(StrEnum):
    """How the authority knows the child."""

    LOOKED_AFTER = "looked after by us"
    PLACED_HERE = "looked after by another authority, placed here"
    AT_HOME = "known, living at home"


@dataclass(slots=True)
class Placement:
    """One care episode: `ended` is the day it ceased, None while open."""

    placement_id: str
    carer_id: str
    provider: PlacementProvider
    legal_status: str
    started: date
    ended: date | None = None
    reason_started: str = "S"
    reason_ended: str = ""


@dataclass(slots=True)
class Absence:
    """One missing or away episode. `back` is the moment the clock starts."""

    episode_id: str
    start: datetime
    back: datetime | None
    outcome: Outcome
    placement: Placement | None = None
    placed_by_us: str = ""
    authority: str = ""
    shares_interview_with: "Absence | None" = None
    absorbs: "Absence | None" = None
    links_both: bool = False
    cells: dict[str, datetime] = field(default_factory=dict)
    interview: "Interview | None" = None
    recorded_at: datetime | None = None
    wrong_back: datetime | None = None

    @property
    def clock_back(self) -> datetime | None:
        """The return that starts the clock: the last of a merged period."""
        return self.absorbs.back if self.absorbs is not None else self.back


@dataclass(slots=True)
class Interview:
    """One interview row; `first_version` is what was written before a correction."""

    interview_id: str
    provider: str
    cells: dict[str, datetime] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    plan_updated_on: date | None = None
    episodes: list[str] = field(default_factory=list)
    recorded_at: datetime | None = None
    first_recorded_at: datetime | None = None


@dataclass(slots=True)
class Child:
    """A child, with nothing that could name one."""

    number: int
    born: date
    role: Role
    sex: str = "unknown"
    ethnicity: str = "NOBT"
    disabled: str = "no"
    uasc: str = "no"
    team: str = ""
    authority: str = ""
    died_on: date | None = None
    placements: list[Placement] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    repeat: bool = False
    plant: str = ""

    @property
    def child_id(self) -> str:
        return f"C{self.number:06d}"

    @property
    def adult_on(self) -> date:
        return birthday(self.born, 18)

    def placed_on(self, day: date) -> Placement | None:
        for placement in self.placements:
            if placement.started <= day and _open_on(placement, day):
                return placement
        return None


def _open_on(placement: Placement, day: date) -> bool:
    return placement.ended is None or day < placement.ended


ETHNICITY = (
    ("WBRI", 0.66),
    ("MWBC", 0.07),
    ("MOTH", 0.04),
    ("APKN", 0.06),
    ("BAFR", 0.04),
    ("BCRB", 0.03),
    ("AOTH", 0.03),
    ("WOTH", 0.04),
    ("NOBT", 0.03),
)


def describe(child: Child, chance: Random) -> None:
    """Give the child the characteristics that no measure here depends on."""
    child.sex = chance.choices(("female", "male", "unknown"), (48, 51.5, 0.5))[0]
    codes, weights = zip(*ETHNICITY, strict=True)
    child.ethnicity = chance.choices(codes, weights)[0]
    child.disabled = chance.choices(("no", "yes", ""), (84, 13, 3))[0]
    ours = child.role is Role.LOOKED_AFTER
    child.uasc = "yes" if ours and chance.random() < 0.04 else "no"
    child.team = chance.choice(TEAMS[:2] if ours else TEAMS[2:])
