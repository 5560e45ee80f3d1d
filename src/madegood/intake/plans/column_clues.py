"""What a column holds, by the words its name is made of, where the whole name is in no
list. "Who is leading on this?" and "Current BRAG" name columns as surely as "Lead" and
"BRAG" do; there is no end to how a council may put it.
"""

import re
from typing import Final

from madegood.intake.plans.blocks import Role
from madegood.intake.plans.vocabulary import MONTH, ORDERS, plain

LONGEST_NAME: Final = 80
MOST_WORDS: Final = 10
# The first whose words stand in the name says what the column holds. Nothing is a
# column that tells when something was last looked at, or what it cost.
_CLUES: Final[tuple[tuple[str, Role | None], ...]] = (
    (r"^(?:(?:actions?|activity|tasks?|items?|unique) )?(?:ref\w*|numbers?|nos?|id)$",
     Role.REF),
    (r"^rec(?:s|ommendations?)?(?: (?:ref\w*|numbers?|nos?))?$", Role.RECOMMENDATION),
    ((r"cost|budget|funding|resources?|updated|reviewed|previous|last (?:month|quarter)"
     r"|notes?|internal"), None),
    (r"how (?:will|do|would) we know.*\b(?:impact|difference)", Role.OUTCOME),
    ((r"(?:progress|updates?)\b.*\bevidence|evidence\b.*\bupdates?|completed on"
     r"|(?:date|when) completed|actual (?:completion|finish|end)"), Role.PROGRESS),
    (r"^support(?:ed|ing)?(?: (?:by|from|officers?|leads?|partners?|posts?))?$",
     Role.OWNER),
    ((r"area(?:s)? (?:for|of) (?:improvement|development|action)"
     r"|recommendations?|findings?|ofsted|inspectors?|themes?"), Role.RECOMMENDATION),
    (r"start(?:s|ing|ed)?|begins?", Role.START),
    ((r"leads?|leading|who|whom|owners?|ownership|owned|responsib\w+|accountab\w+"
     r"|officers?|sponsors?|named person"), Role.OWNER),
    ((r"evidence|kpis?|measures?|measured|assurance|monitor\w*|sources?"
     r"|how (?:will|do|would) we know"), Role.EVIDENCE),
    (r"impacts?|outcomes?|success\w*|difference|benefits?", Role.OUTCOME),
    ((r"when|dates?|deadlines?|timescales?|timeframes?|timelines?|due|finish|completion"
     r"|complete by|completed by|by end of"), Role.DUE),
    ((r"rag|brag|status|progress|updates?|position|comment\w*|narrative|achieved"
     r"|what (?:has|have)|done so far|where (?:are|is) (?:we|it)"), Role.PROGRESS),
    ((r"actions?|tasks?|steps?|activit\w+|deliverables?|milestones?|interventions?"
     r"|what (?:will|are|do|shall|must|needs?|should)|how (?:will|are|do) we"),
     Role.ACTION),
    (r"ref\w*|no|number|id", Role.REF),
)  # fmt: skip
_UPDATE: Final = re.compile(
    rf"update (?:as at |at |for |on |to )?(?:\d{{1,2}} )?(?:{MONTH}|q[1-4])(?: \d{{2,4}})*"
)
_PATTERNS: Final = tuple((re.compile(rf"\b(?:{p})\b"), role) for p, role in _CLUES)


def role_by_clue(label: str) -> Role | None:
    """What a column of that name holds; None where its words do not tell, or where
    they are no name: a name is short, is no sentence and gives no order."""
    words = plain(label).split()
    if not words or len(words) > MOST_WORDS or len(label) > LONGEST_NAME:
        return None
    if label.rstrip().endswith(".") or (words[0] in ORDERS and len(words) > 2):
        # "Update - Oct 25" is a column's name, "Update the policy on visits" is none.
        return Role.PROGRESS if _UPDATE.fullmatch(" ".join(words)) else None
    named = " ".join(words)
    return next((role for clue, role in _PATTERNS if clue.search(named)), None)
