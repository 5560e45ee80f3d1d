"""Telling headings: of a recommendation, of a list of outcomes, of a table."""

import re
from dataclasses import dataclass

from madegood.intake.plans.blocks import Column, Role
from madegood.intake.plans.lines import LONGEST_HEADING, without_bullet
from madegood.intake.plans.vocabulary import (
    LONGEST_LABEL,
    NUMBER_WORDS,
    OUTCOME_HEADINGS,
    ROLE_OF,
    plain,
)

_KIND = (
    r"(?:(?:ofsted|ilacs|jtai|inspection|inspectors|our|key|cqc|send)['’]?s?\s+)?"
    r"(?:recommendation|priority(?: action)?|priority area|area (?:for|of) improvement"
    r"|area for priority action|area of (?:significant )?(?:weakness|concern)|area for action|area for development|improvement area"
    r"|improvement priority|improvement theme|theme|objective|workstream)"
)
_NAMED = re.compile(
    rf"(?P<kind>{_KIND})\s+(?:no\.?\s*|number\s+|#\s*)?"
    r"(?P<number>\d{1,2}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_CODED = re.compile(
    r"(?P<kind>R|Rec|REC|P|AFI|AfI|AFPA|AfPA|APA|PA)\.?\s?(?P<number>\d{1,2})\s*[:.–-](?P<rest>.*)"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?P<rest>[A-Z‘'“\"].*)")
_REST = re.compile(
    r"\s*(?:\(?cont(?:inued|['’]?d|\.)?\.*\)?)?\s*[:.–—|-]*\s*", re.IGNORECASE
)
_OF_THE_PLAN = re.compile(
    r"|p|(?:.*\b)?(?:priority|priority area|theme|objective|workstream)", re.IGNORECASE
)
_NUMBER_FIRST = re.compile(
    r"(?:(?:R|Rec|REC|P|AFI|AfI|AFPA|AfPA|APA|PA)\.?\s?)?(?P<number>\d{1,2})[.)]?(?:$|\s+(?=[A-Z‘“]))"
)
# A line that goes on after one of these cannot begin a heading.
_UNFINISHED = re.compile(
    r"\b(?:in|within|of|see|to|and|or|per|under|the|with|for|from|by|our|at|on|a|this)$",
    re.IGNORECASE,
)


# A line of a contents page: the heading, what leads to its page, the page.
_CONTENTS = re.compile(r"(?:(?:[.·…_-]\s?){3,}|\t|\s{4,})\s*\d{1,3}$")


@dataclass(frozen=True)
class RecommendationHeading:
    """`kind` is what it is called: "recommendation", "priority"; "" for a bare number."""

    number: str
    title: str
    kind: str = ""


def asked(kind: str) -> bool:
    """Whether a kind of heading is what inspectors asked: not "theme" or "priority"."""
    return _OF_THE_PLAN.fullmatch(kind) is None


def recommendation_heading(text: str, before: str = "") -> RecommendationHeading | None:
    """The heading in a line such as "Ofsted recommendation 3" or "Priority 2: Visits".

    `before` is the line straight above, or "" after a gap: "identified in" / "Recommendation
    1 of this plan" is no heading.
    """
    if len(text) > LONGEST_HEADING or not text[:1].isupper():
        return None
    if _CONTENTS.search(text):
        return None
    found = _NAMED.fullmatch(text) or _CODED.fullmatch(text)
    if found is None or _UNFINISHED.search(before[-12:]) or before.endswith(","):
        return None
    rest = found["rest"]
    title = " ".join(rest[_matched(rest) :].split())
    if title and (title[0].islower() or not _opens(rest, title)):
        return None
    number = found["number"].casefold()
    return RecommendationHeading(NUMBER_WORDS.get(number, number), title, found["kind"])


def _matched(rest: str) -> int:
    found = _REST.match(rest)
    return found.end() if found else 0


def _opens(rest: str, title: str) -> bool:
    """A title follows a mark or a gap; "Recommendation 1s" has neither."""
    return len(rest) > len(title)


def numbered_heading(text: str) -> RecommendationHeading | None:
    """Such as "3. The timeliness of visits": a heading only if an action table follows."""
    if len(text) > LONGEST_HEADING:
        return None
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return None
    return RecommendationHeading(found["number"], found["rest"].strip())


# However a council asks after its outcomes: "How will we know we have made a difference?"
_ASKS_AFTER = re.compile(
    r"how (?:(?:will|do|would|can) we|we(?: will| ll)?) know(?: \w+){0,8}"
    r"|what (?:will|does|would) (?:success|good)(?: \w+){0,6}"
    r"|what difference (?:will|have|has|do|does)(?: \w+){1,6}"
    r"|(?:our |key |the )?(?:impact|outcome|success|performance) (?:measures?|indicators?)"
    r"|(?:outcomes?|impact) (?:we want|we expect|for children|for our children)"
    r"(?: \w+){0,6}"
)


def coded_number(text: str) -> RecommendationHeading | None:
    """A cell that begins with a recommendation's number, "R4" or "4", and has nothing
    or its words after."""
    found = _NUMBER_FIRST.match(text[:LONGEST_HEADING])
    if found is None:
        return None
    return RecommendationHeading(found["number"], text[found.end() :].strip(), "R")


def outcome_heading(text: str, before: str = "") -> str | None:
    """What follows an outcomes heading on its own line: "" for the heading alone, None
    if the line is no such heading."""
    if len(text) > LONGEST_HEADING or not text[:1].isupper():
        return None
    if plain(text) in OUTCOME_HEADINGS or _ASKS_AFTER.fullmatch(plain(text)):
        whole = " " in text or text.endswith(":") or not before
        return "" if whole and not _UNFINISHED.search(before[-12:]) else None
    label, colon, rest = text.partition(":")
    named = plain(label) in OUTCOME_HEADINGS and " " in label.strip()
    if colon and (named or plain(label) in {"outcome", "outcomes"}):
        return rest.strip()
    return None


def labels_in(text: str) -> list[Column] | None:
    """The columns named by a run of words, if it is nothing but column names."""
    words = text.split()
    if not words or len(words) > 40:
        return None
    found: list[Column] = []
    at = 0
    while at < len(words):
        for size in range(min(LONGEST_LABEL, len(words) - at), 0, -1):
            label = " ".join(words[at : at + size])
            role = ROLE_OF.get(plain(label))
            if role is not None and label[:1].isupper():
                found.append(Column(role, label))
                at += size
                break
        else:
            return None
    return found


def is_header(columns: list[Column] | None) -> bool:
    """Column names that head an action table: an action, and who, how far or by when."""
    if not columns:
        return False
    roles = {c.role for c in columns}
    return Role.ACTION in roles and bool(roles & {Role.OWNER, Role.PROGRESS, Role.DUE})


def keeps_its_place(text: str) -> bool:
    """Headings come back on page after page and are never page furniture."""
    words = without_bullet(text)[0]
    return (
        labels_in(words) is not None
        or recommendation_heading(words) is not None
        or outcome_heading(words) is not None
    )
