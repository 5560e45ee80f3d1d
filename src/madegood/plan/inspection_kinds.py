"""The kinds of inspection and review a plan may answer. Plain Python."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    ILACS = "ilacs"
    FOCUSED_VISIT = "focused_visit"
    JTAI = "jtai"
    SEND = "send"
    MONITORING_VISIT = "monitoring_visit"
    PEER_REVIEW = "peer_review"
    LEARNING_REVIEW = "learning_review"
    OTHER = "other"


KIND_WORDS: Final = {
    Kind.ILACS: "inspection of children’s services (ILACS)",
    Kind.FOCUSED_VISIT: "focused visit",
    Kind.JTAI: "joint targeted area inspection",
    Kind.SEND: "SEND area inspection",
    Kind.MONITORING_VISIT: "monitoring visit",
    Kind.PEER_REVIEW: "peer review",
    Kind.LEARNING_REVIEW: "learning review",
    Kind.OTHER: "other review",
}

# What the short name of a plan begins with: JTAI22.
INITIALS: Final = {
    Kind.ILACS: "ILACS",
    Kind.FOCUSED_VISIT: "FV",
    Kind.JTAI: "JTAI",
    Kind.SEND: "SEND",
    Kind.MONITORING_VISIT: "MV",
    Kind.PEER_REVIEW: "PEER",
    Kind.LEARNING_REVIEW: "LR",
    Kind.OTHER: "PLAN",
}

# Said of a report by whoever read it, longest first so that no part of one name is
# taken for another.
_SAID: Final = (
    ("joint targeted area inspection", Kind.JTAI),
    ("jtai", Kind.JTAI),
    ("send", Kind.SEND),
    ("special educational needs", Kind.SEND),
    ("area inspection", Kind.SEND),
    ("focused visit", Kind.FOCUSED_VISIT),
    ("monitoring visit", Kind.MONITORING_VISIT),
    ("peer review", Kind.PEER_REVIEW),
    ("peer challenge", Kind.PEER_REVIEW),
    ("learning review", Kind.LEARNING_REVIEW),
    ("practice review", Kind.LEARNING_REVIEW),
    ("serious case review", Kind.LEARNING_REVIEW),
    ("inspection", Kind.ILACS),
)


# What a plan is said to answer; a report calls an ILACS just "inspection".
FRAMEWORK_WORDS: Final = KIND_WORDS | {Kind.ILACS: "inspection", Kind.OTHER: ""}

# What an ILACS judges, for whoever enters it by hand. The overall judgement ended in
# April 2026, so it is not among them; an older one is written in like any other.
ILACS_AREAS: Final = (
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
)


def kind_of(said: str) -> Kind:
    """The kind that a report's own words name; OTHER where they name none."""
    words = f" {said.casefold()} "
    return next((kind for name, kind in _SAID if f"{name} " in words), Kind.OTHER)
