"""Every measure, in reading order."""

from dataclasses import replace
from typing import Final

from madegood.measures.library.audit import AUDIT
from madegood.measures.library.carers import CARERS
from madegood.measures.library.guardianship import GUARDIANSHIP
from madegood.measures.library.homeless import HOMELESS
from madegood.measures.library.level2 import LEVEL2
from madegood.measures.library.missing import MISSING_AND_RETURN
from madegood.measures.library.missing_after import STAGES
from madegood.measures.library.plans import PLANS
from madegood.measures.library.private_fostering import PRIVATE_FOSTERING
from madegood.measures.library.strategy import STRATEGY
from madegood.measures.library.threshold import THRESHOLD
from madegood.measures.model import Measure

LIBRARY: tuple[Measure, ...] = (
    *AUDIT,
    *STRATEGY,
    *THRESHOLD,
    *MISSING_AND_RETURN,
    *STAGES,
    *PLANS,
    *LEVEL2,
    *CARERS,
    *GUARDIANSHIP,
    *HOMELESS,
    *PRIVATE_FOSTERING,
)

_BY_ID = {each.id: each for each in LIBRARY}
# After the id of a measure as an authority has set it otherwise.
LOCAL: Final = "@local"


class UnknownMeasure(KeyError):
    """No measure of the library has that name."""

    def __str__(self) -> str:
        return str(self.args[0])


def local_variant(standard: Measure) -> Measure:
    """A measure as an authority has set it otherwise: the same, by another name."""
    return replace(
        standard,
        id=f"{standard.id}{LOCAL}",
        title=f"{standard.title}, local variant",
    )


def is_local(measure_id: str) -> bool:
    """Whether an id is that of a local variant."""
    return measure_id.endswith(LOCAL)


def standard_of(measure_id: str) -> Measure:
    """The measure that an id, local or not, is of; raises UnknownMeasure."""
    return measure(measure_id.removesuffix(LOCAL))


def measure(measure_id: str) -> Measure:
    """The measure of that id, or its local variant; raises UnknownMeasure."""
    standard = _BY_ID.get(measure_id.removesuffix(LOCAL))
    if standard is not None and is_local(measure_id):
        return local_variant(standard)
    if measure_id not in _BY_ID:
        raise UnknownMeasure(
            f"There is no measure '{measure_id}'. "
            "`madegood measures list` shows those there are."
        )
    return _BY_ID[measure_id]
