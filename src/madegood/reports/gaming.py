"""Gathers what the rules of gaming_signs need, from the ledger, as of a moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from madegood.assurance import queries as assurance
from madegood.assurance.models import ColourOverride, Signature, Test
from madegood.assurance.views import ActionStanding, OutcomeStanding, PlanStanding
from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.governance.meeting_models import Meeting
from madegood.governance.models import Board
from madegood.measures import UnknownMeasure, measure
from madegood.plan import queries as plans
from madegood.plan.evidence_models import Evidence
from madegood.plan.models import Action
from madegood.plan.owner_models import Holder, Ownership, Post
from madegood.plan.views import PlanView
from madegood.reports import gaming_signs as signs
from madegood.reports.gaming_signs import AskedFact, EvidenceFact, Sign
from madegood.reports.models import Paper

Part = tuple[str, int]


def panel(
    as_of: datetime | None = None, short: str = ""
) -> tuple[PlanStanding, list[Sign]]:
    """Every sign of a plan, in reading order; raises NoSuchThing where there is none."""
    at = as_of or now()
    standing = assurance.plan_standing(at, short)
    view = plans.plan(at, short)
    called = _called(view)
    owners = _owners(view)
    evidence = _evidence(called, owners, at)
    days = _days(at)
    names = [*Post.objects.values_list("title", flat=True)]
    names += Board.objects.values_list("name", flat=True)
    return standing, [
        signs.dates_moved(view, names),
        signs.without_evidence(view),
        signs.on_the_day(evidence, days),
        signs.tests_made_easier(_tests(called, at)),
        _odd(standing),
        signs.just_before(view, days),
        signs.own_samples(evidence),
        signs.overrides_renewed(_overrides(called, at)),
        signs.both_ways(_pairs(called, owners, at)),
        signs.stale(standing.data_to, london_date(at)),
    ]


def _called(view: PlanView) -> dict[Part, str]:
    """The number people say of each part, by its kind and id."""
    found: dict[Part, str] = {}
    for rec in view.recommendations:
        found |= {("action", a.id): a.number for a in rec.actions}
        found |= {("outcome", o.id): o.number for o in rec.outcomes}
    return found


def _days(at: datetime) -> list[date]:
    """Days of papers and of meetings that were held, by then."""
    papers = Paper.objects.filter(made_at__lte=at)
    told = {
        day for paper in papers for day in (paper.as_of, london_date(paper.made_at))
    }
    met = Meeting.objects.filter(day__lte=london_date(at), cancelled_on__isnull=True)
    return sorted(told | set(met.values_list("day", flat=True)))


def _owners(view: PlanView) -> dict[Part, set[int]]:
    """The posts that own each part; an outcome's are those of its recommendation."""
    ids = [action.id for rec in view.recommendations for action in rec.actions]
    found: dict[Part, set[int]] = defaultdict(set)
    of_action = dict(
        Action.objects.filter(pk__in=ids).values_list("pk", "recommendation")
    )
    outcomes = {
        rec.id: [outcome.id for outcome in rec.outcomes] for rec in view.recommendations
    }
    for owned in Ownership.objects.filter(action_id__in=ids):
        found["action", owned.action_id].add(owned.post_id)
        for outcome in outcomes[of_action[owned.action_id]]:
            found["outcome", outcome].add(owned.post_id)
    return found


def _held(on: date, person: int, holders: Iterable[Holder]) -> set[int]:
    return {
        h.post_id
        for h in holders
        if h.person_id == person and h.start <= on and (h.end is None or on < h.end)
    }


def _part(row: Evidence | Test | Signature) -> Part:
    if row.action_id is not None:
        return "action", row.action_id
    assert row.outcome_id is not None
    return "outcome", row.outcome_id


def _evidence(
    called: dict[Part, str], owners: dict[Part, set[int]], at: datetime
) -> list[EvidenceFact]:
    holders = list(Holder.objects.all())
    found = []
    for row in Evidence.objects.filter(recorded_at__lte=at):
        part = _part(row)
        if part not in called:
            continue
        on = london_date(row.recorded_at)
        checked = row.checked_at if row.checked_at and row.checked_at <= at else None
        found.append(
            EvidenceFact(
                number=called[part],
                title=row.title,
                rung=row.rung,
                recorded_on=on,
                checked_on=london_date(checked) if checked else None,
                by_an_owner=bool(_held(on, row.recorded_by_id, holders) & owners[part]),
            )
        )
    return found


def _tests(called: dict[Part, str], at: datetime) -> list[AskedFact]:
    found: list[AskedFact] = []
    asked: dict[tuple[Part, str, str], list[Test]] = defaultdict(list)
    for test in Test.objects.filter(attached_at__lte=at):
        part = _part(test)
        if part not in called:
            continue
        same = (part, test.kind, test.measure or test.title)
        harder = [before for before in asked[same] if _easier(test, before)]
        asked[same].append(test)
        words = ""
        if harder:
            words = (
                f"{_percent(test)}, where an earlier one asks {_percent(harder[-1])}"
            )
        gone = bool(test.withdrawn_at and test.withdrawn_at <= at)
        withdrawn = test.withdrawn_why if gone else ""
        found.append(AskedFact(called[part], test.title, words, withdrawn))
    return found


def _overrides(called: dict[Part, str], at: datetime) -> dict[str, int]:
    """How often each action's colour was set by hand beside the computed one."""
    found: dict[str, int] = defaultdict(int)
    for row in ColourOverride.objects.filter(made_at__lte=at):
        number = called.get(("action", row.action_id))
        if number is not None:
            found[number] += 1
    return found


def _easier(test: Test, before: Test) -> bool:
    if test.target is None or before.target is None:
        return False
    return test.target > before.target if _low(test) else test.target < before.target


def _low(test: Test) -> bool:
    try:
        return bool(test.measure) and measure(test.measure).good_is == "low"
    except UnknownMeasure:
        return False


def _percent(test: Test) -> str:
    return f"{round((test.target or 0) * 100)}%"


def _odd(standing: PlanStanding) -> Sign:
    parts: list[ActionStanding | OutcomeStanding] = []
    for rec in standing.recommendations:
        parts += [*rec.actions, *rec.outcomes]
    tested = {t.measure_id for part in parts for t in part.tests if t.measure_id}
    odd = [
        (one.title, one.says)
        for one in assurance.unexplained()
        if one.measure_id in tested
    ]
    return signs.odd_numbers(odd, len(tested))


def _pairs(
    called: dict[Part, str], owners: dict[Part, set[int]], at: datetime
) -> list[tuple[str, str, str, str]]:
    """Posts, not persons: who signed is known here by the post they held that day."""
    holders = list(Holder.objects.all())
    titles = dict(Post.objects.values_list("pk", "title"))
    signed: dict[tuple[int, int], str] = {}
    for row in Signature.objects.filter(signed_at__lte=at):
        part = _part(row)
        if part in called:
            on = london_date(row.signed_at)
            for mine in _held(on, row.signed_by_id, holders):
                for theirs in owners[part]:
                    signed.setdefault((mine, theirs), called[part])
    return [
        (titles[one], titles[other], there, signed[other, one])
        for (one, other), there in sorted(signed.items())
        if one < other and (other, one) in signed
    ]
