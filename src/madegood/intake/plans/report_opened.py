"""What a report asks in a sentence over a list, where no heading says it: "The local area
is required to submit a written statement of action that explains how it will tackle the
following areas of significant weakness:"."""

import re
from collections.abc import Sequence
from typing import Final

from madegood.intake.plans.lines import Line, joined, part_of
from madegood.intake.plans.reading import Improvement
from madegood.intake.plans.report_list import bare, items_of, mark

_REQUIRED: Final = re.compile(
    r".*(?:\bwritten statement of (?:proposed )?action\b.*"
    r"|\bareas? of significant (?:weakness|concern)(?:es|s)?\b[^.]{0,40}):",
    re.IGNORECASE,
)
_ADVISED: Final = re.compile(
    r"(?:.*\b)?(?:local authority|council|leaders|partners|partnership|local area|agencies"
    r"|peer team|director[^.]{0,40})\b[^.]{0,80}\b(?:should|must|needs? to|recommends?"
    r"|(?:is|are) required to)\b[^.]{0,200}:",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:previous(?:ly)?|last (?:inspection|visit)|revisit|was required|were required"
    r"|recommended that|progress)\b",
    re.IGNORECASE,
)


def required_items(lines: Sequence[Line], file: str) -> list[Improvement]:
    """What must be answered by a written statement of action."""
    return _under(lines, file, _REQUIRED)


def advised_items(lines: Sequence[Line], file: str) -> list[Improvement]:
    """What somebody is told to do in a sentence that ends in a colon."""
    return _under(lines, file, _ADVISED)


def _under(
    lines: Sequence[Line], file: str, opening: re.Pattern[str]
) -> list[Improvement]:
    for at, line in enumerate(lines):
        if not line.text.endswith(":") or not _a_list_follows(lines[at + 1 :]):
            continue
        said = _sentence(lines, at)
        if opening.fullmatch(said) is None or _OF_ANOTHER.search(said) is not None:
            continue
        runs = items_of(lines[at + 1 :])
        return [
            Improvement(str(number), bare(run), part_of(run, file).source)
            for number, run in enumerate(runs, 1)
        ]
    return []


def _a_list_follows(lines: Sequence[Line]) -> bool:
    first = next((line for line in lines[:4] if not line.blank), None)
    return first is not None and mark(first.text) > 0


def _sentence(lines: Sequence[Line], at: int) -> str:
    """The paragraph that ends on a line."""
    begin = at
    while begin > 0 and at - begin < 8 and not lines[begin - 1].blank:
        begin -= 1
    return joined(line.text for line in lines[begin : at + 1])
