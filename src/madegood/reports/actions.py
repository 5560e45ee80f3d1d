"""Making papers: gathered once, frozen, written as files that can be checked."""

import hashlib
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.reports.keeping import keep_bytes
from madegood.reports.known_papers import check_suffix, known
from madegood.reports.models import Paper
from madegood.reports.papers_before import papers_about
from madegood.trail.actions import record_event


class Altered(RuntimeError):
    """The paper cannot be written as it was written before."""


def make_paper(
    *, by: User | None, as_of: date, name: str = "scrutiny", short: str = ""
) -> Paper:
    """The paper as of the end of a day, about the plan of that short name, or the main
    one. `by` None is the command line.

    Where a paper with the very same facts was made before, it is that paper. Raises
    Refused, UnknownPaper, NothingToReport.
    """
    if by is not None:
        require(by, Permission.PAPERS_MAKE)
    kind = known(name)
    facts = kind.gather(as_of, short)
    about = facts["plan_short"]
    before = papers_about(name, about).filter(as_of=as_of).first()
    if before is not None and {"plan_short": ""} | before.facts == facts:
        return before
    title = f"{kind.title}, {about}" if about else kind.title
    return _store(by, kind.name, title, as_of, facts)


@transaction.atomic
def _store(
    by: User | None, name: str, title: str, as_of: date, facts: dict[str, object]
) -> Paper:
    paper = Paper.objects.create(
        name=name, title=title, as_of=as_of, made_at=now(), made_by=by, facts=facts
    )
    record_event(by=by, kind="paper_made", subject=paper, as_of=as_of.isoformat())
    return paper


def write_paper(paper: Paper, suffix: str) -> bytes:
    """The paper as one kind of file: the same bytes every time.

    Raises UnknownPaper for a suffix there is not, and Altered where the bytes kept
    are not those that were written first.
    """
    plain = check_suffix(suffix)
    place = papers_folder() / f"{paper.pk}.{plain}"
    made = keep_bytes(place, lambda: _render(paper, plain))
    digest = hashlib.sha256(made).hexdigest()
    first = paper.renditions.get(plain)
    if first is None:
        with transaction.atomic():
            fresh = Paper.objects.select_for_update().get(pk=paper.pk)
            fresh.renditions = {**fresh.renditions, plain: digest}
            fresh.save(update_fields=["renditions"])
        paper.renditions = fresh.renditions
    elif first != digest:
        raise Altered(
            f"The {plain} file of “{paper}” is not the one that was first made, so it "
            "is not handed out. Restore the data folder's papers from a backup, or "
            "make the paper again as a new one."
        )
    return made


def _render(paper: Paper, suffix: str) -> bytes:
    made_on = london_date(paper.made_at)
    return known(paper.name).render(suffix, paper.facts, made_on, charts_folder())


def papers_folder() -> Path:
    return Path(settings.DATA_DIR) / "papers"


def charts_folder() -> Path:
    return Path(settings.DATA_DIR) / "charts"
