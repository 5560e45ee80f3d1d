"""Boards that most authorities have, offered where none is set up yet.

Each is a beginning: names, purposes and frequencies are the authority's own to change,
and nothing anywhere asks for a board by its name.
"""

from dataclasses import dataclass
from enum import StrEnum


class BoardKind(StrEnum):
    """What kind of body it is, which decides what the law asks of it."""

    LEADERSHIP = "leadership"
    IMPROVEMENT = "improvement"
    MEMBER = "member"
    SCRUTINY = "scrutiny"
    PARTNERSHIP = "partnership"
    OTHER = "other"


KIND_WORDS = {
    BoardKind.LEADERSHIP: "Leadership of the service",
    BoardKind.IMPROVEMENT: "Improvement board",
    BoardKind.MEMBER: "Briefing of an elected member",
    BoardKind.SCRUTINY: "Overview and scrutiny committee",
    BoardKind.PARTNERSHIP: "Partnership",
    BoardKind.OTHER: "Another board or forum",
}


@dataclass(frozen=True, slots=True)
class Offered:
    key: str
    name: str
    kind: BoardKind
    purpose: str
    chair: str
    every: int
    unit: str
    public: bool = False
    skips: tuple[int, ...] = ()
    papers_days: int = 3


OFFERED: tuple[Offered, ...] = (
    Offered(
        "dlt",
        "Directorate leadership team",
        BoardKind.LEADERSHIP,
        "Keeps hold of the whole plan, and settles what heads of service cannot.",
        "Director of Children’s Services",
        1,
        "month",
        papers_days=3,
    ),
    Offered(
        "operational",
        "Operational leadership group",
        BoardKind.LEADERSHIP,
        "Heads of service go through actions, exceptions and audits together.",
        "Assistant Director, Children’s Social Care",
        2,
        "week",
        papers_days=2,
    ),
    Offered(
        "improvement",
        "Improvement Board",
        BoardKind.IMPROVEMENT,
        "Partners and an independent chair hold the authority to its plan.",
        "Independent Chair of the Improvement Board",
        6,
        "week",
        skips=(8,),
        papers_days=5,
    ),
    Offered(
        "cabinet",
        "Cabinet Member briefing",
        BoardKind.MEMBER,
        "Tells the Cabinet Member what is better, what is not, and what needs them.",
        "Cabinet Member for Children’s Services",
        1,
        "month",
        skips=(8,),
        papers_days=3,
    ),
    Offered(
        "scrutiny",
        "Children’s Services Scrutiny Board",
        BoardKind.SCRUTINY,
        "Elected members question, in public, what the authority says it has done.",
        "Chair of the Scrutiny Board",
        3,
        "month",
        public=True,
        papers_days=10,
    ),
    Offered(
        "partnership",
        "Safeguarding partnership",
        BoardKind.PARTNERSHIP,
        "Authority, police and health answer to each other for what they do together.",
        "Chair of the Safeguarding Partnership",
        3,
        "month",
        papers_days=5,
    ),
)
