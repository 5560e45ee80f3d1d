"""Reads an inspection report's own text: who was inspected, when, how it was judged, and
what needs to improve, in the report's order and words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from madegood.intake.plans.document_files import report_document
from madegood.intake.plans.files import checked, text_of
from madegood.intake.plans.layout import pieces
from madegood.intake.plans.lines import Line, joined, lines_of, part_of
from madegood.intake.plans.reading import (
    Improvement,
    Inspection,
    PlanFinding,
    Unreadable,
)
from madegood.intake.plans.report_front import (
    authority_and_kind,
    inspection_dates,
    judgements,
    published,
)
from madegood.intake.plans.report_headed import headed_items
from madegood.intake.plans.vocabulary import BULLETS

# Headings over the list, in ILACS reports, focused-visit letters, JTAIs and the older
# framework's reports. Priority actions come first where both stand in a letter.
_LIST_HEADING = re.compile(
    r"(?:what (?:does )?(?:the local authority )?needs? to (?:improve|do to improve)\b.*"
    r"|areas? for (?:priority action|improvement)s?\b.{0,80}"
    r"|recommendations?(?: for improvement)?|priority and immediate action.{0,60})[:?]?",
    re.IGNORECASE,
)
_PRIORITY = re.compile(r"areas? for priority action[:?]?$", re.IGNORECASE)
# Who is to do what follows: "The local authority and its partners should:".
_OPENING = re.compile(r".{0,160}(?:\b(?:should|must|to|that)\b.{0,40})?:", re.DOTALL)
_PAGE = re.compile(r"(?:Page )?\d{1,3}(?: of \d{1,3})?", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+")
_GLYPH = re.compile(rf"(?:[{re.escape(BULLETS)}]|[^\w\s\"'‘’“”(£])\s*")
# Wingdings bullets come out of some PDF readers as these letters.
_LETTER_GLYPH = re.compile(r"[nloqu§]\s{1,6}(?=[A-Z‘“])")
ENDED = (".", "!", "?")


def read_report(given: Path | str) -> Inspection:
    """Read an inspection report: a path to it, or its text. Raises Unreadable.

    A report without a list of what needs to improve is read all the same, with a finding.
    """
    name = str(given) if isinstance(given, Path) else "the report"
    text, findings = _words(given, name)
    lines = _without_feet(
        lines_of(text, lambda words: _LIST_HEADING.fullmatch(words) is not None)
    )
    items = headed_items(lines, name) or _improvements(lines, name)
    authority, kind = authority_and_kind(lines)
    if not items and authority is None and kind is None:
        raise Unreadable(_not_a_report(name, lines))
    started, ended = inspection_dates(text)
    return Inspection(
        authority=authority,
        kind=kind,
        inspected_from=started,
        inspected_to=ended,
        published=published(lines, unquote(lines[0].text)),
        judgements=judgements(lines),
        recommendations=tuple(items),
        priority_action=any(
            _PRIORITY.match(n.text) and _items(lines[at + 1 :])
            for at, n in enumerate(lines)
        ),
        file=name,
        findings=(*findings, *_missing(name, items)),
    )


def _without_feet(lines: Sequence[Line]) -> list[Line]:
    """The lines without a page's number and the short line of words right above it,
    "Ofsted is proud to use recycled paper" or a title, where they stand apart."""
    kept = list(lines)
    for at, line in enumerate(kept[2:], 2):
        if not _PAGE.fullmatch(line.text[:20]) or not _clear(kept, at + 1):
            continue
        foot = kept[at - 1]
        if foot.blank or (_like_a_foot(foot) and _clear(kept, at - 2)):
            kept[at] = replace(line, raw="", text="")
            kept[at - 1] = replace(foot, raw="", text="")
    return kept


def _clear(lines: Sequence[Line], at: int) -> bool:
    return at >= len(lines) or lines[at].blank


def _like_a_foot(line: Line) -> bool:
    starts = line.text[:1].isupper() and not _mark(line.text)
    return starts and len(line.text) < 90 and not line.text.endswith(ENDED)


def _words(given: Path | str, name: str) -> tuple[str, tuple[PlanFinding, ...]]:
    if isinstance(given, str):
        return checked(given, name), ()
    words = report_document(given)
    return text_of(given) if words is None else (checked(words, name), ())


def looks_like_a_report(text: str) -> bool:
    """Whether a text given as a plan is an inspection report."""
    lines = lines_of(text[:40_000], lambda _: False)
    return any(_LIST_HEADING.fullmatch(n.text[:200]) for n in lines) and (
        authority_and_kind(lines)[0] is not None
    )


def _not_a_report(name: str, lines: Sequence[Line]) -> str:
    words = next((n for n in lines if not n.blank), None)
    first = f" It begins “{words.text[:60]}” (line {words.number})." if words else ""
    return (
        f"{name} is not an inspection report that can be read: looked for “What needs to "
        "improve” (or “Areas for improvement”) and “Inspection of … children’s services”, "
        f"and found neither.{first} Give the report's own text, as published by Ofsted."
    )


def _missing(name: str, items: Sequence[Improvement]) -> tuple[PlanFinding, ...]:
    if items:
        return ()
    return (
        PlanFinding(
            "report_without_list",
            name,
            "The report has no list under “What needs to improve” that could be found.",
            "Check that the text is whole; without the list, headings that the plan lost "
            "cannot be recovered.",
        ),
    )


def _improvements(lines: Sequence[Line], file: str) -> list[Improvement]:
    """The first list found under a list heading that has items."""
    found: list[Improvement] = []
    for at, line in enumerate(lines):
        if len(line.text) > 200 or not line.text[:1].isupper():
            continue
        size = _heading_lines(lines, at)
        if size:
            for run in _items(lines[at + size :]):
                part = part_of(run, file)
                number = str(len(found) + 1)
                found.append(Improvement(number, _bare(run), part.source))
            if found and not _another(lines, at, line):
                return found
    return found


def _heading_lines(lines: Sequence[Line], at: int) -> int:
    """Over how many lines a list heading goes that begins here: a narrow column wraps
    it; 0 where none begins."""
    if _LIST_HEADING.fullmatch(lines[at].text):
        return 1
    both = " ".join(line.text for line in lines[at : at + 2])
    wraps = len(both) < 60 and both[:1].isupper() and _LIST_HEADING.fullmatch(both)
    return 2 if wraps and lines[at + 1].text[:1].islower() else 0


def _another(lines: Sequence[Line], at: int, line: Line) -> bool:
    """Whether this list is of priority actions, and a list of improvements follows."""
    return "priority" in line.text.casefold() and any(
        len(n.text) < 200 and _LIST_HEADING.fullmatch(n.text) for n in lines[at + 1 :]
    )


def _bare(run: Sequence[Line]) -> str:
    first = run[0].text
    return joined([first[_mark(first) :], *(n.text for n in run[1:])])


def _mark(text: str) -> int:
    """How many characters of a bullet or a number begin the text."""
    for pattern in (_NUMBERED, _GLYPH, _LETTER_GLYPH):
        found = pattern.match(text)
        if found is not None:
            return found.end()
    return 0


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    """A list's items, each with its wrapped lines, up to where the list ends."""
    lines = _after_opening(lines[:400])
    words = [n for n in lines if not n.blank]
    if not words:
        return []
    marked = _mark(words[0].text) > 0
    items: list[list[Line]] = []
    gap = False
    for line in lines:
        if line.blank:
            gap = True
            continue
        if marked and _mark(line.text):
            items.append([line])
        elif _wraps(items, line, gap=gap):
            items[-1].append(line)
        elif marked or _like_a_heading(line, gap=gap):
            break
        else:
            items.append([line])
        gap = False
    return [_without_empty(i) for i in items if joined(n.text for n in i).strip()]


