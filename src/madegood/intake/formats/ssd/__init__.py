"""The Standard Safeguarding Dataset (SSD), version 1.4: its tables as CSV or Parquet
files, or fetched from a database.

The standard is the sector's own; case systems fill it with differences, and the ones
that matter are read here as they come: fields under other names, visits that name a
plan and no child, people who are nobody, times that are only days.
"""

import re
from collections.abc import Sequence
from typing import Final

from madegood.intake.formats.base import Sheet
from madegood.intake.formats.ssd.care import CARE
from madegood.intake.formats.ssd.front_door import FRONT_DOOR
from madegood.intake.formats.ssd.leaving import LEAVING
from madegood.intake.formats.ssd.missing import MISSING
from madegood.intake.formats.ssd.others import OTHERS
from madegood.intake.formats.ssd.people import PEOPLE
from madegood.intake.formats.ssd.plans import PLANS_AND_VISITS
from madegood.intake.formats.ssd.together import SSD_FINISHING

__all__ = ["SSD", "SSD_FINISHING", "Ssd"]

_NAMED: Final = re.compile(r"(?:^|[._ ])(ssd_[a-z0-9_]+?)(?:[-. ].*|_\d+)?$")
_ALSO: Final = {
    "ssd_cla_placements": "ssd_cla_placement",
    "ssd_s47_enquiries": "ssd_s47_enquiry",
    "ssd_persons": "ssd_person",
    "ssd_cin_referrals": "ssd_cin_episodes",
}


class Ssd:
    """A table is told by its name; a file under another name by its columns, which
    have a prefix that no other table's have."""

    name = "ssd"
    title = "the Standard Safeguarding Dataset"
    sheets: tuple[Sheet, ...] = (
        *PEOPLE,
        *FRONT_DOOR,
        *PLANS_AND_VISITS,
        *CARE,
        *LEAVING,
        MISSING,
        *OTHERS,
    )

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        return self.table(name) or self._by_columns(headings)

    def table(self, name: str) -> Sheet | None:
        """The table of that name, whatever schema or date stands around it."""
        found = _NAMED.search(name.strip().casefold())
        if found is None:
            return None
        said = _ALSO.get(found[1], found[1])
        return next((one for one in self.sheets if one.kind == said), None)

    def _by_columns(self, headings: Sequence[str]) -> Sheet | None:
        best = max(self.sheets, key=lambda sheet: sheet.known(headings))
        known = best.known(headings)
        return best if known >= 2 and 2 * known >= len(headings) else None


SSD: Final = Ssd()
