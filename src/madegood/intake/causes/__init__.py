"""Every cause of a finding, in one closed table: its name, gravity and remedy."""

from typing import Final

from madegood.intake.causes.columns import COLUMNS
from madegood.intake.causes.files import FILES
from madegood.intake.causes.limits import LIMITS
from madegood.intake.causes.model import Cause, Severity
from madegood.intake.causes.rows import ROWS
from madegood.intake.causes.trees import TREES

__all__ = ["CAUSES", "Cause", "Severity"]

CAUSES: Final[dict[str, Cause]] = {**FILES, **LIMITS, **ROWS, **COLUMNS, **TREES}
