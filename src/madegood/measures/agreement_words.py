"""What an agreement between auditors and moderators means, and what may be done.

The steps of kappa are those that are usually taken (Landis and Koch 1977): they are
convention and no law, so what is judged is not kappa but where it surely lies.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from madegood.measures.agreement import FEWEST, GRADES, Agreement, Pair
from madegood.measures.exact import split

GRADE_WORDS: Final = {
    "inadequate": "inadequate",
    "requires_improvement": "requires improvement",
    "good": "good",
    "outstanding": "outstanding",
}
_CLOSE, _SLIGHT = 0.6, 0.4
# Where AC2 is so much higher and nearly all have one grade, kappa is low for that.
_APART, _NEARLY_ALL = 0.2, 0.8
_SURE = 0.01


def meaning(found: Agreement, pairs: Iterable[Pair]) -> str:
    """One or two sentences for who reads no statistics."""
    if not found.pairs:
        return "No audit has been graded by two people, so nothing is known of it."
    if found.pairs < FEWEST:
        return (
            f"{found.pairs} are too few to take chance away: two people who mostly say "
            "the same agree often without looking."
        )
    if found.kappa is None or found.interval is None:
        return "Every case had one grade, so nothing shows whether they would differ."
    said = _beyond(*found.interval)
    lifted = found.ac2 is not None and found.ac2 - found.kappa > _APART
    if lifted and _of_one_grade(pairs) >= _NEARLY_ALL:
        said += (
            " Nearly all have one grade, which makes kappa low however well they agree; "
            f"Gwet’s AC2, which that does not touch, is {found.ac2:.2f}."
        )
    return f"{said} Nothing here says that a grade is right."


def _of_one_grade(pairs: Iterable[Pair]) -> float:
    """The share of all grades that the grade given most often has."""
    given = Counter(grade for pair in pairs for grade in pair)
    return max(given.values()) / given.total()


def _beyond(low: float, high: float) -> str:
    """What is sure where kappa lies between the two."""
    if high < 0:
        return "They agree less than chance would: they do not grade the same thing."
    if low <= 0:
        return "Chance alone could make as much: the grades say little of the cases."
    if low >= _CLOSE:
        return (
            "They agree closely: a grade says something of the case, whoever gave it."
        )
    if high < _SLIGHT:
        return (
            "They agree a little beyond chance: a grade says as much of who gave it as "
            "of the case."
        )
    return (
        "They agree beyond chance, and not surely closely: many grades together can be "
        "read, one by itself with care."
    )


def may_be_done(
    found: Agreement, pairs: Iterable[Pair], *, not_blind: int
) -> tuple[str, ...]:
    """What follows, as things to do, the most telling first."""
    tally = Counter(pairs)
    told = [
        _one_sided(found),
        _often(tally),
        _far(tally),
        _blind(not_blind, found.pairs),
        _more(found.pairs),
    ]
    return tuple(one for one in told if one)


def _one_sided(found: Agreement) -> str:
    apart = found.lower + found.higher
    if apart == 0 or split(found.lower, apart, 0.5) > _SURE:
        return ""
    way, other = ("lower", "generous") if found.lower > found.higher else (
        "higher", "strict",
    )  # fmt: skip
    return (
        f"Where they differ the moderator’s grade is {way} by more than chance: auditors "
        f"may be too {other}, or moderators the other way. Report the moderated grade, "
        "and grade some cases together."
    )


def _often(tally: Counter[Pair]) -> str:
    apart = [(many, pair) for pair, many in tally.items() if pair[0] != pair[1]]
    if not apart:
        return ""
    many, (first, second) = max(
        apart, key=lambda one: (one[0], *map(GRADES.index, one[1]))
    )
    if many < 2:
        return ""
    return (
        f"Most often an auditor says {GRADE_WORDS[first]} and the moderator "
        f"{GRADE_WORDS[second]} ({many}): write down, with examples, what tells those "
        "two apart."
    )


def _far(tally: Counter[Pair]) -> str:
    far = sum(
        many
        for (first, second), many in tally.items()
        if abs(GRADES.index(first) - GRADES.index(second)) > 1
    )
    if not far:
        return ""
    verb = "is" if far == 1 else "are"
    return (
        f"{far} {verb} two grades or more apart: read each again together before its "
        "grade is used."
    )


def _blind(not_blind: int, pairs: int) -> str:
    if not not_blind:
        return ""
    verb = "was" if not_blind == 1 else "were"
    return (
        f"{not_blind} of {pairs} {verb} moderated with the first grade in sight, which "
        "makes people agree more readily: have the second given before the first is shown."
    )


def _more(pairs: int) -> str:
    if pairs >= FEWEST:
        return ""
    return (
        f"Have {FEWEST - pairs} more graded twice, chosen by lot: from {FEWEST} on it can "
        "be said how far they agree beyond chance."
    )
