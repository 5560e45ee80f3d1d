"""A reading as the rows of a draft, each under a number that is its own. Plain Python."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from madegood.intake.plans import (
    Action,
    Outcome,
    PlanFinding,
    Recommendation,
    Source,
)


def own_numbers(
    given: Sequence[Recommendation],
) -> tuple[list[Recommendation], list[PlanFinding]]:
    """Recommendations no two of which have one number, and a finding for each that was
    given another: a plan that says "1" twice must not lose either of them."""
    seen: Counter[str] = Counter()
    kept, findings = [], []
    taken = {one.number for one in given}
    for one in given:
        seen[one.number] += 1
        if seen[one.number] == 1:
            kept.append(one)
            continue
        number = _free(one.number, seen[one.number], taken)
        taken.add(number)
        kept.append(_renumbered(one, number))
        findings.append(
            PlanFinding(
                "number_given_twice",
                number,
                f"The plan numbers more than one recommendation {one.number}; this one "
                f"is kept as {number}.",
                "Check that it is a recommendation of its own. If it only goes on with "
                "the other one, leave its rows out.",
            )
        )
    return kept, findings


def _free(number: str, place: int, taken: set[str]) -> str:
    while f"{number}-{place}" in taken:
        place += 1
    return f"{number}-{place}"


def _renumbered(given: Recommendation, number: str) -> Recommendation:
    def own(part: str) -> str:
        return f"{number}.{part.rsplit('.', 1)[-1]}"

    return replace(
        given,
        number=number,
        actions=tuple(replace(a, number=own(a.number)) for a in given.actions),
        outcomes=tuple(replace(o, number=own(o.number)) for o in given.outcomes),
    )


def names(files: Sequence[str]) -> list[str]:
    """File names without their folders: a folder may tell who somebody is."""
    return [file.replace("\\", "/").rsplit("/", 1)[-1] for file in files]


def rows_of(given: Recommendation) -> list[dict[str, Any]]:
    parts: list[Action | Outcome] = [*given.actions, *given.outcomes]
    return [_recommendation(given), *(_part(given.number, part) for part in parts)]


def _recommendation(given: Recommendation) -> dict[str, Any]:
    return {
        "kind": "recommendation",
        "recommendation": given.number,
        "number": given.number,
        "read": {"title": given.title or "", "title_source": given.title_source or ""},
        "source": _source(given.source),
    }


def _part(recommendation: str, given: Action | Outcome) -> dict[str, Any]:
    read: dict[str, Any] = {"text": given.text, "because": given.because}
    if isinstance(given, Action):
        read |= {
            "owners": list(given.owners),
            "progress": given.progress,
            "delivery": given.delivery.value,
            "due": given.due,
            "refers_to": list(given.refers_to),
            "commitments": [
                _commitment(c.text, c.every, c.due) for c in given.commitments
            ],
        }
    else:
        read["countable"] = given.countability.value
    return {
        "kind": "action" if isinstance(given, Action) else "outcome",
        "recommendation": recommendation,
        "number": given.number,
        "read": read,
        "source": _source(given.source),
    }


def _commitment(text: str, every: str | None, due: str | None) -> str:
    return f"every {every}: {text}" if every else f"{due}: {text}"


def _source(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {**asdict(source), "file": names([source.file])[0]}
