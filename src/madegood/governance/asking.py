"""What may become of something a board asked or decided. Plain rules, no database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    QUESTION = "question"
    CHALLENGE = "challenge"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"


class State(StrEnum):
    """Open ones come back to the board until they are closed."""

    OPEN = "open"
    ANSWERED = "answered"
    SENT_BACK = "sent_back"
    CLOSED = "closed"


KIND_WORDS = {
    Kind.QUESTION: "Question",
    Kind.CHALLENGE: "Challenge",
    Kind.DECISION: "Decision",
    Kind.RECOMMENDATION: "Recommendation of the board",
}
STATE_WORDS = {
    State.OPEN: "waits for an answer",
    State.ANSWERED: "answered, waits for the board",
    State.SENT_BACK: "sent back by the board",
    State.CLOSED: "closed",
}
FEWEST_WORDS = 3
# Days a question may wait where nobody has said otherwise: four weeks.
USUAL_DAYS = 28


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the thing when somebody wants to do something with it."""

    state: State
    asked_on: date
    answered_on: date | None = None
    answered_by: int | None = None


def may_be_answered(asked: Asked) -> str:
    """Why no answer can be given; "" where one can."""
    if asked.state is State.CLOSED:
        return "The board has closed it. Whoever keeps the board can open it again."
    if asked.state is State.ANSWERED:
        return (
            "It has an answer that the board has not looked at yet. Another can be "
            "given if the board sends that one back."
        )
    return ""


def may_be_settled(asked: Asked, meeting: date, today: date, by: int | None) -> str:
    """Why a meeting cannot accept the answer, or send it back; "" where it can."""
    if asked.state is not State.ANSWERED or asked.answered_on is None:
        return "There is no answer for the board to look at."
    if meeting > today:
        return "The meeting is still to come. Record what it said on the day, or after."
    if meeting <= asked.asked_on:
        return (
            "An answer is accepted at a later meeting than the one it was asked at. "
            "Choose a meeting after "
            f"{asked.asked_on:%-d %B %Y}."
        )
    if meeting < asked.answered_on:
        return (
            f"The answer was given on {asked.answered_on:%-d %B %Y}, after that "
            "meeting. Choose a later one."
        )
    if by is not None and by == asked.answered_by:
        return (
            "You gave the answer, so somebody else must record what the board said "
            "of it."
        )
    return ""


def may_be_withdrawn(asked: Asked) -> str:
    """Why the answer cannot be withdrawn; "" where it can. What the board has looked
    at is the board's: it sends it back, or opens the question again."""
    if asked.state is State.CLOSED:
        return (
            "The board has accepted the answer. Whoever keeps the board can open the "
            "question again, and another answer can then be given."
        )
    if asked.state is not State.ANSWERED:
        return "There is no answer that the board has still to look at."
    return ""


def may_be_reopened(asked: Asked, *, to_somebody: bool) -> str:
    """Why it cannot be opened again; "" where it can."""
    if asked.state is not State.CLOSED:
        return "It is open: the board has not closed it."
    if not to_somebody:
        return (
            "This decision asked nobody to do anything, so there is nothing to open "
            "again. Record a new question or decision at the next meeting."
        )
    return ""


def overdue(state: State, due: date | None, on: date) -> bool:
    """Whether an answer is late: one that the board has not yet looked at is not."""
    return state in (State.OPEN, State.SENT_BACK) and due is not None and due < on


def too_short(words: str) -> bool:
    return len(words.split()) < FEWEST_WORDS
