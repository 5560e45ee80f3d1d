"""Where the plan says that a thing is done, and the published figure beside its measure
moved the wrong way, by the one rule for warnings (alarms.SENTENCE)."""

from collections.abc import Iterator

from madegood.assurance.contradicting import Between, Contradiction, Side
from madegood.assurance.views import (
    ActionStanding,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
)
from madegood.benchmarks.alarms import Alarm
from madegood.benchmarks.matching import match_of
from madegood.benchmarks.ours import ours
from madegood.benchmarks.places import NoSuchPlace
from madegood.benchmarks.queries import Setting, indicators, setting
from madegood.benchmarks.warned import warned


def published_contradictions(plan: PlanStanding) -> list[Contradiction]:
    """None where no figures were loaded, or our authority is not known."""
    try:
        given = setting(ours().place)
    except NoSuchPlace:
        return []
    return [] if given is None else list(_all(plan, given))


def _all(plan: PlanStanding, given: Setting) -> Iterator[Contradiction]:
    known = indicators(given)
    found = warned(given, known)
    newest = max((alarm.year.ends for alarm in found.alarms), default=0)
    for rec in plan.recommendations:
        if not rec.claimed_complete:
            continue
        for code in _codes(rec):
            title = known[code].title if code in known else code
            for alarm in found.about(code):
                # An older warning is history: the plan may have answered it since.
                if alarm.year.ends == newest:
                    yield _told(rec, title, alarm)


def _codes(rec: RecommendationStanding) -> list[str]:
    parts: list[ActionStanding | OutcomeStanding] = [*rec.actions, *rec.outcomes]
    tests = [test for part in parts for test in part.tests]
    codes = [match_of(test.measure_id).code for test in tests if test.measure_id]
    return list(dict.fromkeys(code for code in codes if code))


def _told(rec: RecommendationStanding, title: str, alarm: Alarm) -> Contradiction:
    return Contradiction(
        Between.PUBLISHED,
        rec.number,
        Side(
            f"recommendation {rec.number}",
            f"{rec.claimed_complete} of {rec.action_count} actions are said to be "
            "complete",
            "the plan",
        ),
        Side(
            "published figures",
            f"{title}: {alarm.was:g}, then {alarm.value:g} in {alarm.year.label}, "
            "among the quarter of authorities that moved furthest the wrong way",
            "Department for Education, Local Authority Interactive Tool",
        ),
        None,
    )
