"""Everything that can be found, and what a person must be permitted to find it.

Rows about children are in no source, nor are the words of families: whoever may read
those goes where they are kept, and leaves a trace.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from madegood.accounts.permissions import Permission
from madegood.benchmarks import queries as published
from madegood.comments.models import Comment
from madegood.comments.targets import TARGETS
from madegood.documents.models import Document
from madegood.governance.matter_models import Matter
from madegood.measures import LIBRARY
from madegood.plan.evidence_models import Evidence
from madegood.plan.models import Action, ClaimRecord, ExpectedOutcome, Recommendation
from madegood.plan.said import said_of
from madegood.plan.working_models import ProgressUpdate
from madegood.search import guide

LONGEST_KEY: Final = 120
GLOSSARY: Final = Path(__file__).resolve().parents[3] / "GLOSSARY.md"
_SPOKEN_OF: Final = {"evidence": "evidence", "item": "an agenda item"}
_WORD: Final = re.compile(r"^\| \*\*(.+?)\*\* \| (.+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A thing as it is put into the index."""

    kind: str
    key: str
    title: str
    text: str
    permission: Permission
    route: str = ""
    said: str = ""


def _of_plan(kind: str, said: str, title: str, text: str = "", key: str = "") -> Found:
    return Found(kind, key or said, title, text, Permission.PLAN_VIEW, kind, said)


def parts() -> Iterator[Found]:
    """Every part of every plan, by the number people say now."""
    recs = list(Recommendation.objects.all())
    numbers = said_of("recommendation", (row.pk for row in recs))
    for rec in recs:
        said = numbers[rec.pk]
        title = f"Recommendation {said}: {rec.title}"
        yield _of_plan("recommendation", said, title, rec.in_report, f"{rec.pk}")
    actions = list(Action.objects.all())
    numbers = said_of("action", (row.pk for row in actions))
    for action in actions:
        said = numbers[action.pk]
        yield _of_plan(
            "action", said, f"Action {said}: {action.text}", "", f"{action.pk}"
        )
    outcomes = list(ExpectedOutcome.objects.all())
    numbers = said_of("outcome", (row.pk for row in outcomes))
    for outcome in outcomes:
        said = numbers[outcome.pk]
        title = f"Expected outcome {said}: {outcome.text}"
        yield _of_plan("outcome", said, title, "", f"{outcome.pk}")


def updates() -> Iterator[Found]:
    """What was said of actions over time."""
    claims = list(ClaimRecord.objects.exclude(words=""))
    told = list(ProgressUpdate.objects.all())
    numbers = said_of(
        "action", {c.action_id for c in claims} | {u.action_id for u in told}
    )
    for claim in claims:
        said = numbers[claim.action_id]
        title = f"Said of action {said} on {claim.said_on:%-d %B %Y}"
        yield _update(f"claim {claim.pk}", said, title, claim.words)
    for row in told:
        said = numbers[row.action_id]
        title = f"Update on action {said}, {row.on:%-d %B %Y}"
        yield _update(f"update {row.pk}", said, title, row.words)


def _update(key: str, said: str, title: str, text: str) -> Found:
    return Found("update", key, title, text, Permission.PLAN_VIEW, "action", said)


def evidence() -> Iterator[Found]:
    """Titles alone."""
    rows = list(Evidence.objects.only("title", "action_id", "outcome_id"))
    actions = said_of("action", {r.action_id for r in rows if r.action_id})
    outcomes = said_of("outcome", {r.outcome_id for r in rows if r.outcome_id})
    for row in rows:
        route = "action" if row.action_id else "outcome"
        said = (
            actions[row.action_id] if row.action_id else outcomes[row.outcome_id or 0]
        )
        yield Found(
            "evidence", f"{row.pk}", row.title, "", Permission.PLAN_VIEW, route, said
        )


def documents() -> Iterator[Found]:
    for row in Document.objects.prefetch_related("versions"):
        changed = "\n".join(version.what_changed for version in row.versions.all())
        key, needed = f"{row.pk}", Permission.DOCUMENTS_VIEW
        yield Found("document", key, row.title, changed, needed, "document", key)


def comments() -> Iterator[Found]:
    """Those that have not been struck, for those who may see what they are about."""
    rows = list(Comment.objects.filter(struck_at=None).select_related("written_by"))
    numbers = {
        kind: said_of(kind, {int(row.key) for row in rows if row.kind == kind})
        for kind in ("action", "outcome", "recommendation")
    }
    said_by_families = {
        f"{pk}"
        for pk in Evidence.objects.filter(rung="said").values_list("pk", flat=True)
    }
    for row in rows:
        if row.kind not in TARGETS or _of_families(row, said_by_families):
            continue
        said = numbers.get(row.kind, {}).get(int(row.key), row.key)
        on = _SPOKEN_OF.get(row.kind, f"{row.kind} {said}")
        title = f"{row.written_by} on {on}, {row.written_at:%-d %B %Y}"
        target = TARGETS[row.kind]
        route = target.route or row.kind
        yield Found(
            "comment", f"{row.pk}", title, row.text, target.permission, route, said
        )


def _of_families(row: Comment, said: set[str]) -> bool:
    """Whether it speaks of what families said, which only those see who must act."""
    return row.kind == "evidence" and row.key in said


def matters() -> Iterator[Found]:
    """Decisions, questions and challenges of boards, with their answers."""
    for row in Matter.objects.prefetch_related("answers"):
        answers = "\n".join(answer.text for answer in row.answers.all())
        key, needed = f"{row.pk}", Permission.BOARDS_VIEW
        yield Found("matter", key, row.text, answers, needed, "matter", key)


def measures() -> Iterator[Found]:
    for each in LIBRARY:
        needed = Permission.MEASURES_VIEW
        yield Found(
            "measure", each.id, each.title, each.why, needed, "measure", each.id
        )


def glossary() -> Iterator[Found]:
    """The words of this service. They stand in the answer itself."""
    text = GLOSSARY.read_text() if GLOSSARY.exists() else ""
    for word, meaning in _WORD.findall(text):
        yield Found("word", word[:120], word, meaning, Permission.PLAN_VIEW)


def benchmarks() -> Iterator[Found]:
    """Published figures that have a page: what each indicator is, and the newest year."""
    try:
        given = published.setting(published.ours().place)
    except (published.NoSuchPlace, published.Missing):
        return
    if given is None:
        return
    described = published.indicators(given)
    for code, years in published.comparisons(given).items():
        what, newest = described[code], max(years, key=lambda one: one.year.ends)
        if len(code) > LONGEST_KEY:
            continue
        title = what.title or what.measure
        said = code.replace("/", "~")
        text = f"{what.topic}. {what.description} {newest.year}: {newest.printed}"
        needed = Permission.MEASURES_VIEW
        yield Found("benchmark", code, title, text, needed, "benchmark", said)


def guidance() -> Iterator[Found]:
    """The guide, section by section, each found on its own page."""
    for page in guide.pages():
        for number, each in enumerate(guide.sections(page)):
            title = (
                each.title
                if each.title == page.title
                else f"{page.title}: {each.title}"
            )
            key = f"{page.name} {number}"
            yield Found(
                "guide",
                key,
                title,
                each.text,
                Permission.PLAN_VIEW,
                "guide_page",
                page.name,
            )


SOURCES: Final[tuple[Callable[[], Iterator[Found]], ...]] = (
    parts, updates, evidence, documents, comments, matters, measures, benchmarks,
    guidance, glossary,
)  # fmt: skip
