"""Who has been told of a document, and how many have said that they read it. No Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody who was told of a version. `acknowledged_on` None: not yet."""

    who: str
    version: int
    told_on: date
    acknowledged_on: date | None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a document has come: the figure, and who is missing from it."""

    told: int
    acknowledged: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float | None:
        return self.acknowledged / self.told if self.told else None

    @property
    def says(self) -> str:
        if not self.told:
            return "nobody has been told"
        if self.told == 1:
            return (
                "the one told has acknowledged"
                if self.acknowledged
                else ("the one told has not acknowledged")
            )
        return f"{self.acknowledged} of {self.told} told have acknowledged"


def reach_of(tellings: Sequence[Reached]) -> Reach:
    """Each of an audience counts once, by the newest version they were told of: a new
    version that asks again puts an earlier acknowledgement out of count."""
    newest: dict[str, Reached] = {}
    for each in sorted(tellings, key=lambda told: (told.version, told.told_on)):
        newest[each.who] = each
    missing = [who for who, each in newest.items() if each.acknowledged_on is None]
    return Reach(len(newest), len(newest) - len(missing), tuple(sorted(missing)))
