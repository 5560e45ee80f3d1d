"""Missing episodes, and the two flags that are all the SSD has of a return interview."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.base import Columns, Filling
from madegood.intake.formats.ssd.cells import MOMENT
from madegood.intake.formats.ssd.sheets import (
    flag,
    kept,
    key,
    person,
    ssd_table,
)
from madegood.intake.words.vocabulary import Vocabulary
from madegood.record.tables import (
    MISSING_EPISODES,
    RETURN_INTERVIEW_EPISODES,
    RETURN_INTERVIEWS,
)

_OFFERED: Final = "miss_missing_rhi_offered"
_ACCEPTED: Final = "miss_missing_rhi_accepted"
_EPISODE: Final = "miss_table_id"

KIND: Final = Vocabulary(
    "type of episode",
    """
    missing = missing | :m | missing care | missing home | missing from care | missing person
    away = away | absent | :a | away placement without authorisation | away from placement
    """,
)


def _tells_of_an_interview(columns: Columns) -> pa.Array:
    return pc.or_(pc.is_valid(columns[_OFFERED]), pc.is_valid(columns[_ACCEPTED]))


def _interview_id(columns: Columns) -> pa.Array:
    return pc.binary_join_element_wise(columns[_EPISODE], "interview", "-")


MISSING: Final = ssd_table(
    "ssd_missing",
    MISSING_EPISODES,
    (
        key(_EPISODE, "episode_id"),
        person("miss_person_id"),
        kept("miss_missing_episode_start_date", "started_at", MOMENT),
        kept("miss_missing_episode_type", "kind", KIND),
        kept("miss_missing_episode_end_date", "ended_at", MOMENT),
        flag(_OFFERED),
        flag(_ACCEPTED),
    ),
    # An interview with no times: that it was offered and accepted is all that is known.
    more=(
        Filling(
            RETURN_INTERVIEWS,
            {
                "interview_id": _interview_id,
                "child_id": "miss_person_id",
                "offered": _OFFERED,
                "accepted": _ACCEPTED,
            },
            where=_tells_of_an_interview,
        ),
        Filling(
            RETURN_INTERVIEW_EPISODES,
            {"interview_id": _interview_id, "episode_id": _EPISODE},
            where=_tells_of_an_interview,
        ),
    ),
    caution=(
        "an episode ends when the child was found (Liquidlogic), when the step of the "
        "workflow was completed (Mosaic) or on a day without a time (Eclipse): hours "
        "counted from it mean different things. Return interviews have no dates here."
    ),
)
