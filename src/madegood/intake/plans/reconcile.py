"""The plan's recommendations beside the inspection report's own list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.plans.assemble import titled
from madegood.intake.plans.reading import (
    Improvement,
    Inspection,
    PlanFinding,
    Recommendation,
)
from madegood.intake.plans.vocabulary import words

# Two texts are the same recommendation when they share at least this much of the words
# of the shorter; words that carry no meaning are not counted.
ALIKE = 0.5
_EMPTY_WORDS = words(
    "the a an and of to in for on with by be so that are is as it its their they this "
    "which from at or all more should ensure improve"
)


@dataclass(frozen=True)
class Reconciled:
    recommendations: tuple[Recommendation, ...]
    findings: tuple[PlanFinding, ...]


def bare(text: str) -> str:
    """Words alone, so that quotation marks, hyphens and capitals do not count."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def alike(one: str, other: str) -> float:
    """The share of the shorter text's telling words that the other has, 0 to 1."""
    a, b = ({w for w in bare(t).split() if w not in _EMPTY_WORDS} for t in (one, other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def reconcile(found: Sequence[Recommendation], report: Inspection | None) -> Reconciled:
    """Match the two lists, recover lost headings, and say what is in one only."""
    if report is None or not report.recommendations:
        return Reconciled(tuple(found), tuple(_untitled(found, asked=report is None)))
    matched = _matches(found, report.recommendations)
    findings: list[PlanFinding] = []
    finished: list[Recommendation] = []
    for at, recommendation in enumerate(found):
        line = matched.get(at)
        if recommendation.title is None and line is None:
            line = _between(at, found, matched, report.recommendations)
            if line is not None:
                matched[at] = line
                recommendation = titled(  # noqa: PLW2901 - the same one, now titled
                    recommendation, report.recommendations[line].text
                )
                findings.append(_recovered(recommendation, report))
        elif line is not None:
            findings += _paraphrase(recommendation, report.recommendations[line])
        finished.append(recommendation)
    findings += _untitled(finished, asked=False)
    findings += _one_sided(finished, report, matched)
    return Reconciled(tuple(finished), tuple(findings))


def _matches(
    found: Sequence[Recommendation], lines: Sequence[Improvement]
) -> dict[int, int]:
    """Plan place to report place, best likeness first, each used once."""
    pairs = sorted(
        (
            (-alike(r.title, line.text), abs(at - to), at, to)
            for at, r in enumerate(found)
            if r.title is not None
            for to, line in enumerate(lines)
        ),
    )
    matched: dict[int, int] = {}
    for likeness, _, at, to in pairs:
        if -likeness >= ALIKE and at not in matched and to not in matched.values():
            matched[at] = to
    return matched


def _between(
    at: int,
    found: Sequence[Recommendation],
    matched: dict[int, int],
    lines: Sequence[Improvement],
) -> int | None:
    """The report's line for a recommendation without a heading: the only one left over
    between its neighbours' lines. If more than one is left, it is not guessed."""
    below = [matched[b] for b in matched if b < at]
    above = [matched[a] for a in matched if a > at]
    low = max(below, default=-1)
    high = min((a for a in above if a > low), default=len(lines))
    free = [n for n in range(low + 1, high) if n not in matched.values()]
    lost = [
        n
        for n, r in enumerate(found)
        if r.title is None
        and n not in matched
        and max((b for b in matched if b < n), default=-1)
        == max((b for b in matched if b < at), default=-1)
    ]
    if len(free) != len(lost):
        return None
    return free[lost.index(at)]


def _recovered(recommendation: Recommendation, report: Inspection) -> PlanFinding:
    return PlanFinding(
        "heading_recovered",
        recommendation.number,
        "The plan has lost this recommendation's heading; the inspection report's words "
        f"were taken, the only ones left in its place: “{recommendation.title}”",
        f"Check it against {report.file or 'the report'} before you import.",
    )


def _untitled(found: Sequence[Recommendation], *, asked: bool) -> list[PlanFinding]:
    remedy = (
        "Give the inspection report with --report: its list supplies lost headings."
        if asked
        else "Find the heading in the plan as published; more than one of the report's "
        "lines would fit."
    )
    return [
        PlanFinding(
            "heading_missing",
            r.number,
            "The plan gives this recommendation no title.",
            remedy,
        )
        for r in found
        if r.title is None
    ]


def _paraphrase(recommendation: Recommendation, line: Improvement) -> list[PlanFinding]:
    if bare(recommendation.title or "") == bare(line.text):
        return []
    return [
        PlanFinding(
            "heading_paraphrased",
            recommendation.number,
            f"The plan says “{recommendation.title}”; the report says “{line.text}”",
            "Keep the report's words: they are what inspectors will come back to.",
        )
    ]


def _one_sided(
    found: Sequence[Recommendation], report: Inspection, matched: dict[int, int]
) -> list[PlanFinding]:
    said = [
        PlanFinding(
            "not_in_report",
            r.number,
            f"The report's list has nothing like “{r.title}”.",
            "Say where this recommendation comes from (another inspection, the "
            "authority itself).",
        )
        for at, r in enumerate(found)
        if r.title is not None and at not in matched
    ]
    said += [
        PlanFinding(
            "not_in_plan",
            f"report, {line.number}",
            f"The report asks for this and the plan has no recommendation for it: "
            f"“{line.text}”",
            "Add it to the plan, or say which recommendation answers it.",
        )
        for to, line in enumerate(report.recommendations)
        if to not in matched.values()
    ]
    return said
