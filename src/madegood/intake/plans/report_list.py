"""A list in a report: its items, each with its wrapped lines, up to where it ends."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from madegood.intake.plans.layout import pieces
from madegood.intake.plans.lines import Line, joined
from madegood.intake.plans.vocabulary import BULLETS

# Headings over a list, in ILACS reports, focused-visit letters, JTAIs, area SEND reports,
# peer challenges and the older framework's reports. Priority actions come first where
# both stand in a letter.
LIST_HEADING: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?"
    r"(?:what (?:does )?(?:the local authority )?needs? to (?:improve|do to improve)\b.*"
    r"|what (?:does|do) .{2,60} need to do to improve\b.*"
    r"|areas? (?:for|of) (?:priority action|improvement)s?\b.{0,80}"
    r"|(?:key |main |our |summary of |summary of key )?recommendations?"
    r"(?: for (?:improvement|the council|the partnership|leaders))?"
    r"|(?:priority and immediate|immediate and priority) action.{0,60})[:?]?",
    re.IGNORECASE,
)
# What was asked on another day, or is told of what became of it.
_OF_ANOTHER: Final = re.compile(
    r"\b(?:previous|last|earlier|since|progress|annex|appendix)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# Who is to do what follows: "The local authority and its partners should:".
_OPENING = re.compile(r".{0,160}(?:\b(?:should|must|to|that)\b.{0,40})?:", re.DOTALL)
_LONGEST_OPENING: Final = 400
_NUMBERED = re.compile(
    r"\(?(?:\d{1,2}[.)]|[a-z]\)|[ivx]{1,4}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+"
)
_GLYPH = re.compile(rf"(?:[{re.escape(BULLETS)}]|[^\w\s\"'‘’“”(£])\s*")
# Wingdings bullets come out of some PDF readers as these letters.
_LETTER_GLYPH = re.compile(r"[nloqu§]\s{1,6}(?=[A-Z‘“])")
# What no item of a list begins with and every report goes on with.
_NEXT = re.compile(
    r"the (?:impact of leaders|experiences and|effectiveness of leaders|quality"
    r" of social work practice with)\b.*|(?:overall effectiveness|(?:main|headline|key|"
    r"inspection) findings|findings|(?:key )?strengths|next steps|case stud(?:y|ies)"
    r"|practice study|context|yours sincerely|yours faithfully|local area partnership"
    r" details|evaluation of progress|annex|appendix|summary for children)\b[^.]{0,60}",
    re.IGNORECASE,
)
# "There were no areas for priority action identified."
_NOTHING = re.compile(
    r"(?:none|n/a|not applicable)\b.{0,60}"
    r"|(?:there (?:are|were|is)|inspectors (?:did not|have not|found|identified))?\s*"
    r"(?:no|not any|identify any|identified any|find any)\b.{0,60}\bareas? for.{0,60}"
    r"|no areas? .{0,80}",
    re.IGNORECASE,
)
ENDED: Final = (".", "!", "?")


def heads_a_list(text: str) -> bool:
    """Whether a line is a heading over what the report asks now."""
    return LIST_HEADING.fullmatch(text) is not None and _OF_ANOTHER.search(text) is None


def bare(run: Sequence[Line]) -> str:
    first = run[0].text
    return joined([first[mark(first) :], *(n.text for n in run[1:])])


def mark(text: str) -> int:
    """How many characters of a bullet or a number begin the text."""
    found = _marked(text)
    return found.end() if found is not None else 0


def _marked(text: str) -> re.Match[str] | None:
    for pattern in (_NUMBERED, _GLYPH, _LETTER_GLYPH):
        found = pattern.match(text)
        if found is not None:
            return found
    return None


def _sort(text: str) -> str:
    """What marks an item: its bullet, or how many figures its number has ("2.1": "##");
    "" where nothing does."""
    found = _marked(text)
    if found is None:
        return ""
    figures = len(re.findall(r"\d+", found[0]))
    return "#" * figures or re.sub(r"[a-z]+", "a", found[0].strip())


def items_of(lines: Sequence[Line]) -> list[list[Line]]:
    """A list's items, each with its wrapped lines, up to where the list ends."""
    lines = _without_subheadings(_after_opening(lines[:400]))
    words = [n for n in lines if not n.blank]
    if not words:
        return []
    first = _sort(words[0].text)
    items: list[list[Line]] = []
    gap = False
    for line in lines:
        if line.blank:
            gap = True
            continue
        if _is_over(line, first):
            break
        sort = _sort(line.text) if first else ""
        if sort and (sort == first or not _is_under(items)):
            items.append([line])
        elif sort or _wraps(items, line, gap=gap):
            items[-1].append(line)
        elif first or _like_a_heading(line, gap=gap):
            break
        else:
            items.append([line])
        gap = False
    return [_without_empty(i) for i in items if _asks(i)]


