"""Lists of expected outcomes, and whether a number could settle one.

An outcome is countable when it names a limit that can be met or missed, by the first of
these that holds:

1. a number with what is counted or timed ("within 72 hours", "90%", "at least two");
   numbers that are names are not counted: "Level 2", "16 and 17 year olds",
   "recommendation 1", "section 47", a year.
2. a pace ("annual", "every six weeks"), with what must happen at it.
3. a stock that must be gone ("backlog cleared", "no unallocated cases").

"Increased" or "improved" gives a direction and no figure: not countable.
"""

import re
from collections.abc import Sequence

from madegood.intake.plans.blocks import Doubt, Part
from madegood.intake.plans.lines import Line, paragraphs, part_of, without_bullet

_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
    r"|twenty)"
)
_NAMES = re.compile(
    r"\b(?:levels?|sections?|tiers?|stages?|phases?|years?|key stages?|recommendations?"
    r"|priority|priorities|actions?|part|article|regulation|form|s\.?)\s?\d+"
    r"(?:\s?(?:and|to|or|-|–|/)\s?\d+)?"
    r"|\b\d{1,2}(?:\s?(?:and|to|or|,|-|–|/)\s?-?\d{1,2})*[- ]*(?:and \d{1,2}[- ]?)?"
    r"year[- ]olds?|\baged? \d+(?:\s?(?:and|to|or|-|–)\s?\d+)?|\b(?:19|20)\d\d\b"
    r"|\b\d+/7\b|\bcovid[- ]?19\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    rf"\b{_NUMBER}\s?(?:%|per ?cent|percentage|(?:working |calendar |school )?"
    r"(?:minutes?|hours?|days?|weeks?|months?)|times|children|families|carers|plans"
    r"|visits|reviews|cases|audits|people|interviews|workers|staff|out of|in \d)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"\b(?:within|at least|at most|no more than|fewer than|less than|more than"
    rf"|not less than|up to|below|above|over|under|minimum of|maximum of|average of)\s+"
    rf"{_NUMBER}\b|\d\s?%",
    re.IGNORECASE,
)
_PACE = re.compile(
    r"\b(?:annual(?:ly)?|yearly|monthly|quarterly|weekly|fortnightly|daily"
    r"|every (?:other |\w+ )?(?:day|week|month|quarter|year)s?|(?:once|twice) a "
    r"(?:day|week|month|year)|six[- ]monthly)\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:backlogs?|waiting lists?|overdue|outstanding|unallocated)\b.{0,60}?"
    r"\b(?:cleared|removed|eliminated|gone|ended|none|nil|zero)\b"
    r"|\b(?:no|zero|nil) (?:\w+ ){0,2}(?:backlogs?|waiting lists?|unallocated|overdue"
    r"|delays?)\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"\b(?:increas(?:e|ed|es|ing)|improv(?:e|ed|es|ing)|reduc(?:e|ed|es|tion|ing)"
    r"|more timely|higher|lower|fewer|decreas\w*|enhanced?)\b",
    re.IGNORECASE,
)


ENDED = (".", "!", "?")
_OWN_LINES = re.compile(r"[.!?]\n[A-Z0-9‘“]")


def countable(text: str) -> tuple[bool, str]:
    """Whether a number could settle the outcome, and the words that say so."""
    words = _NAMES.sub(" ", text[:4000])
    for pattern in (_LIMIT, _MEASURED, _PACE, _STOCK):
        found = pattern.search(words)
        if found is not None:
            return True, f"names “{found[0]}”"
    direction = _DIRECTION.search(words)
    if direction is not None:
        return False, f"says “{direction[0]}” but not from what, to what, by when"
    return False, "names no number, limit, pace or stock"


def listed(
    body: Sequence[Line], file: str
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """A list's items, and the paragraphs near it that do not look like items.

    Items begin with a bullet, with the space a lost bullet leaves, or after a gap.
    """
    runs = _items(paragraphs(body))
    marked = [r for r in runs if _marked(r[0])]
    bulleted = bool(marked) and len(marked) * 2 >= len(runs)
    items: list[list[Line]] = []
    loose: list[Part] = []
    for run in runs:
        if loose or (not bulleted and _ends_the_list(items, run)):
            loose.append(part_of(run, file))
        elif not bulleted or _marked(run[0]):
            items.append(run)
        elif items and _goes_on(items[-1], run):
            items[-1] = items[-1] + run
        else:
            loose.append(part_of(run, file))
    return tuple(_item(run, file) for run in items), tuple(loose)


def _marked(line: Line) -> bool:
    return without_bullet(line.text)[1] or line.indent == 1


def _items(runs: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Paragraphs cut again where a line has a mark of its own."""
    cut: list[list[Line]] = []
    for run in runs:
        cut.append([])
        for line in run:
            bullet = without_bullet(line.text)[1]
            pushed = line.indent == 1 and bool(cut[-1]) and cut[-1][-1].indent == 0
            if cut[-1] and (bullet or pushed):
                cut.append([])
            cut[-1].append(line)
    return [c for c in cut if c]


def _ends_the_list(items: Sequence[Sequence[Line]], run: Sequence[Line]) -> bool:
    """In a list without bullets whose items are sentences: a few words that are none,
    such as "Governance", head something else."""
    few = len(run) == 1 and len(run[0].text.split()) <= 4
    sentences = all(i[-1].text.endswith(ENDED) for i in items)
    return bool(items) and few and sentences and not run[0].text.endswith(ENDED)


def doubted(items: Sequence[Part]) -> tuple[Doubt, ...]:
    """Items whose sentences each have a line: they may be outcomes of their own."""
    return tuple(
        Doubt(
            "outcomes_joined",
            item.source,
            f"“{item.text[:60]} …” has sentences on lines of their own; it was read as "
            "one outcome.",
            "If they are outcomes of their own, part them when you import.",
        )
        for item in items
        if _OWN_LINES.search(item.source.text)
    )


def _goes_on(item: Sequence[Line], run: Sequence[Line]) -> bool:
    ended = item[-1].text.endswith(ENDED)
    return run[0].text[0].islower() or not ended


def _item(run: Sequence[Line], file: str) -> Part:
    whole = part_of(run, file)
    return Part(without_bullet(whole.text)[0].strip(), whole.source)
