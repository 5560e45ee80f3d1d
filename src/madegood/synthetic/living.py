"""Put one child together: spell, absences, decisions, then dates."""

from datetime import datetime, timedelta
from random import Random

from madegood.clock.moments import end_of_day, london_date
from madegood.synthetic.decide import (
    Teller,
    decide,
    decide_afterwards,
    interview_provider,
)
from madegood.synthetic.layout import (
    is_asked,
    lay_out_interview,
    lay_out_report,
    lay_out_return,
)
from madegood.synthetic.outcome import Offer, Outcome, Standing
from madegood.synthetic.patterns import go_missing, window
from madegood.synthetic.people import Absence, Child, Interview, Role
from madegood.synthetic.population import (
    in_the_core,
    main_provider,
    person,
    placements,
    spell,
)
from madegood.synthetic.story import Story

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
AWAY_SHARE = 0.07


def ordinary(number: int, story: Story, chance: Random) -> Child:
    """A child whose life follows the story's chances."""
    child = person(number, story, chance)
    if not in_the_core(number):
        return child
    during = spell(child, story, chance) if child.role is Role.LOOKED_AFTER else None
    if child.role is Role.LOOKED_AFTER and during is None:
        child.role = Role.AT_HOME
    provider = None
    if during is not None:
        first = max(during[0], story.first)
        provider = main_provider(child, first, chance)
    days = window(child, during, story)
    if days is not None:
        go_missing(child, days, provider, story, chance)
    if during is not None and provider is not None:
        child.placements = placements(child, during, provider, story, chance)
    return child


def tell(child: Child, teller: Teller) -> None:
    """Decide each absence (unless planted) and lay out what it means in dates."""
    for place, absence in enumerate(child.absences):
        _place(child, absence)
        provider = interview_provider(absence, teller)
        if not child.plant:
            absence.outcome = decide(child, absence, teller, provider)
            _perhaps_away(child, absence, place, teller)
        lay_out_return(absence, teller.chance, teller.as_of)
        if is_asked(absence.outcome):
            _interview(child, absence, teller, provider.name)
    _share_notice(child)


def _place(child: Child, absence: Absence) -> None:
    if child.role is Role.LOOKED_AFTER:
        absence.placement = child.placed_on(london_date(absence.start))
        absence.placed_by_us = "yes"
    elif child.role is Role.PLACED_HERE:
        absence.placed_by_us = "no"
    else:
        absence.placed_by_us = "not_applicable"
    absence.authority = child.authority


def _perhaps_away(child: Child, absence: Absence, place: int, teller: Teller) -> None:
    """Some absences are 'away': known where, not where they should be.

    A repeat child's first three are left missing, so that the cluster stands.
    """
    if child.role is not Role.LOOKED_AFTER or absence.back is None:
        return
    if (child.repeat and place < 3) or teller.chance.random() > AWAY_SHARE:
        return
    absence.outcome.standing = Standing.AWAY
    if teller.chance.random() < 0.8:
        absence.outcome.offer = Offer.NO_ROW


def _interview(child: Child, absence: Absence, teller: Teller, name: str) -> None:
    shared = absence.shares_interview_with
    if shared is not None and shared.interview is not None:
        absence.interview = shared.interview
        shared.interview.episodes.append(absence.episode_id)
        return
    row = Interview(f"R{absence.episode_id[1:]}", name, episodes=[absence.episode_id])
    absence.interview = row
    if absence.absorbs is not None and absence.links_both:
        row.episodes.append(absence.absorbs.episode_id)
    lay_out_interview(absence, row, teller.chance, teller.as_of)
    told = absence.outcome
    if told.was_held:
        _afterwards(child, told, row, teller)
    if row.cells and (absence.recorded_at is not None or not child.plant):
        _recorded(absence, row, teller)


def _afterwards(child: Child, told: Outcome, row: Interview, teller: Teller) -> None:
    if not child.plant:
        decide_afterwards(told, row.cells["held_at"], teller)
    lay_out_report(told, row, teller.chance, teller.story.until)


def _recorded(absence: Absence, row: Interview, teller: Teller) -> None:
    """Some rows are typed in days later; some are begun at referral and filled in."""
    typed = _last_known(row) + timedelta(hours=teller.chance.randint(20, 240))
    roll = teller.chance.random()
    if typed > teller.as_of or (roll > 0.12 and absence.recorded_at is None):
        return
    row.recorded_at = typed
    referred = row.cells.get("referred_to_provider_at")
    if referred is not None and (roll < 0.03 or absence.wrong_back):
        row.first_recorded_at = referred + timedelta(hours=2)


def _last_known(row: Interview) -> datetime:
    known = list(row.cells.values())
    if row.plan_updated_on is not None:
        known.append(end_of_day(row.plan_updated_on) - 59 * SECOND)
    return max(known)


def _share_notice(child: Child) -> None:
    """Both rows of one merged period carry the one notice of the one return."""
    for absence in child.absences:
        if absence.absorbs is None:
            continue
        for name in ("return_notified_at", "police_notified_authority_at"):
            absence.absorbs.cells.pop(name, None)
            if name in absence.cells:
                absence.absorbs.cells[name] = absence.cells[name]