def _without_subheadings(lines: Sequence[Line]) -> list[Line]:
    """A marked list whose first items stand under a heading of their own, "Front door",
    without that and the headings of the others, down to where something else follows."""
    kept = list(lines)
    said = [at for at, line in enumerate(kept) if not line.blank]
    if len(said) < 2 or not _heads_items(kept, said, 0):
        return kept
    first = _sort(kept[said[1]].text)
    for place, at in enumerate(said):
        if _is_over(kept[at], first):
            break
        if _heads_items(kept, said, place):
            kept[at] = replace(kept[at], raw="", text="")
    return kept


def _heads_items(lines: Sequence[Line], said: Sequence[int], place: int) -> bool:
    """Whether a short line without a mark stands apart over a line with one."""
    line = lines[said[place]]
    if place + 1 >= len(said) or _sort(line.text) or len(line.text) >= 60:
        return False
    above = lines[said[place] - 1] if said[place] else line
    apart = place == 0 or above.blank or above.text.endswith(ENDED)
    short = line.text[:1].isupper() and not line.text.endswith((*ENDED, ",", ";"))
    return apart and short and bool(_sort(lines[said[place + 1]].text))


def _is_over(line: Line, first: str) -> bool:
    """Whether a line is what comes after a list whose items are marked so."""
    words = line.text[:200]
    if _NEXT.fullmatch(words) or heads_a_list(words):
        return True
    return bool(first) and _ends(first, _sort(line.text))


def _asks(item: Sequence[Line]) -> bool:
    """Whether an item asks anything: "There are no areas for priority action" does not."""
    said = joined(line.text for line in item).strip()
    return bool(said) and not _NOTHING.fullmatch(said[:300])


def _is_under(items: Sequence[Sequence[Line]]) -> bool:
    """Whether what has another mark than the list's is a part of its last item: that
    opens a list of its own, or one such part has been taken."""
    if not items:
        return False
    own = _sort(items[-1][0].text)
    parted = any(_sort(line.text) not in ("", own) for line in items[-1][1:])
    return parted or items[-1][-1].text.endswith(":")


def _ends(first: str, sort: str) -> bool:
    """Whether a mark is of what comes after the list: the numbered paragraphs of a
    report after bullets, or the next chapter's number after "2.1" and "2.2"."""
    numbered = sort.startswith("#")
    return (
        sort != first
        and numbered
        and (not first.startswith("#") or len(sort) < len(first))
    )


def _after_opening(lines: Sequence[Line]) -> list[Line]:
    """The list without the words that only open it: its heading printed again over a
    table's column, or who is to do what follows. Beside the name of a body, what that
    body is to do is what is said."""
    kept = list(_after_words_that_open(lines))
    for at, line in enumerate(kept):
        if line.blank:
            continue
        cells = [text for _, text in pieces(line.raw)]
        again = LIST_HEADING.fullmatch(cells[-1]) if cells else None
        if again is None and (mark(line.text) or not _OPENING.fullmatch(line.text)):
            break
        kept[at] = replace(line, raw="", text="")
    return [_what_is_asked(line) for line in kept]


def _after_words_that_open(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without a first paragraph that ends in a colon, however long it is: "The
    following are the recommendations of the team to the council:"."""
    kept = list(lines)
    begin = next((at for at, n in enumerate(kept) if not n.blank), len(kept))
    end = begin
    while end < len(kept) and not kept[end].blank and not mark(kept[end].text):
        end += 1
    said = joined(n.text for n in kept[begin:end])
    if not said.endswith(":") or len(said) > _LONGEST_OPENING:
        return lines
    blanked = (replace(n, raw="", text="") for n in kept[begin:end])
    return [*kept[:begin], *blanked, *kept[end:]]


def _what_is_asked(line: Line) -> Line:
    cells = [text for _, text in pieces(line.raw)]
    if len(cells) != 2 or len(cells[0]) > 60 or not cells[1][:1].isupper():
        return line
    return line if mark(line.text) else replace(line, text=cells[1])


def _without_empty(item: list[Line]) -> list[Line]:
    """A bullet alone on its line goes with the words below it."""
    if len(item) > 1 and mark(item[0].text) == len(item[0].text):
        return [replace(item[1], number=item[0].number), *item[2:]]
    return item


def _wraps(items: Sequence[Sequence[Line]], line: Line, *, gap: bool) -> bool:
    """Whether a line goes on with the item before it."""
    if not items:
        return False
    last = items[-1][-1]
    if mark(last.text) == len(last.text):
        return True
    ended = last.text.endswith(ENDED)
    if gap:
        return not ended and line.text[0].islower()
    return not ended or line.text[0].islower() or line.indent > items[-1][0].indent


def _like_a_heading(line: Line, *, gap: bool) -> bool:
    """In a list without bullets: a short line with no full stop after a gap."""
    return gap and not line.text.endswith((*ENDED, ";", ",")) and len(line.text) < 70
