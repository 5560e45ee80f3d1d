"""What is not about one child: workers' supervision and training, contracts with
providers, and making others aware. It is told with the children, so many of each, so
that a larger authority has more of it and any range of children can be told alone."""

from datetime import date

from madegood.clock.periods import add_months
from madegood.synthetic.life import DAY, Life
from madegood.synthetic.running import working_day_on
from madegood.synthetic.story import PLACEMENTS, TEAMS
from madegood.synthetic.themes.workers import CHILDREN_PER_WORKER, worker_number

CHILDREN_PER_SESSION = 120
CHILDREN_PER_ACTIVITY = 400
TOPICS = ("signs of safety", "private fostering", "return interviews", "plain plans")
AUDIENCES = ("schools", "health", "faith groups", "the public", "language schools")
INDICATORS = {"return interviews held in 72 hours": 90.0, "complaints answered": 95.0}
REASONS = ("planned", "after a complaint", "after children went missing")


def tell_authority(life: Life) -> None:
    """What falls to the turn of this child's number."""
    turn = life.child.number - 1
    if turn % CHILDREN_PER_WORKER == 0:
        _supervise(life, worker_number(turn // CHILDREN_PER_WORKER + 1))
    if turn % CHILDREN_PER_SESSION == 0:
        _activities(life, "workforce_training", "WT", TOPICS, TEAMS, 4)
    if turn % CHILDREN_PER_ACTIVITY == 0:
        _activities(life, "awareness_activities", "AW", TOPICS[1:2], AUDIENCES, 2)
    if turn == 0:
        _contracts(life)


def _supervise(life: Life, worker: str) -> None:
    """Every month from when the worker came."""
    due = working_day_on(life.story.first + life.chance.randint(0, 200) * DAY)
    while due <= life.until:
        roll = life.chance.random()
        held = due + (0 if roll < 0.7 else life.chance.randint(1, 20)) * DAY
        happened = roll < 0.92 and held <= life.until
        life.add(
            "supervision",
            worker_id=worker,
            due_on=due,
            held_on=held if happened else None,
            reflective=("yes" if roll < 0.5 else "no") if happened else "",
            group_or_individual=("group" if roll < 0.1 else "individual")
            if happened
            else "",
        )
        due = working_day_on(due + 30 * DAY)


def _activities(
    life: Life,
    table: str,
    letters: str,
    topics: tuple[str, ...],
    audiences: tuple[str, ...],
    every: int,
) -> None:
    day = working_day_on(life.story.first + life.chance.randint(5, 40) * DAY)
    while day <= life.until:
        invited = life.chance.randint(8, 60)
        life.add(
            table,
            activity_id=life.new_id(letters),
            held_on=day,
            audience=life.chance.choice(audiences),
            team_or_partner=life.chance.choice(audiences),
            invited=invited,
            attended=life.chance.randint(2, invited),
            topic=life.chance.choice(topics),
        )
        day = working_day_on(add_months(day, every))


def _contracts(life: Life) -> None:
    """Each provider's indicators by the quarter, and visits to see its quality."""
    for provider in PLACEMENTS:
        day = life.story.first
        while add_months(day, 3) <= life.until:
            for indicator, target in INDICATORS.items():
                life.add(
                    "provider_contracts",
                    provider=provider.name,
                    indicator=indicator,
                    period_from=day,
                    period_to=add_months(day, 3) - DAY,
                    value=round(life.chance.uniform(55, 100), 1),
                    target=target,
                )
            _quality_visit(life, provider.name, day + 20 * DAY)
            day = add_months(day, 3)


def _quality_visit(life: Life, provider: str, day: date) -> None:
    if not life.likely(0.6):
        return
    due = life.likely(0.4)
    life.add(
        "provider_visits",
        provider=provider,
        visited_on=working_day_on(day),
        reason=life.chance.choice(REASONS),
        outcome="actions agreed" if due else "satisfactory",
        follow_up_due="yes" if due else "no",
        follow_up_done=("yes" if life.likely(0.6) else "no") if due else "",
    )
