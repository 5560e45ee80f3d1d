"""Blocks to recommendations: which table and which list belongs to which heading.

Nothing here knows what kind of document the blocks came from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from madegood.intake.plans.blocks import Block, Doubt, Grid, Part, Passage, Role, Row
from madegood.intake.plans.headings import (
    asked,
    coded_number,
    numbered_heading,
    recommendation_heading,
)
from madegood.intake.plans.reading import PlanFinding, Recommendation, Source
from madegood.intake.plans.rows import actions_of, outcomes_of

LONGEST_TITLE = 400


@dataclass
class Draft:
    """A recommendation while its parts are gathered."""

    number: str
    title: str = ""
    source: Source | None = None
    kind: str = ""
    rows: list[Row] = field(default_factory=list)
    outcomes: list[Part] = field(default_factory=list)
    loose: list[Part] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.rows or self.outcomes or self.loose)


@dataclass
class Assembly:
    """What the blocks came to: recommendations in order, and all that was not placed."""

    drafts: list[Draft] = field(default_factory=list)
    preamble: list[Part] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def current(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def open(
        self, number: str, title: str, source: Source | None, kind: str = ""
    ) -> None:
        """Begin a recommendation, or go back to one whose heading is printed again."""
        for at, draft in enumerate(self.drafts):
            if draft.number != number:
                continue
            if _same(draft.title, title):
                self.drafts.append(self.drafts.pop(at))
                draft.title = draft.title or title
                return
            if draft.empty and _listed_with_its_page(draft.title, title):
                self.drafts.pop(at)
                break
            if not draft.rows and not draft.outcomes:
                self._name_again(at, Part(title, source or _NOWHERE), kind)
                return
        self.drafts.append(Draft(number, title, source, kind))

    def _name_again(self, at: int, said: Part, kind: str) -> None:
        """A number that comes twice with nothing done under the first is one
        recommendation: "Recommendation 1: Visits" over a table that is headed "Priority
        1: Help", or a list of them all before they are taken one by one. What inspectors
        asked is its title; the other is said as words that were not placed."""
        draft = self.drafts.pop(at)
        was = Part(draft.title, draft.source or _NOWHERE)
        if asked(draft.kind) and not asked(kind):
            other = said
        else:
            other, draft.title, draft.source, draft.kind = (
                was,
                said.text,
                said.source,
                kind,
            )
        draft.loose.append(other)
        self.drafts.append(draft)


_NOWHERE = Source("", 0, 0, "")


def _same(one: str, other: str) -> bool:
    def bare(words: str) -> str:
        return re.sub(r"\W+", "", words).casefold()[:60]

    return not one or not other or bare(one) == bare(other)


def _listed_with_its_page(listed: str, title: str) -> bool:
    """Whether a title stands on a contents page: the same with a page's number after."""
    return re.fullmatch(rf"{re.escape(title)}\W*\d{{1,3}}", listed) is not None


def assemble(blocks: Sequence[Block]) -> Assembly:
    """Deal blocks out to recommendations, in reading order."""
    whole = Assembly()
    for block in blocks:
        match block:
            case Grid():
                _take_grid(whole, block)
            case Passage(heading="recommendation"):
                part = block.parts[0]
                whole.open(block.number or "", part.text, part.source, block.kind)
            case Passage(heading="outcomes"):
                _take_outcomes(whole, block)
            case Passage():
                now = whole.current()
                (now.loose if now else whole.preamble).extend(block.parts)
    return whole


def _take_outcomes(whole: Assembly, block: Passage) -> None:
    whole.doubts += block.doubts
    now = whole.current()
    if now is None:
        whole.preamble += [*block.parts, *block.loose]
        return
    now.outcomes += block.parts
    now.loose += block.loose


def _take_grid(whole: Assembly, grid: Grid) -> None:
    if all(c.role is Role.OUTCOME for c in grid.columns):
        _take_measures(whole, grid)
        return
    if any(c.role is Role.RECOMMENDATION for c in grid.columns):
        _take_rows_by_recommendation(whole, grid)
        return
    now = whole.current()
    if now is None or (now.rows and now.outcomes and now.loose):
        _open_unnumbered(whole, grid)
    current = whole.drafts[-1]
    current.rows += grid.rows


