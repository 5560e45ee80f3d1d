"""What is known of a claim: the words for it. Plain Python, and nothing is decided here."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Assurance(StrEnum):
    EMBEDDED = "embedded"
    HOLDING = "holding"
    CLAIMED_NOT_EVIDENCED = "claimed_not_evidenced"
    CONTRADICTED = "contradicted"
    SLIPPING = "slipping"
    UNTESTABLE = "untestable"
    IN_PROGRESS = "in_progress"


# What asks most of a reader first: a whole is as its worst part is.
WORST_FIRST = (
    Assurance.CONTRADICTED,
    Assurance.SLIPPING,
    Assurance.CLAIMED_NOT_EVIDENCED,
    Assurance.UNTESTABLE,
    Assurance.IN_PROGRESS,
    Assurance.HOLDING,
    Assurance.EMBEDDED,
)

STATE_WORDS = {
    Assurance.EMBEDDED: "embedded",
    Assurance.HOLDING: "holding",
    Assurance.CLAIMED_NOT_EVIDENCED: "claimed, not evidenced",
    Assurance.CONTRADICTED: "contradicted",
    Assurance.SLIPPING: "slipping",
    Assurance.UNTESTABLE: "cannot be tested as written",
    Assurance.IN_PROGRESS: "in progress",
}


class Rung(IntEnum):
    """The evidence ladder, from the bottom."""

    NOTHING = 0
    DONE = 1
    SEEN = 2
    SAID = 3
    MOVED = 4
    HELD = 5


LADDER = (Rung.DONE, Rung.SEEN, Rung.SAID, Rung.MOVED, Rung.HELD)


class RungState(StrEnum):
    REACHED = "reached"
    EMPTY = "empty"
    FALLEN = "fallen"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """`rungs` has every rung of LADDER; `because` is a clause that begins "because"."""

    state: Assurance
    rungs: dict[Rung, RungState]
    because: str

    @property
    def highest(self) -> Rung:
        """The highest rung that is reached now."""
        reached = [r for r, s in self.rungs.items() if s is RungState.REACHED]
        return max(reached, default=Rung.NOTHING)
