"""Refusing what cannot be recorded, by the first thing that is wrong with it."""

from collections.abc import Iterable
from datetime import date

from madegood.plan.actions import NotSaid
from madegood.plan.progress import FEWEST_WORDS

__all__ = ["TOO_SHORT", "day_words", "refuse", "too_short"]

TOO_SHORT = "Say why, in at least three words."


def refuse(faults: Iterable[tuple[bool, str]]) -> None:
    """Raises NotSaid with the message of the first fault that is one."""
    for wrong, message in faults:
        if wrong:
            raise NotSaid(message, lacks="why" if message == TOO_SHORT else "")


def too_short(why: str) -> tuple[bool, str]:
    """A reason that says nothing is no reason."""
    return len(why.split()) < FEWEST_WORDS, TOO_SHORT


def day_words(day: date) -> str:
    return f"{day:%-d %B %Y}"