def _take_measures(whole: Assembly, grid: Grid) -> None:
    """A table of measures alone, with no action in it: what is to come of the
    recommendation above it."""
    parts = [part for row in grid.rows for part in row.cell(Role.OUTCOME).parts]
    now = whole.current()
    if now is None:
        whole.preamble += parts
    else:
        now.outcomes += parts


def _open_unnumbered(whole: Assembly, grid: Grid) -> None:
    """A table under no numbered heading: the words just above it are its title."""
    now = whole.current()
    near = now.loose if now else whole.preamble
    title = ""
    source: Source | None = grid.source
    if near and len(near[-1].text) <= LONGEST_TITLE:
        last = near.pop()
        title, source = last.text, last.source
    number = str(len(whole.drafts) + 1)
    whole.drafts.append(Draft(number, title, source))
    whole.doubts.append(
        Doubt(
            "number_not_given",
            source or grid.source,
            f"The table has no numbered heading; it was taken as recommendation "
            f"{number}, titled by the words above it.",
            "Check the number and the title against the plan.",
        )
    )


def _take_rows_by_recommendation(whole: Assembly, grid: Grid) -> None:
    for row in grid.rows:
        cell = row.cell(Role.RECOMMENDATION)
        if cell.parts:
            heading = (
                recommendation_heading(cell.text)
                or numbered_heading(cell.text)
                or coded_number(cell.text)
            )
            number = heading.number if heading else ""
            title = heading.title if heading else cell.text
            now = whole.current()
            if (
                now is None
                or not _same(now.title, title)
                or (number and number != now.number)
            ):
                whole.open(number or str(len(whole.drafts) + 1), title, cell.source)
        if whole.current() is None:
            whole.open("1", "", grid.source)
        whole.drafts[-1].rows.append(row)


def recommendations_of(
    whole: Assembly,
) -> tuple[tuple[Recommendation, ...], list[PlanFinding]]:
    """The finished recommendations, with a finding for all that could not be placed."""
    findings = [_doubted(d, _lines(d.source)) for d in whole.doubts]
    found = []
    for draft in whole.drafts:
        recommendation, said = _finished(draft)
        found.append(recommendation)
        findings += said
    return tuple(found), findings


def _finished(draft: Draft) -> tuple[Recommendation, list[PlanFinding]]:
    actions, findings = actions_of(draft.number, draft.rows)
    listed = list(draft.outcomes)
    for row in draft.rows:
        listed += row.cell(Role.OUTCOME).parts
    for number, row in enumerate(draft.rows, 1):
        findings += [
            _doubted(
                d, f"recommendation {draft.number}, row {number} ({_lines(d.source)})"
            )
            for d in row.doubts
        ]
    findings += [_unplaced(draft.number, p) for p in draft.loose]
    return (
        Recommendation(
            number=draft.number,
            title=draft.title or None,
            title_source="plan" if draft.title else None,
            source=draft.source,
            actions=actions,
            outcomes=outcomes_of(draft.number, listed),
            rows=len(draft.rows),
        ),
        findings,
    )


def _doubted(doubt: Doubt, where: str) -> PlanFinding:
    return PlanFinding(doubt.kind, where, doubt.message, doubt.remedy)


def _lines(source: Source) -> str:
    if source.place:
        return source.place
    if source.first_line == source.last_line:
        return f"line {source.first_line}"
    return f"lines {source.first_line} to {source.last_line}"


def _unplaced(number: str, part: Part) -> PlanFinding:
    return PlanFinding(
        "not_placed",
        f"recommendation {number}, {_lines(part.source)}",
        f"Words that are no title, action or outcome: “{part.text}”",
        "Nothing is lost by leaving them; if they are part of the plan, add them to the "
        "right row when you import.",
    )


def titled(recommendation: Recommendation, title: str) -> Recommendation:
    """The recommendation with a title that the inspection report supplied."""
    return replace(recommendation, title=title, title_source="report")
