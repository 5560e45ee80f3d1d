"""A person's own colour for an action: beside the computed one, with a reason, and over
on its day."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.assurance.colours import LONGEST, MEANINGS, SAYABLE, USUAL, Colour
from madegood.assurance.models import ColourOverride
from madegood.clock.today import now, today
from madegood.plan.finding import find_action
from madegood.trail.actions import record_event

_FEWEST_WORDS = 5


class NotOverridden(ValueError):
    """A colour cannot be said as given; the message says why and what to do."""


@transaction.atomic
def override_colour(
    *, by: User, number: str, colour: str, why: str, until: date | None = None
) -> ColourOverride:
    """Say another colour than the computed one, for a time. Raises NotOverridden."""
    require(by, Permission.PLAN_EDIT)
    ends = until or today() + USUAL
    if colour not in SAYABLE:
        raise NotOverridden(
            "Choose red, amber, green, delivered or not started. Embedded is never said: "
            "it is shown."
        )
    if len(why.split()) < _FEWEST_WORDS:
        raise NotOverridden(
            f"Say what the computed colour does not know, in at least {_FEWEST_WORDS} "
            "words."
        )
    if not today() <= ends <= today() + LONGEST:
        raise NotOverridden(
            f"Choose a day from today to {today() + LONGEST:%-d %B %Y}: nobody’s colour "
            f"lasts longer than {LONGEST.days} days."
        )
    action = find_action(number)
    kept = ColourOverride.objects.create(
        action=action,
        colour=colour,
        why=why,
        made_by=by,
        made_at=now(),
        expires_on=ends,
    )
    record_event(
        by=by,
        kind="colour_said",
        subject=action,
        colour=MEANINGS[Colour(colour)].word.lower(),
        until=f"{ends:%-d %B %Y}",
        why=why,
    )
    return kept
