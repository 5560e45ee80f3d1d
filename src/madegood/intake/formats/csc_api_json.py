"""How the DfE's children's social care API lies in JSON."""

from typing import Final

from madegood.intake.formats import csc_api as kinds
from madegood.intake.formats.base import Sheet
from madegood.intake.payload_shape import PayloadShape
from madegood.intake.tree import Branch

_CHILD: Final = (kinds.CHILD_ID, kinds.CHILD_ID)
_EPISODE: Final = (kinds.EPISODE_ID, kinds.EPISODE_ID)
_PURGE: Final = (kinds.PURGE, kinds.PURGE)


def _branch(
    sheet: Sheet,
    *takes: tuple[str, str],
    within: tuple[Branch, ...] = (),
    listed: str = "",
) -> Branch:
    """What is marked to be deleted takes all that is in it along."""
    return Branch(
        sheet.kind,
        sheet.kind,
        within,
        (_CHILD, _PURGE, *takes),
        listed=frozenset({kinds.PURGE, *listed.split()}),
    )


_EPISODES: Final = _branch(
    kinds.EPISODE,
    within=(
        _branch(kinds.WORKER),
        _branch(kinds.ASSESSMENT, _EPISODE, listed="factors"),
        _branch(kinds.CIN_PLAN),
        _branch(kinds.ENQUIRY),
        _branch(kinds.CP_PLAN),
        _branch(kinds.PLACEMENT),
        _branch(kinds.ADOPTION, _EPISODE),
        _branch(kinds.LEAVER),
    ),
)
_BRANCH: Final = Branch(
    kinds.CHILD.kind,
    kinds.CHILD.kind,
    within=(
        _branch(kinds.DETAILS, listed="disabilities"),
        Branch(
            "health_and_wellbeing",
            None,
            (_branch(kinds.SDQ),),
            (_CHILD, _PURGE),
            frozenset({kinds.PURGE}),
        ),
        _EPISODES,
    ),
)

CSC_API_JSON: Final = PayloadShape(
    format="csc_api",
    known_by=kinds.CHILD_ID,
    branch=_BRANCH,
    sheets=kinds.CSC_API.sheets,
    always=(kinds.CHILD.kind,),
)
