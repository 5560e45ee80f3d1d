"""What the first page of an inspection report says: authority, dates, judgements."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from madegood.intake.plans.layout import pieces
from madegood.intake.plans.lines import Line, paragraphs
from madegood.intake.plans.vocabulary import MONTH

_KINDS = (
    ("joint targeted area inspection", "joint targeted area inspection"),
    ("focused visit", "focused visit"),
    ("monitoring visit", "monitoring visit"),
    ("inspection of", "inspection"),
)
_OPENING = re.compile(
    r"\b(?P<kind>joint targeted area inspection|focused visit|monitoring visit"
    r"|inspection)(?: visit)? (?:of|to)\s+(?P<of>.{0,120}?)\s*(?:local authority\s+)?"
    r"children[’']?s (?:social care )?(?:services|social care)",
    re.IGNORECASE,
)
# Reports that are of no children's services: their kind, and what names the place.
_OTHERS = (
    (
        re.compile(
            r"(?i:joint targeted area inspection (?:of|in)) (?P<of>[A-Z].{1,80})"
        ),
        "joint targeted area inspection",
    ),
    (
        re.compile(
            r"(?i:joint targeted area inspection of the .{5,160}) in (?P<of>[A-Z].{1,60})"
        ),
        "joint targeted area inspection",
    ),
    (
        re.compile(
            r"(?:(?P<of>[A-Z].{1,60}?):? )?(?i:inspection of services for children in need "
            r"of help and protection.*)"
        ),
        "inspection",
    ),
    (
        re.compile(
            r"(?:joint )?(?:area send inspection|area inspection"
            r"|local area send inspection)"
            r"(?: of| in) (?P<of>.{2,80}?)(?: local area(?: partnership)?)?",
            re.IGNORECASE,
        ),
        "area SEND inspection",
    ),
)
_NAMED_ANYWHERE = (
    (re.compile(r"\bpeer (?:review|challenge)\b", re.IGNORECASE), "peer review"),
    (
        re.compile(
            r"\b(?:safeguarding practice review|learning review|serious case review"
            r"|child practice review)\b",
            re.IGNORECASE,
        ),
        "learning review",
    ),
)
_PLACE = re.compile(
    r"(?P<of>[A-Z][\w’'-]+(?: (?:and |upon |on |in )?[A-Z][\w’'-]+)*?)"
    r"(?: (?i:metropolitan borough|county|city|borough|district))?"
    r" (?i:council|safeguarding children (?:partnership|board))\b"
)
# How far down a report's title may stand, and how long a place's name is at most.
_TITLE = 40
_LONGEST_PLACE = 80
# What a title's last line ends with where it goes over several.
_WRAPPED = re.compile(r"(?: in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|\bcare leavers)$")
_REST_OF_A_NAME = re.compile(r"(?:local )?(?:area )?partnership", re.IGNORECASE)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATES = re.compile(
    rf"{_DAY}(?: ({MONTH}))?(?: (20\d\d))? (?:to|and|until|-|–) {_DAY} ({MONTH})"
    r" (20\d\d)",
    re.IGNORECASE,
)
_ONE_DATE = re.compile(rf"{_DAY} ({MONTH}) (20\d\d)", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"(?:report )?(?:published|publication)(?: date| on)?:? (\d{{1,2}} {MONTH} 20\d\d)",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"(?:outstanding|good|inadequate|requires improvement(?: to be good)?|to be good"
    r"|requires|improvement(?: to be good)?)",
    re.IGNORECASE,
)
_TRAILING_GRADE = re.compile(
    r"(?P<what>.+?)\s+(?P<grade>Outstanding|Good|Inadequate|Requires improvement"
    r"(?: to be good)?)"
)
_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]


def authority_and_kind(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """The authority inspected and the kind of inspection, from the report's title."""
    words = [n for n in lines[:120] if not n.blank and not n.text.startswith("SOURCE:")]
    for at in range(len(words)):
        title = " ".join(" ".join(n.text for n in words[at : at + 3]).split())[:400]
        found = _OPENING.match(title)
        if found is None:
            continue
        of = re.sub(r"\s*local authority\s*$", "", found["of"], flags=re.IGNORECASE)
        if not of:
            if at > _TITLE or not _names_a_place(words[at - 1].text if at else ""):
                continue
            of = words[at - 1].text
        return (of.strip(" ,") or None), found["kind"].casefold()
    return _other_kind([n.text for n in words])


def _names_a_place(text: str) -> bool:
    """Whether the line over a title may be whose inspection it was: a foot's "Yours
    sincerely" and a sentence are not."""
    return (
        text[:1].isupper()
        and len(text) <= _LONGEST_PLACE
        and not text.endswith((".", ":", "?"))
        and not text.casefold().startswith(("yours", "dear"))
    )


