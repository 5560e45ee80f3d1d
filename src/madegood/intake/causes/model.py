"""What a cause of a finding is."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops a file being stored; a warning is to be read and judged."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of fault: its name for a heading, how grave, and what to do."""

    title: str
    severity: Severity
    remedy: str
