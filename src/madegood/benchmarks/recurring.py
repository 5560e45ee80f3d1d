"""Has this been said before? Each recommendation of a plan beside the authority's earlier
and later inspections, and beside other authorities' lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from madegood.assurance import queries
from madegood.assurance.standing import STATE_WORDS
from madegood.assurance.views import PlanStanding, RecommendationStanding
from madegood.benchmarks.places import code_named_in
from madegood.benchmarks.replay import Said, recommendations
from madegood.clock.moments import iso, london_date
from madegood.clock.today import now
from madegood.plan import queries as plans
from madegood.plan.views import PlanView
from madegood.topics.likeness import MEANING_ALIKE, WORDS_ALIKE, by_words
from madegood.topics.published import by_authority, meaning
from madegood.topics.repeats import (
    Elsewhere,
    authority_key,
    counted,
    elsewhere,
    said_alike,
)
from madegood.topics.vocabulary import Topic, topics_of

__all__ = ["NoSuchThing", "Recurrence", "recurrence_of", "recurrences"]
NoSuchThing = queries.NoSuchThing
_CAME_BACK = ("named_again", "not_held", "regressed", "related_problem")


@dataclass(frozen=True, slots=True)
class Before:
    """The same, said to the same authority in another inspection or plan.

    claimed  what was claimed of it then, and how it stood; "" where nothing is on record
    """

    published: date | None
    source: str
    text: str
    alike: float
    by_its_words: bool
    claimed: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`before` and `since` are the authority's own lists and plans, `traced` what each
    of its inspections said of it; `elsewhere` the other authorities, likest first."""

    rec: RecommendationStanding
    topics: tuple[Topic, ...]
    before: tuple[Before, ...]
    since: tuple[Before, ...]
    traced: tuple[Said, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        return counted(self.elsewhere)

    @property
    def named_since(self) -> tuple[Said, ...]:
        """Later inspections that came back to it."""
        return tuple(said for said in self.traced if said.state in _CAME_BACK)

    @property
    def said_before(self) -> bool:
        return bool(self.before) or any(s.state == "present" for s in self.traced)


def recurrences(
    as_of: datetime | None = None, short: str = ""
) -> tuple[PlanStanding, list[Recurrence]]:
    """Of every recommendation of a plan, in its order; raises NoSuchThing."""
    at = as_of or now()
    plan = queries.plan_standing(at, short)
    view = plans.plan(at, short)
    others = [
        queries.plan_standing(at, name)
        for name in plans.every_plan_name(at)
        if name != view.short
    ]
    views = {other.short: plans.plan(at, other.short) for other in others}
    return plan, [
        _recurrence(rec, view, others, views, london_date(at))
        for rec in plan.recommendations
    ]


def recurrence_of(
    number: str, as_of: datetime | None = None
) -> tuple[PlanStanding, Recurrence]:
    """Of one recommendation, by the number people say; raises NoSuchThing."""
    short, said = plans.plan_holding(number, as_of)
    plan, found = recurrences(as_of, short)
    for one in found:
        if one.rec.number == said:
            return plan, one
    raise NoSuchThing.numbered("recommendation", number)


def _recurrence(
    rec: RecommendationStanding,
    view: PlanView,
    others: Sequence[PlanStanding],
    views: dict[str, PlanView],
    on: date,
) -> Recurrence:
    text = _words(rec)
    key = authority_key(view.authority)
    own = [*_in_lists(text, key, view, on), *_in_plans(text, others, views)]
    day = view.published or view.adopted_on
    return Recurrence(
        rec,
        topics_of(text),
        tuple(one for one in own if one.published and one.published < day),
        tuple(one for one in own if not one.published or one.published > day),
        _traced(text, view, on),
        tuple(one for one in elsewhere(text, without=key) if _by(one, on)),
    )


def _by(one: Elsewhere, on: date) -> bool:
    return one.found.where.published <= on


def _words(rec: RecommendationStanding) -> str:
    return rec.detail.in_report or rec.title


def _in_lists(text: str, key: str, view: PlanView, on: date) -> list[Before]:
    found = []
    for where in by_authority().get(key, ()):
        if where.published in (view.published, None) or where.published > on:
            continue
        told = said_alike(text, where)
        if told is not None:
            source = f"inspection report, {where.published:%-d %B %Y}"
            found.append(
                Before(
                    where.published, source, told.text, told.alike, told.by_its_words
                )
            )
    return found


def _in_plans(
    text: str, others: Sequence[PlanStanding], views: dict[str, PlanView]
) -> list[Before]:
    """The likest recommendation of each other plan in the ledger, with its claims."""
    found = []
    for plan in others:
        scored = [
            (meaning().alike(text, _words(rec)), rec) for rec in plan.recommendations
        ]
        alike, rec = max(scored, key=lambda one: one[0], default=(0.0, None))
        if rec is None or alike < MEANING_ALIKE:
            continue
        view = views[plan.short]
        found.append(
            Before(
                view.published or view.adopted_on,
                f"the plan {plan.short}",
                _words(rec),
                alike,
                by_words(text, _words(rec)) >= WORDS_ALIKE,
                f"{rec.claimed_complete} of {rec.action_count} actions said to be "
                f"complete; {STATE_WORDS[rec.standing.state]}",
                rec.number,
            )
        )
    return found


def _traced(text: str, view: PlanView, on: date) -> tuple[Said, ...]:
    """What every inspection said of it, where that has been traced by hand."""
    for one in recommendations(code_named_in(view.authority)):
        if one.text and by_words(text, one.text) >= 0.5:
            return tuple(said for said in one.said if said.year <= on.year)
    return ()


def as_json(plan: PlanStanding, found: Sequence[Recurrence]) -> dict[str, Any]:
    """The answer of `plan recurrence --json`: keys may be added, never renamed."""
    return {
        "as_of": iso(plan.as_of),
        "plan": plan.short,
        "recommendations": [_json(one) for one in found],
    }


def _json(one: Recurrence) -> dict[str, Any]:
    again, gone, waiting = one.counts
    return {
        "number": one.rec.number,
        "title": one.rec.title or None,
        "topics": [topic.id for topic in one.topics],
        "said_before": one.said_before,
        "before": [_before(each) for each in one.before],
        "since": [_before(each) for each in one.since],
        "inspections": [
            {"year": s.year, "source": s.source, "state": s.state, "words": s.words}
            for s in one.traced
        ],
        "elsewhere": {
            "authorities": len(one.elsewhere),
            "came_back": again,
            "did_not_come_back": gone,
            "no_later_list": waiting,
            "likest": [_elsewhere(each) for each in one.elsewhere[:10]],
        },
    }


def _before(one: Before) -> dict[str, Any]:
    return {
        "published": one.published.isoformat() if one.published else None,
        "source": one.source,
        "text": one.text,
        "likeness": round(one.alike, 2),
        "by_words_too": one.by_its_words,
        "claimed": one.claimed or None,
    }


def _elsewhere(one: Elsewhere) -> dict[str, Any]:
    return {
        "authority": one.found.where.authority,
        "published": one.found.where.published.isoformat(),
        "text": one.found.text,
        "likeness": round(one.found.alike, 2),
        "source": one.found.where.source,
        "next_list": one.next_list.published.isoformat() if one.next_list else None,
        "again": one.again.text if one.again else None,
    }
