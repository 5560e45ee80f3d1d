"""How matching stands, without opening anybody's details."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery

from madegood.vault.matching import CONFIRMED, REJECTED, WAITING
from madegood.vault.models import Identity, Link, Proposal


@dataclass(frozen=True, slots=True)
class SystemView:
    """One other system: how many of its records stand how."""

    name: str
    listed: int
    linked: int
    waiting: int
    unmatched: int
    listed_at: datetime | None


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair, by number and likelihood only."""

    id: int
    system: str
    state: str
    probability: float
    of: int
    decided_at: datetime | None
    decided_by: str

    @property
    def chance(self) -> str:
        """In words that a person weighs, never as a verdict."""
        hundred = round(self.probability * 100)
        if hundred >= 100:
            return "more than 99 in 100"
        return "less than 1 in 100" if hundred < 1 else f"about {hundred} in 100"


def systems() -> list[SystemView]:
    """Every system that has been matched with, by name."""
    names = {
        *Identity.objects.values_list("system", flat=True).distinct(),
        *Link.objects.values_list("system", flat=True).distinct(),
    }
    return [_system(name) for name in sorted(names)]


def links_standing(system: str) -> str:
    """Other words whenever a link with the system has been made or taken back; "" where
    there is none. They say nothing of anybody."""
    held = Link.objects.filter(system=system).order_by("pk")
    said = ",".join(map(str, held.values_list("pk", flat=True)))
    return hashlib.sha256(said.encode()).hexdigest() if said else ""


def _system(name: str) -> SystemView:
    theirs = Identity.objects.filter(system=name, side="theirs")
    listed = theirs.values_list("token", "listed_at")
    tokens = {token for token, _ in listed}
    linked = set(Link.objects.filter(system=name).values_list("theirs", flat=True))
    waiting = set(
        Proposal.objects.filter(system=name, state=WAITING)
        .exclude(theirs__in=linked)
        .values_list("theirs", flat=True)
    )
    return SystemView(
        name=name,
        listed=len(tokens),
        linked=len(linked),
        waiting=len(waiting & tokens),
        unmatched=len(tokens - linked - waiting),
        listed_at=next((at for _, at in listed), None),
    )


def waiting(system: str) -> list[PairView]:
    """Pairs to decide, likeliest first; none whose record is linked already."""
    linked = Link.objects.filter(system=system).values("theirs")
    rows = Proposal.objects.filter(system=system, state=WAITING)
    return _views(rows.exclude(theirs__in=linked))


def decided(system: str) -> list[PairView]:
    """Pairs that were decided, the latest first."""
    rows = Proposal.objects.filter(system=system, state__in=[CONFIRMED, REJECTED])
    return _views(rows.order_by("-decided_at", "-id"))


def pair(proposal_id: int) -> PairView | None:
    found = _views(Proposal.objects.filter(pk=proposal_id))
    return found[0] if found else None


def unmatched(system: str) -> list[int]:
    """Their records that have no link and no likely child, by the numbers we gave."""
    settled = {
        *Link.objects.filter(system=system).values_list("theirs", flat=True),
        *Proposal.objects.filter(system=system, state=WAITING).values_list(
            "theirs", flat=True
        ),
    }
    theirs = Identity.objects.filter(system=system, side="theirs").order_by("pk")
    return [
        pk for pk, token in theirs.values_list("pk", "token") if token not in settled
    ]


def _views(rows: QuerySet[Proposal]) -> list[PairView]:
    rivals = (
        Proposal.objects.filter(system=OuterRef("system"), theirs=OuterRef("theirs"))
        .order_by()
        .values("theirs")
        .annotate(many=Count("pk"))
        .values("many")
    )
    return [
        PairView(
            each.pk,
            each.system,
            each.state,
            each.probability,
            each.rivals,
            each.decided_at,
            "" if each.decided_by is None else each.decided_by.get_full_name(),
        )
        for each in rows.select_related("decided_by").annotate(rivals=Subquery(rivals))
    ]
