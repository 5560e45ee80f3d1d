"""What was asked of two recommendations in the demo's year, and what was found.

The numbers of the plan stand here because the demo imports that very plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from madegood.assurance.suggested import Suggestion

# Months before the present one: when practice was first looked at, when it was looked
# at again to see that it lasts, and when somebody looked once more.
LOOKED, AGAIN, ONCE_MORE = 8, 5, 2


@dataclass(frozen=True, slots=True)
class Look:
    """Something recorded on a day of a month."""

    months_ago: int
    day: int
    rung: str
    title: str
    looked_at: int | None = None
    good: int | None = None


def _document(title: str) -> Suggestion:
    return Suggestion("document", title)


def _sample(title: str) -> Suggestion:
    return Suggestion("sample", title, target=0.8)


def _families(title: str) -> Suggestion:
    return Suggestion("feedback", title, target=0.8, minimum=8)


_OWNED = Suggestion(
    "measure",
    "Plan actions that say who and by when",
    "plan_actions_owned_and_dated",
    0.85,
)
_KNOW = _families("Parents say they know what is expected of them, and why")
_CLEAR = _sample("Dip sample: a parent could say what is expected and by when")
_PATHWAY = _sample("Dip sample: the choice of care was explained before it was made")
_ON_FILE = _sample("Dip sample: the file shows what was offered and discussed")
_INFORMED = _families("Young people say they understood what they could choose")

ASKED: dict[str, tuple[Suggestion, ...]] = {
    "5.1": (_document("Guidance on writing plans"), _OWNED, _CLEAR),
    "5.2": (_document("How families are asked, as agreed"), _KNOW),
    "5.3": (_document("Signs of Safety guidance, as issued"), _CLEAR),
    "5.4": (_document("Records of the practice workshops"), _CLEAR),
    "5.5": (_document("The audit tool, with its questions on plans"), _CLEAR),
    "5.a": (_OWNED, _KNOW),
    "5.b": (_KNOW,),
    "9.1": (_document("The pathway as agreed with housing"), _PATHWAY),
    "9.2": (_document("The information pack, as printed"), _INFORMED),
    "9.3": (_document("Reviews of homeless presentations"), _ON_FILE),
    "9.4": (_document("The framework as signed with housing"), _PATHWAY),
    "9.5": (_document("The checklist on the case system"), _ON_FILE),
    "9.a": (_INFORMED,),
    "9.b": (_PATHWAY,),
    "9.c": (_ON_FILE,),
    "9.d": (_INFORMED,),
}

# How many were looked at and how many were good, first and again.
_FOUND: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    _KNOW.title: ((14, 13), (12, 11)),
    _CLEAR.title: ((20, 18), (20, 17)),
    _PATHWAY.title: ((12, 11), (10, 9)),
    _ON_FILE.title: ((15, 14), (15, 13)),
    _INFORMED.title: ((9, 8), (10, 9)),
}
# The look that found it had not lasted.
_FELL = (_ON_FILE.title, 15, 7)


def looks() -> Iterator[tuple[str, Look]]:
    """Each thing recorded, with the part of the plan it was recorded for."""
    for number, tests in ASKED.items():
        for test in tests:
            if test.kind == "document":
                yield number, Look(LOOKED + 2, 9, "done", test.title)
            elif test.title in _FOUND:
                yield from ((number, look) for look in _seen(test))


def _seen(test: Suggestion) -> Iterator[Look]:
    rung = "seen" if test.kind == "sample" else "said"
    first, again = _FOUND[test.title]
    for months_ago, (of, good) in ((LOOKED, first), (AGAIN, again)):
        yield Look(months_ago, 6, rung, test.title, of, good)
    title, of, good = _FELL
    if test.title == title:
        yield Look(ONCE_MORE, 12, rung, f"{title}, looked at again", of, good)
