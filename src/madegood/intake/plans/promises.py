"""Promises and references inside an action's words."""

import re

from madegood.intake.plans.reading import Commitment
from madegood.intake.plans.vocabulary import MONTH, NUMBER_WORDS

_UNITS = r"(?P<unit>day|week|month|quarter|term|year)s?"
_EVERY = re.compile(
    rf"\bevery (?:(?P<other>other|second)|(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}))?"
    rf"\s?{_UNITS}\b"
    r"|\b(?P<often>once|twice) (?:a|per|every) (?P<per>day|week|month|quarter|term|year)\b"
    r"|\b(?P<step>two|three|four|six|bi)[- ](?P<stepped>weekly|monthly|yearly)\b"
    r"|\b(?P<word>daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly"
    r"|bi-?annual(?:ly)?)\b",
    re.IGNORECASE,
)
_WORDS = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "2 weeks",
    "monthly": "month",
    "quarterly": "quarter",
    "termly": "term",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "biannual": "6 months",
    "biannually": "6 months",
}
_HALVES = {"month": "2 weeks", "year": "6 months", "day": "12 hours"}
_DATE = (
    r"(?:(?:the )?(?:beginning|start|middle|end) of |early |mid[- ]?|late )?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}|(?:spring|summer|autumn|winter)"
    r"(?: term)?|q[1-4]|quarter [1-4])(?: of)? ?20\d\d(?:[/-]\d\d)?"
    r"|\d{1,2}/\d{1,2}/(?:20)?\d\d|(?:by|during|in) 20\d\d"
)
_ON = re.compile(rf"\b(?:{_DATE})\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\bnext (?:\w+ ){0,3}(?:audit|review|meeting|report|survey|inspection)\b",
    re.IGNORECASE,
)
# A date is promised only if its own sentence looks ahead; "launched March 2021" is told.
_AHEAD = re.compile(
    r"\b(?:will|to be|to take place|next|by|due|planned|scheduled|expected|further"
    r"|target|aim|before|shall|is to|are to)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:launched|implemented|agreed|rolled out|available|completed (?:in |on )?"
    r"(?=spring|summer|autumn|winter|[A-Z][a-z]+ 20)|held|started|since|was|were|took"
    r" place)\b[^.;]{0,60}$"
)
_MAYBE = re.compile(r"\b(?:may|might|could|if needed|where possible)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_TO_RECOMMENDATION = re.compile(
    r"\b(?P<first>initial|first) recommendation\b|\b(?:recommendations?|priority)\s+"
    r"(?P<number>\d{1,2})(?:(?:,| and| or|, and)\s(?P<more>\d{1,2}))?\b",
    re.IGNORECASE,
)
_TO_ACTION = re.compile(r"\baction (?P<number>\d{1,2}[.:]\d{1,2})\b", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:see|as) above\b|\babove commentary\b|\bsee previous\b", re.IGNORECASE
)
_ALL_ABOVE = re.compile(r"\ball of the above\b|\ball the above\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:see|as) below\b", re.IGNORECASE)


def commitments(text: str) -> tuple[Commitment, ...]:
    """What a text promises to do every so often, or by some time. Each is given with
    the sentence it stands in."""
    found: list[Commitment] = []
    for sentence in _SENTENCE.split(text[:6000]):
        said = sentence.strip()
        found += [
            Commitment(
                said, every=_interval(m), conditional=_maybe(sentence, m.start())
            )
            for m in _EVERY.finditer(sentence)
        ]
        due = _due(sentence)
        if due:
            found.append(Commitment(said, due=due))
    return tuple(dict.fromkeys(found))


def dates_told(text: str) -> tuple[str, ...]:
    """Dates that a text gives for what has been, not for what is to come."""
    promised = {c.due for c in commitments(text)}
    return tuple(
        m[0]
        for m in _ON.finditer(text[:6000])
        if not any(m[0] in due for due in promised if due)
    )


def _maybe(sentence: str, at: int) -> bool:
    return _MAYBE.search(sentence[max(0, at - 30) : at]) is not None


def _interval(found: re.Match[str]) -> str:
    if found["word"]:
        return _WORDS[found["word"].casefold().replace("-", "")]
    if found["step"]:
        count = {"two": 2, "three": 3, "four": 4, "six": 6, "bi": 2}
        unit = found["stepped"].casefold().removesuffix("ly")
        return f"{count[found['step'].casefold()]} {unit}s"
    if found["often"]:
        per = found["per"].casefold()
        once = found["often"].casefold() == "once"
        return per if once else _HALVES.get(per, f"half {per}")
    unit = found["unit"].casefold()
    if found["other"]:
        return f"2 {unit}s"
    given = (found["count"] or "1").casefold()
    count_text = NUMBER_WORDS.get(given, given)
    return unit if count_text == "1" else f"{count_text} {unit}s"


def _due(sentence: str) -> str | None:
    """The time by which a sentence that looks ahead says something will be."""
    event = _NEXT.search(sentence)
    date = _ON.search(sentence)
    if date is not None:
        before = sentence[: date.start()]
        if not _AHEAD.search(sentence) or _TOLD.search(before):
            return None
        if event is not None and 0 <= date.start() - event.end() <= 4:
            return sentence[event.start() : date.end()]
        return date[0]
    return event[0] if event is not None else None


def refers_to(text: str, *, here: tuple[str, int], rows: int) -> tuple[str, ...]:
    """The recommendations ("1") and actions ("4.3") that an action's words point to.
    `here` is the action's recommendation and its place among `rows`."""
    number, place = here
    found: list[str] = []
    for match in _TO_RECOMMENDATION.finditer(text):
        found += ["1"] if match["first"] else [match["number"]]
        found += [match["more"]] if match["more"] else []
    found += [m["number"].replace(":", ".") for m in _TO_ACTION.finditer(text)]
    if _ALL_ABOVE.search(text):
        found += [f"{number}.{at}" for at in range(1, place)]
    elif _ABOVE.search(text) and place > 1:
        found.append(f"{number}.{place - 1}")
    if _BELOW.search(text) and place < rows:
        found.append(f"{number}.{place + 1}")
    return tuple(dict.fromkeys(found))
