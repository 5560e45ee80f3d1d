"""The other Annex A: the lists of an area SEND inspection, told apart and counted.

Theirs are called List 1 and List 2 too. They are about children with education, health
and care plans or SEN support, and none of their columns is in the record.
(Headings: Ofsted, area SEND inspections, as data-to-insight/annex-a-sen-validator-be
of March 2025 lists them.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from madegood.intake.cells import read_text
from madegood.intake.findings import Severity
from madegood.intake.formats.annex_a.sheets import ListSheet, letters
from madegood.intake.formats.base import Field
from madegood.intake.ids import read_key
from madegood.intake.stand_ins import NOTHING_THERE

_BOTH: Final = (
    "SEN primary need",
    "Main education establishment – URN",
    "Main education establishment – phase",
    "Subsidiary education establishment – phase (dual registration)",
    "Suspensions",
    "Permanent exclusions",
    "Absence",
    "Pupil Premium",
    "Known to children's social care?",
    "Does the child or young person have a disability?",
)
_PLANS: Final = (
    "Date initial EHC plan issued",
    "Date updated EHC plan issued",
    "Date EHC plan last reviewed",
    "Elective home education",
)
_LEFT_OUT: Final = ("UPN", "ULN", "Which children's social care team?")
_PLAIN: Final = ("Date of birth", "Gender", "Ethnicity")
_FEWEST: Final = 4


@dataclass(frozen=True)
class SendSheet(ListSheet):
    """A list of the SEND annex."""

    def is_of(self, headings: Sequence[str]) -> bool:
        """Told by headings that no list on social care has, those of this one most."""
        given = {letters(heading) for heading in headings}
        telling = [letters(heading) for heading in (*_BOTH[:8], *_PLANS)]
        plans = any(letters(heading) in given for heading in _PLANS)
        many = sum(heading in given for heading in telling) >= _FEWEST
        return many and plans == (self.kind == "SEND List 1")


def _list(number: int, who: str, headings: Sequence[str]) -> SendSheet:
    return SendSheet(
        kind=f"SEND List {number}",
        title=f"the Annex A of an area SEND inspection, list {number} ({who})",
        counted_as=f"SEND List {number}",
        table=None,
        fields=(
            Field(
                "Unique ID", None, read_key, required=True, also=("Child Unique ID",)
            ),
            *(Field(one, None, None) for one in _LEFT_OUT),
            *(
                Field(one, None, read_text, lenient=True)
                for one in (*_PLAIN, *headings)
            ),
        ),
        order=Severity.WARNING,
        edition="2023",
        blanks=NOTHING_THERE,
    )


SEND_LISTS: Final = (
    _list(1, "education, health and care plans", (*_PLANS, *_BOTH)),
    _list(2, "SEN support", _BOTH),
)
