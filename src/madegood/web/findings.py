"""Findings of files as a page shows them: each cause once, with its place and remedy."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.findings import Finding


@dataclass(frozen=True)
class Grouped:
    """Findings that say the same: once, with how often and where first."""

    where: str
    message: str
    remedy: str
    times: int
    stops: bool


def grouped(findings: Sequence[Finding]) -> list[Grouped]:
    """One line for each cause, the ones that stop the load first."""
    first: dict[tuple[str, str, str], Finding] = {}
    times: Counter[tuple[str, str, str]] = Counter()
    for each in findings:
        cause = (str(each.file), each.code, each.column or "")
        first.setdefault(cause, each)
        times[cause] += 1
    shown = [
        placed(
            each.message,
            each.remedy,
            str(each.file),
            times[cause],
            stops=each.severity.value == "error",
        )
        for cause, each in first.items()
    ]
    return sorted(shown, key=lambda group: not group.stops)


def placed(message: str, remedy: str, file: str, times: int, *, stops: bool) -> Grouped:
    """The message parted into its place and what was found there."""
    name = file.rpartition("/")[2]
    place, found, rest = message.partition(": ")
    if not (found and place.startswith(name)):
        place, rest = name, message
    return Grouped(place, rest[0].upper() + rest[1:], remedy, times, stops)
