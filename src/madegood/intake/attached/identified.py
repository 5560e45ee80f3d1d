"""Where a text identifies somebody by a shape that can be told for certain.

Names are not among them: minutes name the staff who were there, and no list tells a
child's name from a worker's. What is looked for is what evidence never needs: NHS and
pupil numbers, National Insurance numbers, dates of birth and full postcodes.
"""

import re
from collections.abc import Collection, Iterable
from typing import Final

from madegood.intake.identifiers import CALLED, Identifier, spans

NEVER: Final = frozenset(
    {
        Identifier.NHS_NUMBER,
        Identifier.UPN,
        Identifier.NATIONAL_INSURANCE,
        Identifier.DATE_OF_BIRTH,
        Identifier.POSTCODE,
    }
)
_MOST_PLACES: Final = 5

Text = tuple[str, str]


def identified(
    texts: Iterable[Text], offices: Collection[str] = ()
) -> dict[Identifier, list[str]]:
    """Where each kind stands, by (where, text). `offices` are postcodes of the council's
    own buildings, which may stand anywhere."""
    ours = {_joined(one) for one in offices}
    found: dict[Identifier, dict[str, None]] = {}
    for where, text in texts:
        for span in spans(text, NEVER):
            said = _joined(text[span.start : span.end])
            if span.kind is not Identifier.POSTCODE or said not in ours:
                found.setdefault(span.kind, {})[where] = None
    order = list(Identifier)
    return {kind: list(found[kind]) for kind in sorted(found, key=order.index)}


def in_words(found: dict[Identifier, list[str]]) -> str:
    """'NHS numbers (page 3) and full postcodes (page 1, page 2)': never a value."""
    said = [f"{CALLED[kind]} ({_places(where)})" for kind, where in found.items()]
    return " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))


def _places(where: list[str]) -> str:
    more = len(where) - _MOST_PLACES
    listed = ", ".join(where[:_MOST_PLACES])
    return f"{listed} and {more:,} more places" if more > 0 else listed


def _joined(postcode: str) -> str:
    return re.sub(r"\s", "", postcode).upper()
