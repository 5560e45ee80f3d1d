"""The same looked-after children as SSDA903 files: dates only, ours only.

One longitudinal set, as authorities keep it: every episode open on or after the 1 April
that began the collection year in which the story opens.
"""

from datetime import date
from pathlib import Path

from madegood.clock.moments import london_date
from madegood.clock.periods import year_to_march
from madegood.synthetic.cells import CsvFile, british
from madegood.synthetic.outcome import Standing
from madegood.synthetic.people import Absence, Child, Placement, Role
from madegood.synthetic.story import Story

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD",
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "HOME_POST",
    "PL_POST",
    "URN",
)
MISSING = ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END")
SEX = {"female": "F", "male": "M", "unknown": "U"}


class ReturnFiles:
    """Header, Episodes and Missing, open for writing one child at a time."""

    def __init__(self, out: Path, story: Story) -> None:
        self._from = year_to_march(story.first).first
        self._header = CsvFile(out / "header.csv", HEADER)
        self._episodes = CsvFile(out / "episodes.csv", EPISODES)
        self._missing = CsvFile(out / "missing.csv", MISSING)

    def write(self, child: Child) -> None:
        shown = [p for p in child.placements if p.ended is None or p.ended > self._from]
        if child.role is not Role.LOOKED_AFTER or not shown:
            return
        self._header.write(
            {
                "CHILD": child.child_id,
                "SEX": SEX[child.sex],
                "DOB": british(child.born),
                "ETHNIC": child.ethnicity,
            }
        )
        for placement in shown:
            self._episodes.write(_episode(child, placement))
        for absence in child.absences:
            if absence.outcome.standing is not Standing.SWALLOWED:
                self._missing.write(_missing(child, absence))

    def close(self) -> list[Path]:
        return [f.close() for f in (self._header, self._episodes, self._missing)]


def _episode(child: Child, placement: Placement) -> dict[str, str]:
    moved = placement.reason_ended == "X1"
    return {
        "CHILD": child.child_id,
        "DECOM": british(placement.started),
        "RNE": placement.reason_started,
        "LS": placement.legal_status,
        "CIN": "N5" if child.uasc == "yes" else "N1",
        "PLACE": placement.provider.place,
        "PLACE_PROVIDER": placement.provider.category,
        "DEC": british(placement.ended),
        "REC": placement.reason_ended,
        "REASON_PLACE_CHANGE": "CARPL" if moved else "",
    }


def _missing(child: Child, absence: Absence) -> dict[str, str]:
    away = absence.outcome.standing is Standing.AWAY
    return {
        "CHILD": child.child_id,
        "DOB": british(child.born),
        "MISSING": "A" if away else "M",
        "MIS_START": british(london_date(absence.start)),
        "MIS_END": british(_found(absence)),
    }


def _found(absence: Absence) -> date | None:
    """The return ends a missing period when the child is found (guidance 2b)."""
    at = absence.cells.get("located_at") or absence.clock_back
    return london_date(at) if at else None
