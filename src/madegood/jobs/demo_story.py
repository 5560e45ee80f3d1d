"""What happens in the demo: each step through the door a person would use."""

import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from madegood.accounts.actions import add_person
from madegood.accounts.queries import person
from madegood.assurance import actions as assurance_actions
from madegood.assurance import queries as assurance_queries
from madegood.assurance.rules import may_be_signed
from madegood.benchmarks import actions as benchmark_actions
from madegood.clock.moments import london_date
from madegood.clock.today import telling
from madegood.intake.plans import read_plan
from madegood.jobs.demo_cast import (
    ANALYST,
    CAST,
    OWNER,
    PASS_PHRASE,
    PLAN_MANAGER,
    PRACTICE_LEAD,
)
from madegood.jobs.demo_year import Calendar, the_year
from madegood.plan import actions as plan_actions
from madegood.reports import actions as report_actions
from madegood.synthetic import make
from madegood.warehouse import actions as warehouse_actions

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
PLAN = EXAMPLES / "solihull-action-plan-2021.txt"
REPORT = EXAMPLES / "solihull-inspection-2020-01-09.txt"
# The published plan carries no date; its newest claim is of May 2021.
ADOPTED_ON = date(2021, 6, 1)
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Shown:
    """Evidence that somebody in the demo records for whatever asks for it."""

    test: str
    rung: str
    title: str
    days_ago: int
    looked_at: int | None = None
    good: int | None = None
    checked: bool = True


# Some of what the tests ask for, and deliberately not all of it.
EVIDENCE: tuple[Shown, ...] = (
    Shown("The reviewed specification", "done", "Specification, version 3", 310),
    Shown(
        "Dip sample: interviews follow the specification",
        "seen",
        "Dip sample of 20 interview records against the specification",
        40,
        looked_at=20,
        good=18,
    ),
    Shown("The escalation process as issued", "done", "Escalation process", 200),
    Shown("Minutes of contract monitoring", "done", "Minutes, October", 30),
    Shown("The process as issued", "done", "Missing children process, version 2", 120),
    Shown(
        "Dip sample: the process was followed",
        "seen",
        "Dip sample of 15 episodes against the process",
        55,
        looked_at=15,
        good=8,
    ),
    Shown("The monthly report", "done", "Cumulative data report", 20, checked=False),
    Shown("What was agreed with the provider", "done", "Engagement proposal", 260),
    Shown(
        "Young people say the interview helped",
        "said",
        "Cards left after interviews, this quarter",
        25,
        looked_at=14,
        good=12,
    ),
)


def people() -> None:
    for one in CAST:
        add_person(
            by=None,
            name=one.name,
            email=one.email,
            role_name=one.role,
            password=PASS_PHRASE,
        )


def plan(as_of: datetime) -> None:
    """Read the published plan and report a year ago, confirm the draft, and fill some
    posts."""
    with telling(Calendar(as_of).begins):
        _plan()


def _plan() -> None:
    by = person(PLAN_MANAGER)
    assert by is not None
    draft = plan_actions.start_draft(by=by, reading=read_plan(PLAN, REPORT))
    plan_actions.accept_rest(by=by, draft_id=draft.pk)
    plan_actions.confirm_draft(by=by, draft_id=draft.pk, adopted_on=ADOPTED_ON)
    for one in CAST:
        holder = person(one.email)
        assert holder is not None
        for post in one.posts:
            plan_actions.hold_post(by=by, post=post, person=holder, start=ADOPTED_ON)


def data(folder: Path, children: int, years: int, seed: int, as_of: datetime) -> None:
    """Make a synthetic authority up to the as-of day, load it, compute the measures."""
    source = folder / "synthetic"
    make(children, years, seed, london_date(as_of), source, progress=_progress)
    by = person(ANALYST)
    stored = warehouse_actions.load(by=by, paths=[source], label="Synthetic authority")
    warehouse_actions.run_measures(by=by, snapshot=stored, as_of=as_of)


def benchmarks() -> None:
    """The published figures that come with the program."""
    by = person(ANALYST)
    benchmark_actions.load(by=by, paths=benchmark_actions.shipped_files())


def year(as_of: datetime) -> None:
    the_year(as_of)


def tests(as_of: datetime) -> None:
    """Accept the suggested tests, record some of the evidence, sign what may be
    signed, and test every claim."""
    by = person(PLAN_MANAGER)
    assert by is not None
    for given in assurance_queries.plan_standing(as_of).recommendations:
        if assurance_queries.suggestions(given.number):
            assurance_actions.accept_suggestions(by=by, number=given.number)
    _record_evidence(london_date(as_of))
    assurance_actions.retest(by=by)
    _sign_what_may_be_signed()
    assurance_actions.retest(by=by)


def paper(day: date) -> None:
    """As of today, because today is when the evidence above was recorded."""
    made = report_actions.make_paper(by=person(PLAN_MANAGER), as_of=day)
    for suffix in ("html", "pdf", "docx"):
        report_actions.write_paper(made, suffix)


def _record_evidence(day: date) -> None:
    owner, lead = person(OWNER), person(PRACTICE_LEAD)
    assert owner is not None
    assert lead is not None
    for number, title in _asked():
        for shown in EVIDENCE:
            if shown.test == title:
                kept = plan_actions.add_evidence(
                    by=owner, number=number, given=_given(shown, day)
                )
                if shown.checked:
                    plan_actions.check_evidence(by=lead, evidence_id=kept.pk)


def _asked() -> list[tuple[str, str]]:
    """Every test of the plan: the part it is attached to, and its title."""
    found: list[tuple[str, str]] = []
    for given in assurance_queries.plan_standing().recommendations:
        for action in given.actions:
            found += [(action.number, test.title) for test in action.tests]
        for outcome in given.outcomes:
            found += [(outcome.number, test.title) for test in outcome.tests]
    return found


def _given(shown: Shown, day: date) -> plan_actions.Given:
    happened = day - timedelta(days=shown.days_ago)
    return plan_actions.Given(
        rung=shown.rung,
        title=shown.title,
        happened_on=happened,
        review_by=happened + YEAR,
        link="https://records.example.org/evidence",
        looked_at=shown.looked_at,
        good=shown.good,
    )


def _sign_what_may_be_signed() -> None:
    """The practice lead signs whatever has reached every rung asked of it."""
    lead = person(PRACTICE_LEAD)
    assert lead is not None
    for given in assurance_queries.plan_standing().recommendations:
        for action in given.actions:
            if may_be_signed(action.standing):
                assurance_actions.sign(
                    by=lead,
                    number=action.number,
                    why="I read the evidence and spoke to two of the workers.",
                )


def _progress(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r  {done:,} of {whole:,} children", nl=done >= whole, err=True)
