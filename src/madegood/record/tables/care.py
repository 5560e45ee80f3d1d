"""Being looked after, and what may be open when a child is visited."""

from madegood.record.schema import Column, Kind, Table
from madegood.record.tables.columns import CHILD, ENDED, STARTED_KEY, day, text

CARE_EPISODES = Table(
    "care_episodes",
    "Episodes of being looked after: one row for each placement or legal status.",
    ("child_id", "started_on"),
    (
        Column(
            "child_id", Kind.ID, "The authority's own id for the child.", required=True
        ),
        Column(
            "started_on", Kind.DATE, "When the episode began (DECOM).", required=True
        ),
        Column("legal_status", Kind.TEXT, "SSDA903 legal status code (LS)."),
        Column("placement_type", Kind.TEXT, "SSDA903 placement code (PLACE)."),
        Column(
            "provider",
            Kind.TEXT,
            "The organisation that provides the placement. An SSDA903 PLACE_PROVIDER "
            "is only a category and is not read into it.",
        ),
        Column("placement_id", Kind.TEXT, "The authority's id for the placement."),
        Column("carer_id", Kind.TEXT, "The authority's id for the carer."),
        Column("ended_on", Kind.DATE, "When the episode ceased (DEC); blank is open."),
        Column("reason_ended", Kind.TEXT, "SSDA903 reason ceased (REC)."),
        Column("reason_started", Kind.TEXT, "SSDA903 reason for new episode (RNE)."),
    ),
    (("started_on", "ended_on"),),
)

CARE_REVIEWS = Table(
    "care_reviews",
    "Reviews of looked-after children that were held.",
    ("child_id", "held_on"),
    (
        CHILD,
        day("held_on", "When.", required=True),
        text("participation", "How the child took part: SSDA903 code PN0 to PN7."),
    ),
)


def _open_from(name: str, says: str) -> Table:
    """Spells of which only that they were open matters: at a visit, say."""
    return Table(
        name,
        says,
        ("child_id", "started_on"),
        (CHILD, STARTED_KEY, ENDED),
        (("started_on", "ended_on"),),
    )


CARE_LEAVERS = _open_from(
    "care_leavers", "When a young person had the rights of a care leaver."
)
COURT_ORDERS = _open_from(
    "court_orders",
    "When a court order about a child was in force that asks work of the authority, "
    "such as a supervision order.",
)
SHORT_BREAKS = _open_from(
    "short_breaks", "When a disabled child had a package of short breaks."
)
