"""Gathers what was known by a moment of everything that bears on a plan."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from madegood.assurance.asked import TRUSTED
from madegood.assurance.explaining import Key, Said
from madegood.assurance.looking import odd_in
from madegood.assurance.models import Signature, StandingRecord, Test
from madegood.assurance.odd_queries import words_on
from madegood.assurance.signing import Signed
from madegood.assurance.standing import Assurance
from madegood.clock.moments import london_date
from madegood.measures import Result
from madegood.measures.oddities import Oddity
from madegood.plan.owning import owners_ever
from madegood.plan.views import PlanView
from madegood.warehouse.queries import RunView, all_series, latest_run, run_settings

Part = tuple[str, int]
FELL = (Assurance.SLIPPING.value, Assurance.CONTRADICTED.value)


@dataclass(frozen=True)
class Known:
    """What bears on the plan at a moment, each part under ("action" or "outcome", id)."""

    plan: PlanView
    as_of: datetime
    run: RunView | None
    months: dict[str, list[Result]]
    tests: dict[Part, list[Test]]
    signed: dict[Part, list[Signed]]
    withdrawn: dict[Part, datetime]
    owners: dict[int, dict[int, date]]
    fell: dict[Part, datetime]
    odd: dict[str, tuple[Oddity, ...]]
    said: dict[str, dict[Key, Said]]
    most_bad: float

    @property
    def day(self) -> date:
        return london_date(self.as_of)


def gather(plan: PlanView, as_of: datetime) -> Known:
    """In seven queries, and two more once anything was signed or withdrawn. A test asks
    of any day, whenever it was attached; facts count from when they were recorded."""
    run = latest_run(as_of)
    signed = _signed(as_of)
    every = list(Test.objects.select_related("withdrawn_by"))
    agreed = [t for t in every if t.agreed_at is not None and t.agreed_at <= as_of]
    owners = _owners(plan, london_date(as_of)) if signed or agreed else {}
    tests, withdrawn = _asked(plan, every, agreed, owners)
    fell: dict[Part, datetime] = {}
    for record in StandingRecord.objects.filter(state__in=FELL, as_of__lte=as_of):
        fell[record.kind, record.part] = record.as_of
    return Known(
        plan,
        as_of,
        run,
        all_series(run) if run else {},
        tests,
        signed,
        withdrawn,
        owners,
        fell,
        odd_in(run) if run else {},
        words_on(as_of),
        _most_bad(run) if run else TRUSTED.most_bad,
    )


def _signed(as_of: datetime) -> dict[Part, list[Signed]]:
    found: dict[Part, list[Signed]] = defaultdict(list)
    kept = Signature.objects.filter(signed_at__lte=as_of).select_related("signed_by")
    for row in kept:
        one = Signed(row.signed_by_id, str(row.signed_by), row.signed_at)
        found[part_of(row)].append(one)
    return found


def _owners(plan: PlanView, day: date) -> dict[int, dict[int, date]]:
    return owners_ever({a.id for r in plan.recommendations for a in r.actions}, day)


def owners_of(
    plan: PlanView, owners: Mapping[int, Mapping[int, date]], part: Part
) -> dict[int, date]:
    """An expected outcome is owned by every owner of its recommendation's actions."""
    kind, row = part
    if kind == "action":
        return dict(owners.get(row, {}))
    return {
        person: since
        for within in plan.recommendations
        if any(outcome.id == row for outcome in within.outcomes)
        for action in within.actions
        for person, since in owners.get(action.id, {}).items()
    }


def _asked(
    plan: PlanView,
    every: Sequence[Test],
    agreed: Sequence[Test],
    owners: Mapping[int, Mapping[int, date]],
) -> tuple[dict[Part, list[Test]], dict[Part, datetime]]:
    """What is asked of each part, and when a test of it was last withdrawn. That one has
    agreed who owns the part is as if nobody had: the test is still asked."""
    withdrawn: dict[Part, datetime] = {}
    gone = set()
    for test in agreed:
        part = part_of(test)
        if test.agreed_by_id not in owners_of(plan, owners, part):
            assert test.agreed_at is not None
            withdrawn[part] = max(test.agreed_at, withdrawn.get(part, test.agreed_at))
            gone.add(test.pk)
    asked: dict[Part, list[Test]] = defaultdict(list)
    for test in every:
        if test.pk not in gone:
            asked[part_of(test)].append(test)
    return asked, withdrawn


@lru_cache(maxsize=16)
def _most_bad(run: RunView) -> float:
    """A run never changes, nor what it was computed under."""
    return run_settings(run).most_bad_percent / 100


def part_of(row: Test | Signature) -> Part:
    """What a test or a signature is about."""
    if row.action_id is not None:
        return "action", row.action_id
    assert row.outcome_id is not None  # a constraint: one of the two
    return "outcome", row.outcome_id
