"""Reading a plan, with the inspection report it answers if that is given."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from madegood.intake.documents.words import document_text
from madegood.intake.plans.assemble import assemble, recommendations_of
from madegood.intake.plans.blocks import Block, Grid, Passage, span
from madegood.intake.plans.contradictions import contradictions
from madegood.intake.plans.document_blocks import document_blocks
from madegood.intake.plans.document_files import plan_document
from madegood.intake.plans.files import checked, text_of
from madegood.intake.plans.headings import labels_in, recommendation_heading
from madegood.intake.plans.legend import key_in
from madegood.intake.plans.reading import (
    Inspection,
    PlanFinding,
    PlanReading,
    Unreadable,
)
from madegood.intake.plans.reconcile import reconcile
from madegood.intake.plans.remarks import remarks
from madegood.intake.plans.report import looks_like_a_report, read_report
from madegood.intake.plans.text_blocks import text_blocks


def read_plan(
    given: Path | str, report: Path | str | Inspection | None = None
) -> PlanReading:
    """Read a plan: a path to it, or its text. Raises Unreadable."""
    return read_plans([given], report)


def read_plans(
    given: Sequence[Path | str], report: Path | str | Inspection | None = None
) -> PlanReading:
    """Read a plan kept in one or more files, in the order given. Raises Unreadable."""
    blocks: list[Block] = []
    findings: list[PlanFinding] = []
    names: list[str] = []
    for one in given:
        names.append(str(one) if isinstance(one, Path) else "the plan")
        found, text, said = _opened(one, names[-1])
        _must_hold_a_table(found, text, names[-1])
        blocks += found
        findings += said
        key = key_in(text)
        findings += [key] if key else []
    inspection = read_report(report) if isinstance(report, Path | str) else report
    return _reading(blocks, inspection, findings, names)


def _opened(
    given: Path | str, name: str
) -> tuple[list[Block], str, tuple[PlanFinding, ...]]:
    """What was given as blocks and as words, and what had to be done to get them."""
    if isinstance(given, str):
        text = checked(given, name)
        return text_blocks(text, name), text, ()
    items = plan_document(given)
    if items is not None:
        return document_blocks(items, name), document_text(items), ()
    text, findings = text_of(given)
    return text_blocks(text, name), text, findings


def _reading(
    blocks: Sequence[Block],
    inspection: Inspection | None,
    findings: Sequence[PlanFinding],
    names: Sequence[str],
) -> PlanReading:
    whole = assemble(blocks)
    drafted, doubted = recommendations_of(whole)
    settled = reconcile(drafted, inspection)
    return PlanReading(
        inspection=replace(inspection, findings=()) if inspection else Inspection(),
        recommendations=settled.recommendations,
        findings=(
            *findings,
            *(inspection.findings if inspection else ()),
            *settled.findings,
            *contradictions(settled.recommendations),
            *doubted,
            *remarks(settled.recommendations),
        ),
        preamble=span(p.source for p in whole.preamble),
        files=tuple(names),
    )


def _must_hold_a_table(blocks: Sequence[Block], text: str, name: str) -> None:
    """Refuse a text without one row of actions, saying what was found instead."""
    if any(isinstance(b, Grid) and b.rows for b in blocks):
        return
    if looks_like_a_report(text):
        raise Unreadable(
            f"{name} is an inspection report, not a plan: it has “What needs to improve” "
            "and no table of actions. Give the plan as FILE and this with --report."
        )
    raise Unreadable(
        f"{name} has no action table that can be read. Looked for a header naming at "
        "least an action column and who or progress (such as “Action  Who  Progress” or "
        "“What we will do  Lead  Status”), under headings such as “Recommendation 1”. "
        f"Found {_found(blocks, text)}. If the plan is laid out otherwise, put such a "
        "header line above each table and try again, or enter the plan by hand."
    )


def _found(blocks: Sequence[Block], text: str) -> str:
    lines = text.split("\n")
    words = sum(1 for n in lines if n.strip())
    headings = sum(
        1 for b in blocks if isinstance(b, Passage) and b.heading == "recommendation"
    )
    parts = [f"{words:,} lines of words", f"{headings} recommendation headings"]
    if any(isinstance(b, Grid) for b in blocks):
        parts.append("a header with nothing under it")
    else:
        parts.append(_nearest(lines) or "no line of column names")
    return ", ".join(parts)


def _nearest(lines: Sequence[str]) -> str:
    """The first line that is column names but not enough of them to head a table."""
    for number, line in enumerate(lines[:20_000], 1):
        text = line.strip()
        if 3 < len(text) < 120 and recommendation_heading(text) is None:
            found = labels_in(text)
            if found and len(found) > 1:
                return (
                    f"line {number} “{text}”, which names no action with who or how far"
                )
    return ""
