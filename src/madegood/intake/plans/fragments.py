"""Flattened table text cut at every place where a new cell could begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from madegood.intake.plans.lines import Line, joined, paragraphs
from madegood.intake.plans.owners import POST_START, is_owner
from madegood.intake.plans.vocabulary import BULLETS, STATUS_ONLY, STATUS_START


class Gap(Enum):
    """What stands between a fragment and the one before it."""

    BLANK = "an empty line"
    SPACED = "a line of spaces, which leaves a cell open"
    PAGE = "a page break or an indent, and no empty line"
    GLUED = "only the end of a line"
    INLINE = "nothing: the same line"


# An action and its posts that share a line are never longer together.
LONGEST_SHARED = 2000


@dataclass(frozen=True)
class Fragment:
    """The least piece of text that may be (the beginning of) a cell."""

    text: str
    lines: tuple[Line, ...]
    gap: Gap


def fragments(lines: Sequence[Line], *, spaces_matter: bool) -> list[Fragment]:
    """Cut a table's lines. `spaces_matter` when the text has both empty lines and lines
    of spaces: some PDF readers write an empty line after a cell and spaces inside it."""
    found: list[Fragment] = []
    for run in paragraphs(lines):
        gap = _gap_before(run[0], lines) if spaces_matter else Gap.BLANK
        pieces = _cut(run)
        found += [replace(pieces[0], gap=gap), *pieces[1:]]
    return found


def _gap_before(first: Line, lines: Sequence[Line]) -> Gap:
    """Whether a truly empty line stands before this one, or only lines of spaces."""
    at = first.number - lines[0].number - 1
    while at >= 0 and lines[at].blank:
        if not lines[at].raw:
            return Gap.BLANK
        at -= 1
    return Gap.SPACED


def _cut(run: list[Line]) -> list[Fragment]:
    """A paragraph cut before each line that could open a cell."""
    starts = [0]
    gaps = [Gap.BLANK]
    for at in range(1, len(run)):
        gap = _opening(run, starts[-1], at)
        if gap is not None:
            starts.append(at)
            gaps.append(gap)
    pieces: list[Fragment] = []
    for start, end, gap in zip(starts, [*starts[1:], len(run)], gaps, strict=True):
        pieces += _inline(tuple(run[start:end]), gap)
    return pieces


def _opening(run: list[Line], start: int, at: int) -> Gap | None:
    before, line = run[at - 1], run[at]
    if not line.text[0].isupper() and line.text[0] not in BULLETS:
        return None
    if line.page or (line.indent == 1 and before.indent == 0):
        return Gap.PAGE
    so_far = joined(n.text for n in run[start : min(at, start + 20)])
    ended = before.text.endswith((".", "!", "?", ":", ";")) or line.text[0] in BULLETS
    if ended or STATUS_ONLY.fullmatch(so_far[:120]) or STATUS_START.match(line.text):
        return Gap.GLUED
    if _owner_run(run, start, at) or (is_owner(so_far) and not is_owner(line.text)):
        return Gap.GLUED
    return None


def _owner_run(run: list[Line], start: int, at: int) -> bool:
    """Whether the lines from here, and not those before, are posts up to a status or
    the paragraph's end. "Missing and Exploitation" / "Team Manager" is one post."""
    begun = any(POST_START.search(n.text) for n in run[start : min(at, start + 20)])
    if not POST_START.match(run[at].text) and (begun or not is_owner(run[at].text)):
        return False
    for end in range(at + 1, min(at + 7, len(run) + 1)):
        closed = end == len(run) or STATUS_START.match(run[end].text)
        if closed and is_owner(joined(n.text for n in run[at:end])):
            return not is_owner(joined(n.text for n in run[start:end]))
    return False


def _inline(lines: tuple[Line, ...], gap: Gap) -> list[Fragment]:
    """Posts that share a line with the end of the action before them are cut off."""
    whole = joined(n.text for n in lines)
    if len(whole) <= LONGEST_SHARED and not is_owner(whole):
        for found in POST_START.finditer(lines[0].text):
            tail = lines[0].text[found.start() :]
            rest = joined([tail, *(n.text for n in lines[1:])])
            head = lines[0].text[: found.start()].strip()
            if len(head.split()) > 1 and is_owner(rest):
                return [
                    Fragment(head, (replace(lines[0], raw=head, text=head),), gap),
                    Fragment(
                        rest,
                        (replace(lines[0], raw=tail, text=tail), *lines[1:]),
                        Gap.INLINE,
                    ),
                ]
    return [Fragment(whole, lines, gap)]


DATE_ONLY = re.compile(
    r"(?:(?:by|from|end|end of|early|late|mid|the|to|until|due|q[1-4]|quarter|spring"
    r"|summer|autumn|winter|completed?|ongoing|monthly|quarterly|weekly|immediate(?:ly)?"
    r"|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|\d{1,2}(?:st|nd|rd|th)?|20\d\d(?:[/-]\d\d)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|[-–—,/])\s*)+[.]?",
    re.IGNORECASE,
)
"""A cell of a date column. Each word can be matched in one way only, so it is linear."""


def is_date(text: str) -> bool:
    """Whether a short text is nothing but a date or a pace."""
    return (
        len(text) <= 50
        and DATE_ONLY.fullmatch(text) is not None
        and (any(c.isdigit() for c in text) or " " not in text)
    )
