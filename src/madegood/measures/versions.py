"""The versions of each measure's definition, and what changed between two of them."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from madegood.measures.library import standard_of
from madegood.measures.versions_declared import DECLARED


@dataclass(frozen=True, slots=True)
class Version:
    """One definition of a measure, standard settings and all. `says` is what changed."""

    version: str
    since: date
    says: str


@dataclass(frozen=True, slots=True)
class DefinitionBreak:
    """Two results of one series were made by different definitions.

    changes  what changed from the earlier to the later, the first change first; empty
             where one of them is in no history: a local variant, or an older program's
    """

    measure: str
    first: str
    second: str
    changes: tuple[Version, ...]

    @property
    def says(self) -> str:
        """As a note beside the series, in whole sentences."""
        if not self.changes:
            return (
                "What is counted is not the same before and after: the definitions "
                f"{self.first} and {self.second} differ, by a local setting or by a "
                "version that this program does not know."
            )
        return " ".join(
            f"From {one.since:%-d %B %Y}: {one.says}" for one in self.changes
        )


@cache
def history(measure_id: str) -> tuple[Version, ...]:
    """Every version of a measure, the first one first; raises UnknownMeasure."""
    return tuple(
        Version(version, date.fromisoformat(since), says)
        for version, since, says in DECLARED.get(standard_of(measure_id).id, ())
    )


def breaks_between(
    measure_id: str, first_version: str, second_version: str
) -> DefinitionBreak | None:
    """What lies between two results of a series; None where one definition made both.

    The order of the two does not matter: it is told as it came about.
    """
    if first_version == second_version:
        return None
    known = [one.version for one in history(measure_id)]
    if {first_version, second_version} - set(known):
        return DefinitionBreak(measure_id, first_version, second_version, ())
    places = sorted(map(known.index, (first_version, second_version)))
    between = history(measure_id)[places[0] + 1 : places[1] + 1]
    return DefinitionBreak(measure_id, known[places[0]], known[places[1]], between)
