"""What may be said of an oddity, and what of it then stands. Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from madegood.measures.oddities import Oddity

Key = tuple[str, date, str]


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    TO_CORRECT = "to_correct"


VERDICT_WORDS = {
    Verdict.ACCEPTED: "The numbers are right",
    Verdict.TO_CORRECT: "The data is wrong and is to be corrected",
}


@dataclass(frozen=True, slots=True)
class Said:
    """An explanation, as it was given.

    given_for   of one that was given for another measure's oddity of the same cause:
                that measure's title
    stands_for  the titles of the other measures that it was given for as well
    """

    verdict: Verdict
    why: str
    by: str
    at: datetime
    given_for: str = ""
    stands_for: tuple[str, ...] = ()


def odd_since(odd: Sequence[Oddity], said: Mapping[Key, Said]) -> date | None:
    """Since when the earliest of what is in the way of proof began; None for nothing."""
    in_the_way = [one.since for one in odd if standing_in_the_way([one], said)]
    return min(in_the_way, default=None)


def standing_in_the_way(
    odd: Sequence[Oddity], said: Mapping[Key, Said]
) -> tuple[str, ...]:
    """Why a measure proves nothing: a clause for each oddity that nobody has explained,
    or that is known to be wrong data. `said` has the newest word on each."""
    clauses = []
    for one in odd:
        word = said.get(one.key)
        if word is None:
            clauses.append(f"{one.says}, and nobody has explained it")
        elif word.verdict is Verdict.TO_CORRECT:
            clauses.append(
                f"{one.says}, and the data is to be corrected (“{word.why}”, {word.by}, "
                f"{word.at:%-d %B %Y})"
            )
    return tuple(clauses)
