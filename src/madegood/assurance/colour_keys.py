"""A plan's own words for its colours: read as of a moment, and defined by who keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.assurance.colour_key import Colour, Meaning, faults_of, in_words_of
from madegood.clock.today import now
from madegood.plan.colour_models import ColourKey
from madegood.plan.finding import plan_called
from madegood.plan.refusing import refuse, too_short
from madegood.trail.actions import record_event

__all__ = ["KeyView", "define_colours", "key_of"]


@dataclass(frozen=True, slots=True)
class KeyView:
    """`made_at` None: nobody has said anything, and the defaults are used."""

    meanings: dict[Colour, Meaning]
    made_at: datetime | None = None
    made_by: str = ""
    why: str = ""


def key_of(short: str, at: datetime) -> KeyView:
    """The words that a plan had for its colours at a moment."""
    kept = ColourKey.objects.filter(plan__short=short, made_at__lte=at)
    row = kept.select_related("made_by").last()
    if row is None:
        return KeyView(in_words_of({}))
    return KeyView(in_words_of(row.meanings), row.made_at, str(row.made_by), row.why)


@transaction.atomic
def define_colours(
    *, by: User, short: str, meanings: Mapping[Colour, Meaning], why: str
) -> ColourKey:
    """From now on the plan's colours are called and shown so. What is computed of an
    action does not change. Raises NotSaid, NoSuchThing."""
    require(by, Permission.PLAN_MANAGE)
    plan = plan_called(short)
    faults = faults_of(meanings)
    refuse([(True, f"{c.value}: {says}.") for c, _, says in faults])
    said = {
        colour.value: {"swatch": m.swatch, "word": m.word, "says": m.own}
        for colour, m in meanings.items()
    }
    last = ColourKey.objects.filter(plan=plan).last()
    same = last is not None and last.meanings == said
    refuse([(same, "The colours mean this already."), too_short(why)])
    made = ColourKey.objects.create(
        plan=plan, meanings=said, why=why, made_at=now(), made_by=by
    )
    record_event(
        by=by,
        kind="colours_defined",
        subject=plan,
        label=plan.short,
        why=why,
        words=", ".join(m.word for m in meanings.values()),
    )
    return made
