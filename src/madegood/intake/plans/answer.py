"""A plan reading as one JSON object, and as words for a person at a terminal."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from madegood.intake.plans.countability import COUNTABILITY_WORDS
from madegood.intake.plans.reading import (
    Action,
    Commitment,
    Countability,
    Delivery,
    Inspection,
    Outcome,
    PlanReading,
    Recommendation,
    Source,
)

DELIVERY_WORDS = {
    Delivery.COMPLETE: "said to be complete",
    Delivery.COMPLETE_MONITORED: "said to be complete, and kept up",
    Delivery.NEARLY_COMPLETE: "nearly complete",
    Delivery.IN_PROGRESS: "in progress",
    Delivery.NOT_STARTED: "not started",
    Delivery.UNKNOWN: "not said",
}


def as_json(reading: PlanReading) -> dict[str, Any]:
    """The answer of `madegood plan read --json`. Keys may be added, never renamed.

    A recommendation's number is a whole number where the plan's is ("2a" stays text).
    """
    return {
        "files": list(reading.files),
        "inspection": _inspection(reading.inspection),
        "preamble": _source(reading.preamble),
        "rows": reading.rows,
        "recommendations": [_recommendation(r) for r in reading.recommendations],
        "findings": [
            {"kind": f.kind, "where": f.where, "message": f.message, "remedy": f.remedy}
            for f in reading.findings
        ],
    }


def _number(number: str) -> int | str:
    return int(number) if number.isdigit() else number


def _source(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "file": source.file,
        "place": source.place,
        "first_line": source.first_line,
        "last_line": source.last_line,
        "text": source.text,
    }


def _inspection(given: Inspection) -> dict[str, Any]:
    return {
        "authority": given.authority,
        "kind": given.kind,
        "from": given.inspected_from,
        "to": given.inspected_to,
        "published": given.published,
        "judgements": dict(given.judgements),
        "recommendations": [
            {"number": _number(i.number), "text": i.text, "source": _source(i.source)}
            for i in given.recommendations
        ],
        "file": given.file,
    }


def _recommendation(given: Recommendation) -> dict[str, Any]:
    return {
        "number": _number(given.number),
        "title": given.title,
        "title_source": given.title_source,
        "rows": given.rows,
        "actions": [_action(a) for a in given.actions],
        "outcomes": [_outcome(o) for o in given.outcomes],
        "source": _source(given.source),
    }


def _action(given: Action) -> dict[str, Any]:
    return {
        "number": given.number,
        "text": given.text,
        "owners": list(given.owners),
        "progress": given.progress,
        "delivery": given.delivery.value,
        "because": given.because,
        "ref": given.ref or None,
        "start": given.start or None,
        "due": given.due or None,
        "evidence": given.evidence or None,
        "commitments": [_commitment(c) for c in given.commitments],
        "dates": list(given.dates),
        "refers_to": list(given.refers_to),
        "row": given.row,
        "source": _source(given.source),
        "sources": {name: _source(s) for name, s in given.sources.items()},
    }


def _outcome(given: Outcome) -> dict[str, Any]:
    return {
        "number": given.number,
        "text": given.text,
        "countable": given.countable,
        "countability": given.countability.value,
        "because": given.because,
        "commitments": [_commitment(c) for c in given.commitments],
        "source": _source(given.source),
    }


def _commitment(given: Commitment) -> dict[str, Any]:
    said: dict[str, Any] = {"text": given.text}
    if given.every is not None:
        said["every"] = given.every
    if given.due is not None:
        said["due"] = given.due
    if given.conditional:
        said["conditional"] = True
    return said


def as_words(reading: PlanReading) -> str:
    """Recommendation by recommendation, then what a person should look at."""
    lines = [_summary(reading), ""]
    for recommendation in reading.recommendations:
        lines += [*_told(recommendation), ""]
    lines += _findings(reading)
    return "\n".join(lines)


def _summary(reading: PlanReading) -> str:
    counts = Counter(a.delivery for a in reading.actions)
    told = "; ".join(
        f"{counts[d]} {words}" for d, words in DELIVERY_WORDS.items() if counts[d]
    )
    countable = sum(o.countable for o in reading.outcomes)
    partly = sum(o.countability is Countability.PARTLY for o in reading.outcomes)
    return (
        f"{len(reading.recommendations)} recommendations, {len(reading.actions)} actions "
        f"in {reading.rows} table rows, {len(reading.outcomes)} expected outcomes "
        f"({countable} that something can count, {partly} in part).\nActions: {told}."
    )


def _told(given: Recommendation) -> Iterator[str]:
    title = given.title or "(the plan has lost its heading)"
    recovered = (
        " [from the inspection report]" if given.title_source == "report" else ""
    )
    yield f"Recommendation {given.number}. {title}{recovered}"
    for action in given.actions:
        lines = f"lines {action.source.first_line}–{action.source.last_line}"
        lines = action.source.place or lines
        yield f"  {action.number:<5} {action.text}"
        yield f"        Who: {'; '.join(action.owners) or 'no one is named'}"
        yield f"        {DELIVERY_WORDS[action.delivery].capitalize()}: " + (
            f"“{action.progress}” ({lines})" if action.progress else f"({lines})"
        )
    for outcome in given.outcomes:
        mark = COUNTABILITY_WORDS[outcome.countability]
        yield f"  {outcome.number:<5} Expected: {outcome.text} [{mark}]"


def _findings(reading: PlanReading) -> Iterator[str]:
    if not reading.findings:
        yield "Nothing was left in doubt."
        return
    yield f"To look at before importing ({len(reading.findings)}):"
    for found in reading.findings:
        yield f"  {found.where}: {found.message}"
        yield f"        {found.remedy}"
