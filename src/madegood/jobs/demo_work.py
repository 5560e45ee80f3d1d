"""The work on the demo's plan: dates, steps, promises kept and missed, what waits.

The numbers of the plan stand here because the demo imports that very plan.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from madegood.accounts.queries import person
from madegood.clock.moments import end_of_day
from madegood.clock.periods import add_months
from madegood.clock.today import telling, today
from madegood.plan import queries
from madegood.plan.actions import hold_post, move_date
from madegood.plan.commitment_actions import Promise, confirm_commitment
from madegood.plan.cycles import every_of
from madegood.plan.milestone_actions import add_milestone, move_milestone, say_milestone
from madegood.plan.owner_actions import add_post, report_to
from madegood.plan.reporting_actions import Reported, report_period
from madegood.plan.working_actions import need, record_cost, tell_update

if TYPE_CHECKING:
    from madegood.accounts.models import User

ASSISTANT_DIRECTOR = "Assistant Director, Children’s Services"
HEADS = (
    "Head of Service Children’s Commissioning",
    "Head of Service Safeguards",
    "Head of Service Family Support",
    "Head of Service Looked After Children",
)
BELOW = {
    "Commissioning Officer": HEADS[0],
    "Missing and Exploitation Team Manager": HEADS[1],
    "Principal Social Worker": HEADS[1],
}
LATE, WAITING = "1.6", "10.3"


def work() -> None:
    """What people wrote of the plan while they worked on it."""
    manager, tom, maya, dana = (
        person(f"{name}@example.org") for name in ("priya", "tom", "maya", "dana")
    )
    assert manager is not None
    assert tom is not None
    assert maya is not None
    assert dana is not None
    _posts(manager, dana)
    start = add_months(today().replace(day=1), -8)
    _kept(tom, "4.6", start, missed=(5,), words="Minutes of contract monitoring")
    _kept(maya, "1.1", start, missed=(2,), words="Learning shared with all teams")
    _dated(manager)
    _steps(maya)
    _written(maya)


def _posts(manager: "User", dana: "User") -> None:
    """Posts that nobody holds lead to one that somebody does."""
    add_post(by=manager, title=ASSISTANT_DIRECTOR)
    hold_post(by=manager, post=ASSISTANT_DIRECTOR, person=dana, start=date(2024, 4, 1))
    why = "As the structure chart has it"
    for head in HEADS:
        report_to(by=manager, post=head, to=ASSISTANT_DIRECTOR, why=why)
    for post, head in BELOW.items():
        report_to(by=manager, post=post, to=head, why=why)


def _kept(
    by: "User", number: str, start: date, *, missed: tuple[int, ...], words: str
) -> None:
    """A promise of the plan's own words, confirmed, and kept but for some periods."""
    action, _ = queries.action_working(number)
    read_as = next(each for each in action.commitments if every_of(each))
    read = every_of(read_as)
    assert read is not None
    with telling(end_of_day(start)):
        made = confirm_commitment(
            by=by,
            number=number,
            promise=Promise(read[1][:300], read[0], start, 10, read_as),
        )
    (view,) = queries.action_working(number)[1].commitments
    for place, period in enumerate(view.periods):
        day = period.last + timedelta(days=6)
        if place in missed or day > today():
            continue
        with telling(end_of_day(day)):
            given = Reported(period.first, day, f"{words}, {period.last:%B %Y}")
            report_period(by=by, number=number, commitment_id=made.pk, given=given)


def _dated(manager: "User") -> None:
    """One action whose date moved and has passed; one that is due soon."""
    first, moved = today() - timedelta(days=75), today() - timedelta(days=12)
    with telling(end_of_day(today() - timedelta(days=150))):
        move_date(
            by=manager,
            number=LATE,
            to=first,
            agreed_by="Improvement Board",
            why="Agreed when the plan was adopted here",
        )
    with telling(end_of_day(today() - timedelta(days=80))):
        move_date(
            by=manager,
            number=LATE,
            to=moved,
            agreed_by="Improvement Board",
            why="The case system’s supplier asked for time",
        )
    move_date(
        by=manager,
        number=WAITING,
        to=today() + timedelta(days=17),
        agreed_by="Improvement Board",
        why="To be ready for the partnership’s meeting",
    )


def _steps(by: "User") -> None:
    now, day = today(), today() - timedelta(days=90)
    with telling(end_of_day(day)):
        for title, due in (
            ("Data set agreed with the heads of service", day + timedelta(days=30)),
            ("Dashboards tried by team managers", day + timedelta(days=60)),
            (
                "A first month used in performance meetings",
                today() + timedelta(days=20),
            ),
        ):
            add_milestone(by=by, number=LATE, title=title, due=due)
    first, second, _ = queries.action_working(LATE)[1].milestones
    with telling(end_of_day(day + timedelta(days=34))):
        say_milestone(
            by=by,
            number=LATE,
            milestone_id=first.id,
            word="done",
            on=day + timedelta(days=33),
        )
    with telling(end_of_day(day + timedelta(days=58))):
        move_milestone(
            by=by,
            number=LATE,
            milestone_id=second.id,
            to=now - timedelta(days=4),
            agreed_by="Head of Service Safeguards",
            why="Team managers meet every other month",
        )


def _written(by: "User") -> None:
    for days, words in (
        (60, "Met the supplier. They will show both layouts to team managers."),
        (15, "Five of eight team managers have tried it; two ask for visits by day."),
    ):
        day = today() - timedelta(days=days)
        with telling(end_of_day(day)):
            tell_update(by=by, number=LATE, words=words, on=day)
    record_cost(
        by=by,
        number=LATE,
        kind="estimate",
        pence=1_250_000,
        note="The supplier’s days, and licences for a year",
    )
    need(
        by=by,
        number=WAITING,
        needs=LATE,
        why="What is reported to the partnership comes from the new data set",
    )
