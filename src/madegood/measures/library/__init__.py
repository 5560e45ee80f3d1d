"""Every measure, in reading order."""

from madegood.measures.library.missing import MISSING_AND_RETURN
from madegood.measures.library.missing_after import STAGES
from madegood.measures.model import Measure

LIBRARY: tuple[Measure, ...] = (*MISSING_AND_RETURN, *STAGES)

_BY_ID = {each.id: each for each in LIBRARY}


class UnknownMeasure(KeyError):
    """No measure of the library has that name."""

    def __str__(self) -> str:
        return str(self.args[0])


def measure(measure_id: str) -> Measure:
    """The measure of that id; raises UnknownMeasure."""
    if measure_id not in _BY_ID:
        raise UnknownMeasure(
            f"There is no measure '{measure_id}'. "
            "`madegood measures list` shows those there are."
        )
    return _BY_ID[measure_id]
