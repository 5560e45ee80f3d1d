"""The papers that were made before one: what it is compared with, and what it holds back
because they did."""

from datetime import date

from django.db.models import Q, QuerySet

from madegood.reports.models import Paper

__all__ = ["held_before", "paper_before", "papers_about"]


def papers_about(name: str, short: str) -> QuerySet[Paper]:
    """Those about the plan of that short name, "" the main one, the latest first.
    Papers of before there were several say nothing of it."""
    about = Q(facts__plan_short=short)
    if not short:
        about |= Q(facts__plan_short__isnull=True)
    return Paper.objects.filter(about, name=name).order_by("-as_of", "-id")


def paper_before(as_of: date, short: str) -> Paper | None:
    return papers_about("scrutiny", short).filter(as_of__lt=as_of).first()


def held_before(as_of: date, short: str) -> frozenset[str]:
    """The cells that the paper before this one held back, and those that papers about
    other plans did: measures serve several plans, and what one paper holds back another
    must not print."""
    before = paper_before(as_of, short)
    same = papers_about("scrutiny", short).values("pk")
    others = Paper.objects.filter(name="scrutiny", as_of__lte=as_of).exclude(
        pk__in=same
    )
    held = {cell for each in others for cell in each.facts["held_cells"]}
    return frozenset(held | set(before.facts["held_cells"] if before else ()))
