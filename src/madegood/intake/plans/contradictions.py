"""Where a plan says in one place that a thing stopped, and elsewhere that it goes on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from madegood.intake.plans.reading import PlanFinding, Recommendation
from madegood.intake.plans.vocabulary import words

_THING = r"(?P<thing>(?:[a-z][a-z’'-]+ ){0,3}[a-z][a-z’'-]+)"
_STOPS = re.compile(
    r"\b(?:cease[ds]?|ceasing|stop(?:ped|s|ping)?|discontinue[ds]?|withdraw[ns]?|withdrew"
    r"|abandon(?:ed|s)?|abolish(?:ed)?|no longer (?:use[ds]?|hold|undertake|offer|carry"
    r" out|do|make)|end(?:ed)? the use of) (?:the use of |to use |using |holding |all |the "
    rf"|our |any )?{_THING}",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    rf"\b{_THING} (?:have|has|were|was|will be|will|are|is)(?: now| been| being)* "
    r"(?:ceased?|stop(?:ped)?|discontinued|withdrawn|abandoned|abolished|no longer used)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\bcontinu(?:e|es|ed|ing)\b|\bnext\b|\bon-?going\b|\bremains?\b|\bregular(?:ly)?\b"
    r"|\bmonthly\b|\bquarterly\b|\bwill be (?:held|undertaken|audited|made|used)\b",
    re.IGNORECASE,
)
# Words that end a thing's name: "threshold visits moving forward" is threshold visits.
_AFTER = words(
    "moving going forward forwards from in on at by as and or to until after before "
    "when where while now altogether completely entirely immediately following due "
    "because that which the this was is are has have"
)
_INSIDE = words("of for with")
_BEFORE = words("the a an all any our these those use of and that to")
# No real plan stops more; it bounds the work on a text that is not a plan.
MOST_STOPS = 50


@dataclass(frozen=True)
class Stop:
    """A thing said to have stopped, where, and in what words."""

    where: str
    thing: tuple[str, ...]
    words: str


def contradictions(found: Sequence[Recommendation]) -> list[PlanFinding]:
    """A finding for each pair of places that cannot both be true."""
    return [_finding(*pair) for pair in contradictions_in(list(_texts(found)))]


def contradictions_in(
    texts: Sequence[tuple[str, str]],
) -> list[tuple[str, str, str, str]]:
    """Of texts, each under where it stands: where a thing is said to have stopped and in
    what words, and where it is said to go on and in what words."""
    stops = [stop for where, text in texts for stop in _stops(where, text)]
    going_on = [(w, _stems(t), t) for w, t in texts if _GOES_ON.search(t)]
    return [
        (stop.where, stop.words, other, _going_on(told))
        for stop in stops[:MOST_STOPS]
        for other, stems, told in going_on
        if other != stop.where and _names(stop, stems)
    ]


def _texts(found: Sequence[Recommendation]) -> Iterable[tuple[str, str]]:
    for recommendation in found:
        for action in recommendation.actions:
            yield action.number, f"{action.text} — {action.progress}"
        for outcome in recommendation.outcomes:
            yield outcome.number, outcome.text


def _stops(where: str, text: str) -> list[Stop]:
    return [
        Stop(where, name, match[0])
        for pattern in (_STOPS, _STOPPED)
        for match in pattern.finditer(text[:6000])
        if (name := _name(match["thing"]))
    ]


def _name(phrase: str) -> tuple[str, ...]:
    """The thing's name in full, or nothing if it is one word: too common to judge."""
    name: list[str] = []
    for word in phrase.casefold().split():
        if word in _AFTER and name:
            break
        if name or word not in _BEFORE:
            name.append(_stem(word))
    while name and name[-1] in _INSIDE:
        name.pop()
    return tuple(name) if len(name) > 1 else ()


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _stems(text: str) -> str:
    found = " ".join(_stem(w) for w in re.findall(r"[a-z’'-]+", text.casefold()))
    return f" {found} "


def _names(stop: Stop, stems: str) -> bool:
    """Whether a text names the thing that stopped."""
    return any(f" {name} " in stems for name in _shorter(stop.thing))


def _shorter(thing: tuple[str, ...]) -> list[str]:
    """The thing's name and what it may be cut to: "threshold visits for babies" is
    also "threshold visits"."""
    return [
        " ".join(thing[:size])
        for size in range(len(thing), 1, -1)
        if thing[size - 1] not in _INSIDE
    ]


def _going_on(text: str) -> str:
    """The words round what says that a thing goes on."""
    found = _GOES_ON.search(text)
    assert found is not None, "only texts that say a thing goes on are compared"
    before = " ".join(text[: found.start()].split()[-6:])
    after = " ".join(text[found.end() :].split()[:8])
    return f"… {before} {found[0]} {after} …"


def _finding(where: str, said: str, other: str, contrary: str) -> PlanFinding:
    return PlanFinding(
        "contradiction",
        f"{where} and {other}",
        f"{where} says “{said}”, but {other} says “{contrary}”.",
        "Ask which is true now, and correct the other.",
    )