def _after_opening(lines: Sequence[Line]) -> list[Line]:
    """The list without the words that only open it: its heading printed again over a
    table's column, or who is to do what follows. Beside the name of a body, what that
    body is to do is what is said."""
    kept = list(lines)
    for at, line in enumerate(kept):
        if line.blank:
            continue
        cells = [text for _, text in pieces(line.raw)]
        again = _LIST_HEADING.fullmatch(cells[-1]) if cells else None
        if again is None and (_mark(line.text) or not _OPENING.fullmatch(line.text)):
            break
        kept[at] = replace(line, raw="", text="")
    return [_what_is_asked(line) for line in kept]


def _what_is_asked(line: Line) -> Line:
    cells = [text for _, text in pieces(line.raw)]
    if len(cells) != 2 or len(cells[0]) > 60 or not cells[1][:1].isupper():
        return line
    return line if _mark(line.text) else replace(line, text=cells[1])


def _without_empty(item: list[Line]) -> list[Line]:
    """A bullet alone on its line goes with the words below it."""
    if len(item) > 1 and _mark(item[0].text) == len(item[0].text):
        return [replace(item[1], number=item[0].number), *item[1:][1:]]
    return item


def _wraps(items: Sequence[Sequence[Line]], line: Line, *, gap: bool) -> bool:
    """Whether a line goes on with the item before it."""
    if not items:
        return False
    last = items[-1][-1]
    if _mark(last.text) == len(last.text):
        return True
    ended = last.text.endswith(ENDED)
    if gap:
        return not ended and line.text[0].islower()
    return not ended or line.text[0].islower() or line.indent > items[-1][0].indent


def _like_a_heading(line: Line, *, gap: bool) -> bool:
    """In a list without bullets: a short line with no full stop after a gap."""
    return gap and not line.text.endswith((*ENDED, ";", ",")) and len(line.text) < 70