def _titles(words: Sequence[str], at: int) -> Iterator[str]:
    """A title that begins on a line: that line, or with what it may wrap onto."""
    if at + 1 < len(words) and _REST_OF_A_NAME.fullmatch(words[at + 1][:40]):
        yield f"{words[at]} {words[at + 1]}"[:240]
    yield words[at][:240]
    for size in (2, 3):
        title = " ".join(words[at : at + size])[:240]
        if _WRAPPED.search(title):
            yield title


def _other_kind(words: Sequence[str]) -> tuple[str | None, str | None]:
    for pattern, kind in _OTHERS:
        for at in range(min(len(words), 60)):
            tried = (pattern.fullmatch(title) for title in _titles(words, at))
            found = next((one for one in tried if one is not None), None)
            if found is not None:
                over = words[at - 1] if at and _names_a_place(words[at - 1]) else ""
                return (found["of"] or over).strip(" ,") or None, kind
    top = words[:12]
    for pattern, kind in _NAMED_ANYWHERE:
        if any(pattern.search(text[:200]) for text in top):
            place = next((m for text in top if (m := _PLACE.search(text[:200]))), None)
            return (place["of"] if place else None), kind
    return None, None


def inspection_dates(text: str) -> tuple[str | None, str | None]:
    """First and last day of the inspection, as ISO dates."""
    top = " ".join(text[:6000].split())
    labelled = re.search(r"(?:inspection|visit) dates?:?", top, re.IGNORECASE)
    begin = labelled.end() if labelled else 0
    found = _DATES.search(top, begin)
    if found is None:
        one = _ONE_DATE.search(top, begin) if labelled else None
        day = _iso(one[1], one[2], one[3]) if one else None
        return day, day
    day1, month1, year1, day2, month2, year2 = found.groups()
    return _iso(day1, month1 or month2, year1 or year2), _iso(day2, month2, year2)


def published(lines: Sequence[Line], address: str) -> str | None:
    """The day of publication: said so, the date a letter bears, or the date in the
    published file's name where the text gives its address."""
    for line in lines[:200]:
        found = _PUBLISHED.search(line.text[:200])
        one = _ONE_DATE.fullmatch(line.text[:40]) if not found else None
        if found is not None:
            one = _ONE_DATE.search(found[1])
        if one is not None:
            return _iso(one[1], one[2], one[3])
    named = _ONE_DATE.search(address[-80:]) if address.startswith("SOURCE:") else None
    return _iso(named[1], named[2], named[3]) if named else None


def _iso(day: str, month: str, year: str) -> str | None:
    try:
        found = date(int(year), _MONTHS.index(month[:3].casefold()) + 1, int(day))
    except ValueError:
        return None
    return found.isoformat()


def judgements(lines: Sequence[Line]) -> dict[str, str]:
    """Each judgement and its grade, from the table on the first page, whether grades
    stand beside what is judged or below it."""
    found: dict[str, str] = {}
    started = False
    waiting: list[str] = []
    for run in _graded(paragraphs(lines[:160])):
        what, grade = _judged(run)
        started = (
            started
            or any("judgement" in n.text.casefold() for n in run)
            or (what.casefold().startswith("the impact of leaders"))
        )
        if not started or what.casefold() in {"judgement", "grade", "judgement grade"}:
            continue
        waiting += [what] if what else []
        if grade and waiting and len(" ".join(waiting)) < 160:
            found[" ".join(waiting)] = grade
            if waiting[-1].casefold().startswith("overall"):
                break
        if grade or len(what) > 160:
            waiting = []
    return found


def _graded(runs: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """A paragraph whose every line ends in a grade is so many judgements."""
    for run in runs:
        each = [[line] for line in run if _judged([line])[1]]
        heads = [[line] for line in run if not _judged([line])[1]]
        if len(each) > 1 and len(heads) <= 1 and (not heads or heads[0][0] is run[0]):
            yield from [*heads, *each]
        else:
            yield run


def _judged(run: Sequence[Line]) -> tuple[str, str]:
    """What a paragraph judges and the grade beside it, either of which may be empty."""
    what: list[str] = []
    grade: list[str] = []
    for line in run:
        for _, text in pieces(line.raw):
            (grade if _GRADE.fullmatch(text) else what).append(text)
    if not grade and what:
        whole = _TRAILING_GRADE.fullmatch(" ".join(what)[:300])
        if whole is not None:
            return whole["what"], whole["grade"]
    return " ".join(what), " ".join(grade)
