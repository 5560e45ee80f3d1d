"""Reads an inspection report's own text: who was inspected, when, how it was judged, and
what needs to improve, in the report's order and words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from madegood.intake.plans.document_files import report_document
from madegood.intake.plans.files import checked, text_of
from madegood.intake.plans.lines import Line, lines_of, part_of
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
from madegood.intake.plans.report_list import (
    ENDED,
    bare,
    heads_a_list,
    items_of,
    mark,
)
from madegood.intake.plans.report_opened import advised_items, required_items

_PRIORITY = re.compile(
    r"areas? for priority action(?: \d{1,2}\b.*|[:?]?)$", re.IGNORECASE
)
_PAGE = re.compile(r"(?:Page )?\d{1,3}(?: of \d{1,3})?", re.IGNORECASE)


def read_report(given: Path | str) -> Inspection:
    """Read an inspection report: a path to it, or its text. Raises Unreadable.

    A report without a list of what needs to improve is read all the same, with a finding.
    """
    name = str(given) if isinstance(given, Path) else "the report"
    text, findings = _words(given, name)
    lines = _without_feet(lines_of(text, heads_a_list))
    items = (
        headed_items(lines, name)
        or required_items(lines, name)
        or _improvements(lines, name)
        or advised_items(lines, name)
    )
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
            _PRIORITY.match(n.text) and items_of(lines[at + 1 :])
            for at, n in enumerate(lines)
        ),
        file=name,
        findings=(*findings, *_missing(name, items, kind)),
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
    starts = line.text[:1].isupper() and not mark(line.text)
    return starts and len(line.text) < 90 and not line.text.endswith(ENDED)


def _words(given: Path | str, name: str) -> tuple[str, tuple[PlanFinding, ...]]:
    if isinstance(given, str):
        return checked(given, name), ()
    words = report_document(given)
    return text_of(given) if words is None else (checked(words, name), ())


def looks_like_a_report(text: str) -> bool:
    """Whether a text given as a plan is an inspection report."""
    lines = lines_of(text[:40_000], lambda _: False)
    return any(heads_a_list(n.text[:200]) for n in lines) and (
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


def _missing(
    name: str, items: Sequence[Improvement], kind: str | None
) -> tuple[PlanFinding, ...]:
    if items:
        return ()
    if kind == "monitoring visit":
        return (
            PlanFinding(
                "report_without_list",
                name,
                "The letter asks for nothing new that could be found, as most letters "
                "after a monitoring visit do not.",
                "Nothing, if so: what it looked at is what the last inspection asked.",
            ),
        )
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
        if len(line.text) > 200 or not _begins(line.text):
            continue
        size = _heading_lines(lines, at)
        if size:
            for run in items_of(lines[at + size :]):
                part = part_of(run, file)
                number = str(len(found) + 1)
                found.append(Improvement(number, bare(run), part.source))
            if found and not _another(lines, at, line):
                return found
    return found


def _begins(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit()


def _heading_lines(lines: Sequence[Line], at: int) -> int:
    """Over how many lines a list heading goes that begins here: a narrow column wraps
    it; 0 where none begins."""
    if heads_a_list(lines[at].text):
        return 1
    both = " ".join(line.text for line in lines[at : at + 2])
    wraps = len(both) < 60 and both[:1].isupper() and heads_a_list(both)
    return 2 if wraps and lines[at + 1].text[:1].islower() else 0


def _another(lines: Sequence[Line], at: int, line: Line) -> bool:
    """Whether this list is of priority actions, and a list of improvements follows."""
    return "priority" in line.text.casefold() and any(
        len(n.text) < 200 and heads_a_list(n.text) for n in lines[at + 1 :]
    )
