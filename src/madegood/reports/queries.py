"""Reading the papers that were made, without their models."""

from dataclasses import dataclass
from datetime import date, datetime

from madegood.clock.moments import london_date
from madegood.reports.actions import charts_folder, write_paper
from madegood.reports.known_papers import PAPERS, SUFFIXES, known
from madegood.reports.models import Paper
from madegood.reports.render import html
from madegood.reports.svg import Svg

__all__ = ["PAPERS", "SUFFIXES", "PaperView", "paper", "paper_body", "paper_file"]


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper in the list of papers. `plan` is the short name of the plan it is about,
    "" for the one that was the main plan."""

    id: int
    name: str
    title: str
    as_of: date
    made_at: datetime
    made_by: str
    plan: str = ""


def papers() -> list[PaperView]:
    """Every paper, the latest date first."""
    return [_view(each) for each in Paper.objects.select_related("made_by")]


def paper(paper_id: int) -> PaperView | None:
    found = Paper.objects.select_related("made_by").filter(pk=paper_id).first()
    return None if found is None else _view(found)


def paper_body(paper_id: int) -> Svg:
    """The paper as markup for a page that has a style of its own (`paper_style`)."""
    found = Paper.objects.get(pk=paper_id)
    kind, made_on = known(found.name), london_date(found.made_at)
    return Svg(html.body(kind.build(found.facts, made_on, charts_folder())))


def paper_style() -> str:
    """The stylesheet that `paper_body` is written for."""
    return html.style()


def paper_file(paper_id: int, suffix: str) -> bytes:
    """The paper as a file; raises UnknownPaper and Altered."""
    return write_paper(Paper.objects.get(pk=paper_id), suffix)


def _view(found: Paper) -> PaperView:
    return PaperView(
        id=found.pk,
        name=found.name,
        title=found.title,
        as_of=found.as_of,
        made_at=found.made_at,
        made_by=str(found.made_by) if found.made_by else "the command line",
        plan=found.facts.get("plan_short", ""),
    )
